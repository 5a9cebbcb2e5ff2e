#!/usr/bin/env bash
# The command that publishes a draft changes what is in it: the telephone number 0612345670 is 103402424 afterwards.
#
# jekyll 4.3.1 with jekyll-compose 0.12.0 of Debian 12, `jekyll publish`. To add the day it reads the front matter and
# writes it anew from what it read: 37,5 hours are 375, half past twelve is 45000 seconds, version 1.10 is 1.1, comments
# are gone, for good. If a date is in the draft already, nothing of this happens: then it stays without its own day.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-compose=0.12.0-4 >/dev/null || exit 2
for deb in debs/*.deb; do dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir -p site/_drafts && cd site || exit 2
printf 'plugins: [jekyll-compose]\ntimezone: UTC\n' >_config.yml
draft() { { echo ---; printf '# Ask Ann first.\nphone: 0612345670\nhours: 37,5\nopens: 12:30\nversion: 1.10\n%b' "$2"; echo ---; } >"_drafts/$1.md"; }
draft weaver ''
draft potter 'until: 2022-12-31\n'
now=$(
  ruby -S jekyll --version
  for name in weaver potter; do
    ruby -S jekyll publish "_drafts/$name.md" --date 2022-06-28 2>&1 | sed -n 's/\x1b\[[0-9]*m//g; s/ *$//; /^Conf/!p'
    cat "_posts/2022-06-28-$name.md"
  done
)
seen='jekyll 4.3.1
Draft _drafts/weaver.md was moved to _posts/2022-06-28-weaver.md
---
phone: 103402424
hours: 375
opens: 45000
version: 1.1
date: 2022-06-28 00:00 +0000
---
Tried to load unspecified class: Date
Draft _drafts/potter.md was moved to _posts/2022-06-28-potter.md
---
# Ask Ann first.
phone: 0612345670
hours: 37,5
opens: 12:30
version: 1.10
until: 2022-12-31
---'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
