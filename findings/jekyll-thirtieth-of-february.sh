#!/usr/bin/env bash
# A day that does not exist moves on to the next month: `date: 2022-02-30` is 2 March, and a file 2022-04-31-x.md is 1
# May.
#
# jekyll 4.3.1 of Debian 12. A slip of one day at the end of a month gives no message; the post has another date than
# its source, in its text, in its address and in the order of the list. Pelican leaves such a page out with a message,
# and Hugo 0.168 ends with an error.
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
printf -- '---\ndate: 2022-02-30\n---\n{{ page.date | date: "%%-d %%B" }}\n' >_posts/2022-02-28-by-key.md
printf -- '---\ntitle: x\n---\n{{ page.date | date: "%%-d %%B" }}\n' >_posts/2022-04-31-by-name.md
now=$(
  ruby -S jekyll --version
  TZ=UTC ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  (cd _site && grep -r '<p>' --include='*.html' . | sort)
)
seen='jekyll 4.3.1
status 0
./2022/03/02/by-key.html:<p>2 March</p>
./2022/05/01/by-name.html:<p>1 May</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
