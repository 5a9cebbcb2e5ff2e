#!/usr/bin/env bash
# A linter's repair breaks the front matter: with a blank line in it, it is mended as if it were Markdown.
#
# pymarkdownlnt 0.9.41 with its front matter extension on. Blank lines are good YAML, but the extension then sees no
# front matter, without a word, and `fix` moves indented lines to the margin, renumbers lists and turns `***` into
# `---`. What was one text is the end of the front matter and a piece of it in the page.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install pymarkdownlnt==0.9.41 python-frontmatter==1.3.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.md <<'PAGE'
---
title: Gardener

hours: |
  Mornings
  ***
  Evenings
---

We plant trees.
PAGE
read_it() { env/bin/python -c 'import frontmatter; print(frontmatter.load("page.md").metadata)' 2>&1 | tail -1; }
now=$(
  env/bin/pip freeze | grep -i '^pymarkdownlnt\|^python-frontmatter'
  read_it
  env/bin/pymarkdown --set 'extensions.front-matter.enabled=$!True' fix page.md | sed "s#$folder/##"
  cat page.md
  read_it
)
seen='pymarkdownlnt==0.9.41
python-frontmatter==1.3.0
{'\''title'\'': '\''Gardener'\'', '\''hours'\'': '\''Mornings\n***\nEvenings\n'\''}
Fixed: page.md
---
title: Gardener

hours: |
  Mornings
  ---
Evenings
---

We plant trees.
  in "<unicode string>", line 8, column 1'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
