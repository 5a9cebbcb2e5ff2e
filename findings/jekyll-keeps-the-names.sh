#!/usr/bin/env bash
# An “Apply” link made of `url: https://apply.example.org` leads back to the posting, and `name` prints the file's name.
#
# jekyll 4.3.1 of Debian 12. Some keys belong to Jekyll, others to the author, and which ones depends on the folder:
# `name` is the author's in a collection and the file's in a page, `id` the other way round; `url` is never the
# author’s. The theme gets another value than the one in the front matter, without a message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 >/dev/null || exit 2
for deb in debs/*.deb; do [ ! -e "$deb" ] || dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir -p site/_jobs && cd site || exit 2
printf 'collections: {jobs: {output: true}}\n' >_config.yml
cat >page.md <<'PAGE'
---
url: https://apply.example.org/
name: Green Workshop
id: A-17
next: Tuesday
path: by the river
contract: permanent
---
url {{ page.url }}, name {{ page.name }}, id {{ page.id }}, next {{ page.next }}, path {{ page.path }}, {{ page.contract }}
PAGE
cp page.md _jobs/gardener.md
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  cat _site/page.html _site/jobs/gardener.html
)
seen='jekyll 4.3.1
status 0
<p>url /page.html, name page.md, id A-17, next Tuesday, path by the river, permanent</p>
<p>url /jobs/gardener.html, name Green Workshop, id /jobs/gardener, next , path _jobs/gardener.md, permanent</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
