#!/usr/bin/env bash
# A page that is put through a translation tool, with nothing translated, comes out with other values: "0612345678"
# without its quotes is a number in base eight.
#
# po4a 0.69 of Debian 12, front matter of Markdown. All values are taken for texts and written again without the quotes
# that they had: the telephone number, "no", "12:30" and "1.10" are a number, false, minutes and 1.1 for Jekyll and
# Hugo. Blank lines within a text are gone, and so are comments; keys are in the order of the alphabet. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install po4a=0.69-1 >/dev/null || exit 2
for deb in debs/*.deb; do [ ! -e "$deb" ] || dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu" LC_ALL=C.UTF-8
export PERL5LIB="$folder/root/usr/share/perl5:$folder/root/usr/lib/$(uname -m)-linux-gnu/perl5/5.36"

cat >page.md <<'PAGE'
---
# seen by the works council
title: Gardener
phone: "0612345678"
remote: "no"
start: "12:30"
scale: "1.10"
duties: |
  Plant.

  Water.
---

We plant trees.
PAGE
now=$(
  po4a --version | head -n 1
  po4a-updatepo -f text -o markdown -m page.md -M UTF-8 -p page.po >/dev/null 2>&1
  echo "status $?"
  po4a-translate -k 0 -f text -o markdown -m page.md -M UTF-8 -p page.po -l out.md >/dev/null 2>&1
  echo "status $?"
  cat out.md
)
seen='po4a version 0.69.
status 0
status 0
---
duties: "Plant.\nWater.\n"
phone: 0612345678
remote: no
scale: 1.10
start: 12:30
title: Gardener
---

We plant trees.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
