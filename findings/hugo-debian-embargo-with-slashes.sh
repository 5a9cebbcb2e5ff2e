#!/usr/bin/env bash
# `publishDate: 2099/01/01` publishes the page today, and `expiryDate: 31/12/2020` never takes it down.
#
# hugo 0.111.3 of Debian 12. A date that it cannot read is no date, without a message: a page that was to wait until a
# day is out at once, one that was to go stays. `01 Jan 2099` and `2099-01-01` are read. 0.168.0 ends with an error
# (and has written the site all the same).
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download hugo=0.111.3-1 libsass1=3.6.5+20220909-1 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
mkdir -p site/content site/layouts/_default && cd site || exit 2
printf 'baseURL = "/"\n' >config.toml
printf '{{ .Title }}' | tee layouts/_default/single.html >layouts/index.html
page() { printf -- '---\ntitle: x\n%s\n---\n' "$2" >"content/$1.md"; }
page waits-hyphens 'publishDate: 2099-01-01'
page waits-words 'publishDate: 01 Jan 2099'
page waits-slashes 'publishDate: 2099/01/01'
page gone-hyphens 'expiryDate: 2020-12-31'
page gone-slashes 'expiryDate: 31/12/2020'
page gone-short 'expiryDate: 2020-1-1'
now=$(
  hugo version | cut -d+ -f1
  hugo --quiet 2>&1
  echo "status $?"
  (cd public && ls -d gone* waits*)
)
seen='hugo v0.111.3
status 0
gone-short
gone-slashes
waits-slashes'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
