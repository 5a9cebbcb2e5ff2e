#!/usr/bin/env bash
# Opening and saving a page in one program moves it by a day in the next: `date: 2022-06-28` is saved with midnight in
# London.
#
# js-yaml 4.1.0 (Debian's node-js-yaml; gray-matter and TinaCMS save with js-yaml too) and jekyll 4.3.1 of Debian 12. A
# bare date is read as a moment and written back as 2022-06-28T00:00:00.000Z. Jekyll in New York makes 27 June of it,
# in the page and in the address; the bare date is 28 June everywhere.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 node-js-yaml=4.1.0+dfsg+~4.0.5-7 >/dev/null || exit 2
for deb in debs/*.deb; do dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir -p site/_posts && cd site || exit 2
printf -- 'date: 2022-06-28\n' >date.yaml
post() { { echo ---; cat; echo ---; echo '{{ page.date | date: "%-d %B" }}'; } >"_posts/2022-01-01-$1.md"; }
post before <date.yaml
export NODE_PATH="$folder/root/usr/share/nodejs:/usr/share/nodejs"
command -v node >/dev/null || exit 2
node -e '
  const yaml = require("js-yaml"), fs = require("fs")
  process.stdout.write(yaml.dump(yaml.load(fs.readFileSync("date.yaml", "utf8"))))' | post after
now=$(
  ruby -S jekyll --version
  node -p '"js-yaml " + require("js-yaml/package.json").version'
  grep ^date _posts/*.md
  TZ=America/New_York ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  (cd _site && grep -r '<p>' --include='*.html' . | sort)
)
seen='jekyll 4.3.1
js-yaml 4.1.0
_posts/2022-01-01-after.md:date: 2022-06-28T00:00:00.000Z
_posts/2022-01-01-before.md:date: 2022-06-28
status 0
./2022/06/27/after.html:<p>27 June</p>
./2022/06/28/before.html:<p>28 June</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
