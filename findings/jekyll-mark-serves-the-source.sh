#!/usr/bin/env bash
# A byte order mark takes a page out of a collection and puts its source on the site, notes in its front matter
# included.
#
# jekyll 4.3.1 of Debian 12. In a collection a file is a page only if its first line is `---`. With a mark before it
# (some editors of Windows write one) it is a static file: the page has no address, is in no list, and its source is
# served as it is. --strict_front_matter sees nothing. The same file in _posts is read well, because there the mark is
# stepped over; and so a site may work for years until a file is moved.
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

mkdir -p site/_jobs site/_posts && cd site || exit 2
printf 'collections: {jobs: {output: true}}\n' >_config.yml
printf '\xef\xbb\xbf---\ntitle: Gardener\nnote: agreed up to 41000\n---\nWe plant trees.\n' >_jobs/gardener.md
cp _jobs/gardener.md _posts/2022-06-28-gardener.md
printf -- '---\n---\nin the list: {{ site.jobs | map: "title" | join: ", " }}{{ site.posts | map: "title" | join: ", " }}\n' >index.md
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet --strict_front_matter 2>&1
  echo "status $?"
  ls _site/jobs _site/2022/06/28
  grep -h '^note' _site/jobs/gardener.md
  cat _site/index.html
)
seen='jekyll 4.3.1
status 0
_site/2022/06/28:
gardener.html

_site/jobs:
gardener.md
note: agreed up to 41000
<p>in the list: Gardener</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
