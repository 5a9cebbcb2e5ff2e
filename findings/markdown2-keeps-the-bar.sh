#!/usr/bin/env bash
# A text of several lines in the front matter is read as the single sign `|`; the lines are dropped.
#
# markdown2 2.5.5 with its extra `metadata`. `>` is understood, a list that is indented too; `|` and a list at the
# margin, both of them as common, are "|" and "". Numbers and truth values are texts, quotes stay in the value. Nothing
# is said.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install markdown2==2.5.5 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf -- '---\ntitle: "Gardener"\nhours: |\n  Mornings\n  Evenings\nfolded: >\n  Mornings\n  Evenings\ntags:\n- trees\n- soil\nmore:\n  - a\n---\n\nText.\n' >page.md
now=$(
  env/bin/pip freeze | grep -i '^markdown2'
  env/bin/python -c 'import markdown2; print(dict(markdown2.markdown_path("page.md", extras=["metadata"]).metadata))'
)
seen='markdown2==2.5.5
{'\''title'\'': '\''"Gardener"'\'', '\''hours'\'': '\''|'\'', '\''folded'\'': '\''Mornings\nEvenings'\'', '\''tags'\'': '\'''\'', '\''more'\'': ['\''a'\'']}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
