#!/usr/bin/env bash
# A page without front matter is read as an empty page, and one with two rules in it loses all that stands above them.
#
# The package frontmatter 3.0.8 (not python-frontmatter, whose module has the same name and which is installed by
# mistake the other way round). It looks for two `---` anywhere in the file: what is between them is the metadata, also
# in the middle of a page or of a value, what is before them is dropped, and where there are none, there is no text. No
# error.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install --no-deps frontmatter==3.0.8 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^frontmatter'
  env/bin/python - <<'CODE'
from frontmatter import Frontmatter

for text in ("# Gardener\n\nWe plant trees.\n",
             "Read this first.\n\n---\n\nNote: mind the step.\n\n---\n\nThe end.\n",
             "---\nlink: /a---b\ndraft: true\n---\nWe plant trees.\n"):
    page = Frontmatter.read(text)
    print(page["attributes"], repr(page["body"]))
CODE
)
seen='frontmatter==3.0.8
None '\'''\''
{'\''Note'\'': '\''mind the step.'\''} '\''The end.\n'\''
{'\''link'\'': '\''/a'\''} '\''b\ndraft: true\n---\nWe plant trees.\n'\'''
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
