#!/usr/bin/env bash
# The title “1. Gardener” of a page is “Gardener” in the browser's tab, in search results and when the page is shared.
#
# jekyll 4.3.1 with jekyll-seo-tag 2.8.0 of Debian 12. The plugin reads the title as a Markdown text and then takes the
# marks out: the number of a list, the dash of “- Gardener” and the underlines of “__init__” are marks for it, while the
# headline of the page has them. And what it writes for machines (JSON-LD) has entities of HTML in it: a search engine
# is told of “R &amp; D”. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
mkdir -p debs/partial root && apt-get -qq -y -d --no-install-recommends -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
  -o Dir::Cache::archives="$folder/debs" install jekyll=4.3.1+dfsg-3+deb12u1 ruby-jekyll-seo-tag=2.8.0-1 >/dev/null || exit 2
for deb in debs/*.deb; do [ ! -e "$deb" ] || dpkg-deb -x "$deb" root || exit 2; done
export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
RUBYLIB=$(printf '%s:' "$folder"/root/usr/lib/{,$(uname -m)-linux-gnu/}ruby/{vendor_ruby,3.1.0,vendor_ruby/3.1.0})
GEM_PATH=$(printf '%s:' {"$folder"/root,}/usr/{share/,lib/$(uname -m)-linux-gnu/}rubygems-integration/{all,3.1.0} "$folder"/root/usr/lib/ruby/gems/3.1.0)
export RUBYLIB GEM_PATH
find root -name native.rb -exec sed -i 's#"/usr/lib/.*libsass.*"#"libsass.so.1"#' {} +  # the package names a fixed path

mkdir -p site/_layouts && cd site || exit 2
printf 'plugins: [jekyll-seo-tag]\n' >_config.yml
printf '{%% seo %%}\n<h1>{{ page.title }}</h1>\n' >_layouts/default.html
i=0
for title in '1. Gardener' '- Gardener' '__init__ developer' 'R & D lead'; do
  i=$((i + 1))
  printf -- '---\nlayout: default\ntitle: "%s"\n---\n' "$title" >"page$i.md"
done
now=$(
  ruby -S jekyll --version
  ruby -S jekyll build --quiet 2>&1
  echo "status $?"
  for page in _site/page*.html; do
    grep -o '<h1>.*</h1>\|<title>.*</title>\|"headline":"[^"]*"' "$page" | tr '\n' ' '
    echo
  done
)
seen='jekyll 4.3.1
status 0
<title>Gardener</title> "headline":"Gardener" <h1>1. Gardener</h1> 
<title>Gardener</title> "headline":"Gardener" <h1>- Gardener</h1> 
<title>init developer</title> "headline":"init developer" <h1>__init__ developer</h1> 
<title>R &amp; D lead</title> "headline":"R &amp; D lead" <h1>R & D lead</h1> '
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
