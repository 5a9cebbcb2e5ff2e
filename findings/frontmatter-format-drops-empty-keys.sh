#!/usr/bin/env bash
# Reading a page and writing it back takes out keys: `salary:` with no value and `options: {}` are gone, `tags: []`
# stays.
#
# frontmatter-format 0.5.1. A key without a value says that there is something to fill in, a template or a schema may
# ask for it; it disappears with the first tool that saves the file, and so does an empty mapping, but not an empty
# list or text. Comments go, the plus of a telephone number goes, and "NO" loses the quotes that YAML 1.1 needs. No
# message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install frontmatter-format==0.5.1 ruamel.yaml==0.19.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf -- '---\ntitle: Gardener\nsalary:\noptions: {}\ntags: []\nphone: +33612345678\ncountry: "NO"\n---\nText.\n' >page.md
now=$(
  env/bin/pip freeze | grep -i '^frontmatter'
  env/bin/python - <<'CODE'
from frontmatter_format import fmf_read, fmf_write

text, metadata = fmf_read("page.md")
fmf_write("page.md", text, metadata)
print(open("page.md").read())
CODE
)
seen='frontmatter-format==0.5.1
---
title: Gardener
tags: []
phone: 33612345678
country: NO
---
Text.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
