#!/usr/bin/env bash
# A library that reads YAML “with sane behaviour” does not read back what it wrote: the text "no" comes back as False.
#
# saneyaml 0.6.1 (ScanCode and AboutCode keep their data with it). Everything is read as a text but truth values, and
# only texts that look like a number get quotes when they are written: "no" goes out as `no` and comes in as False,
# "yes" and "true" as True. A country, an answer, a name changes with the second saving. The keys `on` and `yes` of one
# mapping become one, and its first value is lost.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install saneyaml==0.6.1 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^saneyaml'
  env/bin/python - <<'CODE'
import saneyaml

for data in ({"country": "no"}, {"answer": "yes"}, {"version": "1.10"}):
    print(data, repr(saneyaml.dump(data)), saneyaml.load(saneyaml.dump(data)))
print(saneyaml.load("on: Monday\nyes: Tuesday\n"))
CODE
)
seen='saneyaml==0.6.1
{'\''country'\'': '\''no'\''} '\''country: no\n'\'' {'\''country'\'': False}
{'\''answer'\'': '\''yes'\''} '\''answer: yes\n'\'' {'\''answer'\'': True}
{'\''version'\'': '\''1.10'\''} "version: '\''1.10'\''\n" {'\''version'\'': '\''1.10'\''}
{True: '\''Tuesday'\''}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
