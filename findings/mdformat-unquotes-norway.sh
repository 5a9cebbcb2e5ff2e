#!/usr/bin/env bash
# A formatter takes the quotes off `country: 'NO'` and `opens: "12:30"`, so that Norway is false and half past twelve
# 750.
#
# mdformat 1.0.0 with mdformat-front-matters 2.0.0. It writes the front matter anew by YAML 1.2, where `NO` and `12:30`
# are texts without quotes too. PyYAML and with it MkDocs, and Jekyll, go by YAML 1.1, where they are a truth value and
# a number in base sixty. The command ends with 0; a second run finds nothing to change.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mdformat==1.0.0 mdformat-front-matters==2.0.0 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf -- '---\ncountry: '"'NO'"'\nopens: "12:30"\nremote: "off"\n---\n\nText.\n' >page.md
read_it() { env/bin/python -c 'import yaml; print(next(yaml.safe_load_all(open("page.md"))))'; }
now=$(
  env/bin/pip freeze | grep -i '^mdformat\|^PyYAML'
  read_it
  env/bin/mdformat page.md
  echo "status $?"
  cat page.md
  read_it
)
seen='mdformat==1.0.0
mdformat_front_matters==2.0.0
PyYAML==6.0.4
{'\''country'\'': '\''NO'\'', '\''opens'\'': '\''12:30'\'', '\''remote'\'': '\''off'\''}
status 0
---
country: NO
opens: 12:30
remote: off
---

Text.
{'\''country'\'': False, '\''opens'\'': 750, '\''remote'\'': False}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
