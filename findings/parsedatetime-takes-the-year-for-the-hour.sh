#!/usr/bin/env bash
# 28 June 2022 with its time, as standards write it, is “today, 20:22”: the year is taken for the hour.
#
# parsedatetime 2.6. `2022-06-28T10:00:00Z` gives the day of the run and the time 20:22, and with it the 2 that says
# that a time was found; it answers 0 to what it cannot read. With a blank for the T it is right, and without a time.
# The date of a mail, `Tue, 28 Jun 2022 10:00:00 +0200`, is the first of June, and a year alone is 20:22 as well.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install parsedatetime==2.6 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^parsedatetime'
  TZ=UTC env/bin/python - <<'CODE'
from datetime import datetime
import parsedatetime

calendar = parsedatetime.Calendar()
for text in ("2022-06-28", "2022-06-28 10:00:00", "2022-06-28T10:00:00Z", "Tue, 28 Jun 2022 10:00:00 +0200", "2022"):
    print(text, "->", *calendar.parseDT(text, datetime(2026, 11, 29, 9)))
CODE
)
seen='parsedatetime==2.6
2022-06-28 -> 2022-06-28 09:00:00 1
2022-06-28 10:00:00 -> 2022-06-28 10:00:00 3
2022-06-28T10:00:00Z -> 2026-11-29 20:22:00 2
Tue, 28 Jun 2022 10:00:00 +0200 -> 2022-06-01 10:00:00 3
2022 -> 2026-11-29 20:22:00 2'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
