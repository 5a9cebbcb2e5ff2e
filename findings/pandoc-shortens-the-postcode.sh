#!/usr/bin/env bash
# The postcode `01000` is printed as 1000 and version `1.10` as 1.1; `0x1F` is 31, while 1_000 and 12:30 stay.
#
# pandoc 2.17.1.1 of Debian 12. Metadata that looks like a number is read as one and printed as a number in every
# template, and so in letters, bills and title pages. Quotes keep it as it is. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0 \
  libcmark-gfm0.29.0.gfm.6 libcmark-gfm-extensions0.29.0.gfm.6 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
printf -- '---\npostcode: 01000\nversion: 1.10\nmask: 0x1F\nopens: 12:30\ngroups: 1_000\nquoted: "01000"\n---\n' >page.md
printf '$postcode$ $version$ $mask$ $opens$ $groups$ $quoted$\n' >letter.plain
now=$(
  pandoc --version | head -1
  pandoc --data-dir=root/usr/share/pandoc/data --to plain --template letter.plain page.md 2>&1
)
seen='pandoc 2.17.1.1
1000 1.1 31 12:30 1_000 01000'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
