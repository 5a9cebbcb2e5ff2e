#!/usr/bin/env bash
# A first paragraph with a colon in it is not printed: “12:30 we meet at the gate” and a page that begins with a link
# are gone.
#
# lowdown 1.0.0 of Debian 12. Without any mark at its start, the first paragraph of a file is taken for metadata as
# soon as its first line has a colon, also in a time of day and in `https://…`; unknown keys go nowhere. Status 0, no
# message. Discount and cmark-gfm print the same paragraphs.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download lowdown=1.0.0-2 libbsd0 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
now=$(
  dpkg-deb -W lowdown_*.deb
  for first in '12:30 we meet at the gate.' 'https://example.org is our page.' 'Please note: no parking.' 'No parking.'; do
    printf '%s\n\nBring boots.\n' "$first" | lowdown 2>&1 | tr '\n' ' '
    echo "status $?"
  done
)
seen='lowdown	1.0.0-2
<p>Bring boots.</p> status 0
<p>Bring boots.</p> status 0
<p>Bring boots.</p> status 0
<p>No parking.</p>  <p>Bring boots.</p> status 0'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
