#!/usr/bin/env bash
# Quotes round a date move the post by a day: the same 28 June at half past eleven in the evening is 28 or 29 June.
#
# jekyll 4.3.1 of Debian 12, with TZ=Europe/Paris. Without quotes YAML reads the date, and YAML means UTC when no zone
# is given; in quotes Ruby reads it, and Ruby means the zone of the machine. The address has the day in it, so adding
# quotes (as formatters and content managers do) breaks links. On a build server in UTC both are the same.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 >/dev/null || exit 2
for deb in debs/*.deb; do dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir -p site/_posts && cd site || exit 2
printf -- '---\ndate: 2022-06-28 23:30:00\n---\n{{ page.date }}\n' >_posts/2022-06-28-bare.md
printf -- '---\ndate: "2022-06-28 23:30:00"\n---\n{{ page.date }}\n' >_posts/2022-06-28-quoted.md
now=$(
  ruby -S jekyll --version
  for zone in Europe/Paris UTC; do
    TZ=$zone ruby -S jekyll build --quiet 2>&1
    echo "$zone, status $?"
    (cd _site && grep -r '<p>' --include='*.html' . | sort)
  done
)
seen='jekyll 4.3.1
Europe/Paris, status 0
./2022/06/28/quoted.html:<p>2022-06-28 23:30:00 +0200</p>
./2022/06/29/bare.html:<p>2022-06-29 01:30:00 +0200</p>
UTC, status 0
./2022/06/28/bare.html:<p>2022-06-28 23:30:00 +0000</p>
./2022/06/28/quoted.html:<p>2022-06-28 23:30:00 +0000</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
