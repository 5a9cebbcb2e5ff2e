#!/usr/bin/env bash
# `published: "false"` publishes the page, and `published:` with nothing after it hides it; neither says a word.
#
# jekyll 4.3.1 of Debian 12. The key is asked for its truth as Ruby has it: every text is true, also "false", "no" and
# "off", and so is the number 0; nothing at all is false. A form that writes its switch as a text publishes what was to
# stay hidden, a form that leaves the key empty hides what was to be seen, and `off` without quotes is false again.
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

mkdir -p site/_jobs && cd site || exit 2
printf 'collections: {jobs: {output: true}}\n' >_config.yml
page() { printf -- '---\npublished: %s\n---\ntext\n' "$2" >"_jobs/$1.md"; }
page quoted-false '"false"'
page quoted-off '"off"'
page bare-off off
page zero 0
page empty ''
page null null
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  ls _site/jobs
)
seen='jekyll 4.3.1
status 0
quoted-false.html
quoted-off.html
zero.html'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
