#!/usr/bin/env bash
# The documentation of a schema says 11 where the schema says 11.88, and that a rate below 0 is wanted where it says 0.95.
#
# jsonschema2md 1.7.0. `minimum`, `maximum`, their exclusive forms and `multipleOf` are cut to whole numbers on the page
# (“Must be a multiple of `0`”), while the default beside them is right. Who writes an hourly wage of 11.50 after the
# page is refused by the schema that the page was made of. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install jsonschema2md==1.7.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >schema.json <<'SCHEMA'
{"title": "Posting", "type": "object", "properties": {
  "hourly": {"type": "number", "minimum": 11.88, "multipleOf": 0.01, "default": 12.5},
  "rate": {"type": "number", "exclusiveMinimum": 0.05, "exclusiveMaximum": 0.95}}}
SCHEMA
now=$(
  env/bin/pip freeze | grep -i '^jsonschema2md'
  env/bin/jsonschema2md --locale en schema.json page.md 2>/dev/null
  echo "status $?"
  grep number page.md | sed 's/.*\*(number)\*//'
)
seen='jsonschema2md==1.7.0
status 0
: Minimum: `11`. Must be a multiple of `0`. Default: `12.5`.
: Exclusive minimum: `0`. Exclusive maximum: `0`.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
