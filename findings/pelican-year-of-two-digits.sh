#!/usr/bin/env bash
# `date: 22-06-28` is 22 June 2028, `date: 2022` is a day of 2022 that changes with the day of the build, 06/07/2022 is
# 7 June.
#
# pelican 4.12.0 with python-dateutil 2.9.0. Whatever dateutil can make something of is a date; what is missing comes
# from the clock. The article moves to another place in the list and to another day at the next build, and an article
# dated 2028 is published today. No message. `2022-06-28` is read as one expects.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install pelican==4.12.0 Markdown==3.11.3 python-dateutil==2.9.0.post0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir content
page() { printf 'Title: %s\nDate: %s\n\nText.\n' "$1" "$2" >"content/$1.md"; }
page short 22-06-28
page slashes 06/07/2022
page full 2022-06-28
page year 2022
today=$(date +2022-%m-%d)
now=$(
  env/bin/pelican --version
  env/bin/pelican content -o output -q -e TIMEZONE='"UTC"' 2>&1 | grep -v '^Done\|seconds'
  echo "status ${PIPESTATUS[0]}"
  for name in full short slashes year; do
    echo "$name: $(grep -o 'datetime="[0-9-]*\|title="[0-9-]*T' "output/$name.html" | head -1 | grep -o '2[0-9-]*' | sed "s/$today/2022 and the day of the build/")"
  done
)
seen='4.12.0
status 0
full: 2022-06-28
short: 2028-06-22
slashes: 2022-06-07
year: 2022 and the day of the build'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
