#!/usr/bin/env bash
# Three dashes within an indented text end the front matter: `orphan: true` below them is a headline, and a formatter
# makes it last.
#
# mdit-py-plugins 0.7.0, the front matter of MyST (Sphinx) and of mdformat. A line of dashes closes the block also when
# it is indented by up to three blanks, as YAML has it in a `|` block; Jekyll, Hugo, MkDocs and jupytext want it at the
# margin. Sphinx prints the rest as a section and warns of the headline's level only; mdformat writes the file anew in
# that sense: the keys are gone for good, status 0.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mdit-py-plugins==0.7.0 myst-parser==5.2.0 Sphinx==9.0.4 mdformat==1.0.0 mdformat-frontmatter==2.2.0 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.md <<'PAGE'
---
hours: |
  Mornings
  ---
  Evenings
orphan: true
---

# Gardener
PAGE
mkdir site && cp page.md site/index.md && echo 'extensions = ["myst_parser"]' >site/conf.py
now=$(
  env/bin/pip freeze | grep -i '^mdit\|^myst\|^mdformat\|^sphinx='
  env/bin/python -c 'import yaml; print(next(yaml.safe_load_all(open("page.md").read().rsplit("---", 1)[0])))'
  env/bin/sphinx-build -q -b text site out 2>&1 | sed "s#$folder/##"
  cat out/index.txt
  env/bin/mdformat page.md
  echo "mdformat: status $?"
  cat page.md
)
seen='mdformat==1.0.0
mdformat_frontmatter==2.2.0
mdit-py-plugins==0.7.0
myst-parser==5.2.0
Sphinx==9.0.4
{'\''hours'\'': '\''Mornings\n---\nEvenings\n'\'', '\''orphan'\'': True}
site/index.md:5: WARNING: Document headings start at H2, not H1 [myst.header]
Evenings
orphan: true
*********************


Gardener
********
mdformat: status 0
---
hours: |-
  Mornings
---

## Evenings orphan: true

# Gardener'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
