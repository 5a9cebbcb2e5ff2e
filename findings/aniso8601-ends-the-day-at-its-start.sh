#!/usr/bin/env bash
# The end of a day is its start: a deadline of 2022-06-28T24:00:00 is over before that day has begun.
#
# aniso8601 10.0.1 (Flask-RESTful reads dates with it). ISO 8601 has 24:00 for the end of a day, the same moment as
# 00:00 of the next; python-dateutil 2.9.0, arrow 1.4.0 and ciso8601 2.4.1 read it so, pendulum 3.3.0 refuses it. Here
# it is 00:00 of the same day, 24 hours too early, and opening hours until 24:00 end before they begin.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install aniso8601==10.0.1 python-dateutil==2.9.0.post0 arrow==1.4.0 ciso8601==2.4.1 pendulum==3.3.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep '^aniso8601\|^python-dateutil\|^arrow\|^ciso8601\|^pendulum'
  env/bin/python - <<'CODE'
import aniso8601, arrow, ciso8601, dateutil.parser, pendulum

readers = {
    "aniso8601": aniso8601.parse_datetime,
    "dateutil": dateutil.parser.isoparse,
    "arrow": arrow.get,
    "ciso8601": ciso8601.parse_datetime,
    "pendulum": pendulum.parse,
}
for name, read in readers.items():
    try:
        print(name, read("2022-06-28T24:00:00"))
    except ValueError:
        print(name, "refuses it")
start, end = aniso8601.parse_interval("2022-06-28T18:00/2022-06-28T24:00")
print("open from", start, "to", end)
CODE
)
seen='aniso8601==10.0.1
arrow==1.4.0
ciso8601==2.4.1
pendulum==3.3.0
python-dateutil==2.9.0.post0
aniso8601 2022-06-28 00:00:00
dateutil 2022-06-29 00:00:00
arrow 2022-06-29T00:00:00+00:00
ciso8601 2022-06-29 00:00:00
pendulum refuses it
open from 2022-06-28 18:00:00 to 2022-06-28 00:00:00'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
