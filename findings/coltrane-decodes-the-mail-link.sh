#!/usr/bin/env bash
# A mail link for an “R&D engineer” asks for the subject “R”: `subject=R%26D%20engineer` is decoded on its way to the page.
#
# coltrane 0.40.0 (Django) with its usual renderer. The finished HTML is decoded as a whole, to undo what the renderer
# did to template tags: `%26` becomes `&`, which begins the next field of a mail link, `%2F` and `%2B` in addresses become
# `/` and `+`, which mean something else there, and a text about `%20` prints a blank. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install coltrane==0.40.0 mistune==3.4.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >render.py <<'CODE'
from django.conf import settings

settings.configure(INSTALLED_APPS=["coltrane"], USE_TZ=True)
import django

django.setup()
from coltrane.renderer import MarkdownRenderer

text = """---
title: R&D engineer
---
[Apply](mailto:jobs@example.org?subject=R%26D%20engineer)

[Map](https://example.org/plan?place=A%2BB%2FC) of blanks written `%20`
"""
print(MarkdownRenderer.instance().render_markdown_text(text)[0])
CODE
now=$(
  env/bin/pip freeze | grep '^coltrane\|^mistune'
  env/bin/python render.py 2>&1
)
seen='coltrane==0.40.0
mistune==3.4.0
<p><a href="mailto:jobs@example.org?subject=R&amp;D engineer">Apply</a></p>
<p><a href="https://example.org/plan?place=A+B/C">Map</a> of blanks written <code> </code></p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
