#!/usr/bin/env bash
# Three lines that begin with a percent sign at the head of a page are not printed; two are.
#
# discount 2.2.7 of Debian 12 (the command `markdown`). The title, author and date of old pandoc files look like that.
# A list of rebates, or three comments of a TeX author, vanish from the page without a message. One blank line above
# them saves them.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download discount=2.2.7-2 libmarkdown2=2.2.7-2 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
now=$(
  dpkg-deb -W discount_*.deb
  printf '%% 5 off for members\n%% 10 off for friends\n%% 20 off in May\n\nThe end.\n' | markdown
  printf '%% 5 off for members\n%% 10 off for friends\n\nThe end.\n' | markdown
)
seen='discount	2.2.7-2
<p>The end.</p>
<p>% 5 off for members
% 10 off for friends</p>

<p>The end.</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
