#!/usr/bin/env bash
# Converting a page from Markdown to Markdown changes its telephone number the second time: the quotes go first.
#
# pandoc 3.9 (of the package pypandoc_binary 1.17), `pandoc --standalone -f markdown -t markdown`, as it is used to
# tidy pages. "0612345670" and "1.10" in quotes are texts and printed as such; they are written back without quotes,
# and then they are numbers: 612345670 and 1.1, for good; 2.17.1.1 does the same. Texts like "no" and "12:30" keep
# theirs; a key without a value is gone.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install pypandoc_binary==1.17 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

pandoc=$(echo env/lib/python3*/site-packages/pypandoc/files/pandoc)
printf -- '---\nphone: "0612345670"\nversion: "1.10"\ncountry: "no"\nopens: "12:30"\nwage:\n---\n\nText.\n' >page.md
now=$(
  "$pandoc" --version | head -1
  for run in 1 2; do
    "$pandoc" --standalone -f markdown -t markdown page.md -o page.md
    echo "run $run, status $?"
    cat page.md
  done
)
seen='pandoc 3.9
run 1, status 0
---
country: "no"
opens: "12:30"
phone: 0612345670
version: 1.10
---

Text.
run 2, status 0
---
country: "no"
opens: "12:30"
phone: 612345670
version: 1.1
---

Text.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
