#!/usr/bin/env bash
# An empty `redirect_to: ""` replaces the page by one that reloads itself for ever; a bare `redirect_to:` does nothing.
#
# jekyll 4.3.1 and jekyll-redirect-from 0.16.0 of Debian 12. Content managers write "" for a text field that was left
# empty. The plugin asks only whether there is a value: the page's own text is thrown away, and what is published is a
# redirection to the address "", which is the page itself, after 0 seconds. The build ends with 0 and says nothing.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-redirect-from=0.16.0-2 >/dev/null || exit 2
for deb in debs/*.deb; do dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir site && cd site || exit 2
printf 'plugins: [jekyll-redirect-from]\n' >_config.yml
printf -- '---\ntitle: Gardener\nredirect_to: ""\n---\nWe plant trees.\n' >quoted.md
printf -- '---\ntitle: Gardener\nredirect_to:\n---\nWe plant trees.\n' >bare.md
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  grep -Ho 'We plant trees\|http-equiv.*"' _site/*.html
)
seen='jekyll 4.3.1
status 0
_site/bare.html:We plant trees
_site/quoted.html:http-equiv="refresh" content="0; url="'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
