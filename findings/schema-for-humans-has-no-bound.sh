#!/usr/bin/env bash
# In Markdown the documentation of a schema says that there is no minimum, and that an old key is not deprecated; in
# HTML both are right.
#
# json-schema-for-humans 1.5.1, its template `md`. A bound that is no whole number, `"minimum": 11.88`, is “N/A”, one
# of 99 is shown. `"deprecated": true` is “No” in the column “Deprecated”. And in both forms a key that must not be
# there (`"salary": false`) is an object like any other. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install json-schema-for-humans==1.5.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >schema.json <<'SCHEMA'
{"title": "Posting", "type": "object", "properties": {
  "hourly": {"type": "number", "minimum": 11.88, "maximum": 99},
  "fax": {"type": "string", "deprecated": true},
  "salary": false}}
SCHEMA
now=$(
  env/bin/pip freeze | grep -i '^json-schema-for-humans'
  env/bin/generate-schema-doc --config template_name=md schema.json page.md >/dev/null 2>&1
  echo "status $?"
  grep '| Deprecated\|^| - \|imum' page.md | tr -s ' '
  env/bin/generate-schema-doc schema.json page.html >/dev/null 2>&1
  echo "status $?"
  sed 's/<[^>]*>/ /g' page.html | tr -s ' \n' ' ' | grep -o 'Value must[a-z ]*[0-9.]*[a-z ]*[0-9]*\|fax Deprecated\|salary Type: [a-z]*'
)
seen='json-schema-for-humans==1.5.1
status 0
| Property | Pattern | Type | Deprecated | Definition | Title/Description |
| - [hourly](#hourly ) | No | number | No | - | - |
| - [fax](#fax ) | No | string | No | - | - |
| - [salary](#salary ) | No | object | No | - | - |
| **Minimum** | N/A |
| **Maximum** | &le; 99 |
status 0
Value must be greater or equal to 11.88 and lesser or equal to 99
fax Deprecated
salary Type: object'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
