#!/usr/bin/env bash
# `hours: 37,5` is 375 hours, and `rate: 12,50` is 1250: a decimal comma is taken for a mark between thousands.
#
# jekyll 4.3.1 of Debian 12 (Psych 4.0 of Ruby 3.1). YAML 1.1 and 1.2 have no commas in numbers: for PyYAML, js-yaml
# and Hugo `37,5` is a text. Psych drops the commas between digits and makes a number of the rest: on a French, German
# or Spanish site every decimal figure is ten or a hundred times too large, on the page and in sums. Quotes help.
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

mkdir site && cd site || exit 2
cat >page.md <<'PAGE'
---
hours: 37,5
rate: 12,50
quoted: "37,5"
---
{{ page.hours }} hours, {{ page.rate }} an hour, {{ page.quoted }} in quotes, twice is {{ page.hours | times: 2 }}
PAGE
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  cat _site/page.html
)
seen='jekyll 4.3.1
status 0
<p>375 hours, 1250 an hour, 37,5 in quotes, twice is 750</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
