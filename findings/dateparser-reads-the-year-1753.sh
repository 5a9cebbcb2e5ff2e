#!/usr/bin/env bash
# 28 June 2022 is a day of the year 1753 when it is written without hyphens, and a week of June is a day of February.
#
# dateparser 1.5.0. `20220628T100000Z` is ISO 8601 as calendars write it, `2022-W26-2` too. Where no language is named
# it tries all of them: 100000Z is a hundred thousand days ago in Lower Sorbian, `2022W26` is 2022 weeks ago in German,
# and in Polish the W may stand between two numbers. A month 13 becomes the day. No error, and not the None that one gets
# for 31 June. With `languages=["en"]` those three are None.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install dateparser==1.5.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^dateparser'
  TZ=UTC env/bin/python - 2>/dev/null <<'CODE'
from datetime import datetime
import dateparser

settings = {"RELATIVE_BASE": datetime(2026, 11, 29)}
for text in ("2022-06-28T10:00:00Z", "20220628T100000Z", "2022-W26-2", "2022W26", "2022-13-01", "2022-06-31"):
    print(text, "->", dateparser.parse(text, settings=settings))
CODE
)
seen='dateparser==1.5.0
2022-06-28T10:00:00Z -> 2022-06-28 10:00:00+00:00
20220628T100000Z -> 1753-02-13 00:00:00
2022-W26-2 -> 2022-02-26 00:00:00
2022W26 -> 1988-02-28 00:00:00
2022-13-01 -> 2022-01-13 00:00:00
2022-06-31 -> None'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
