#!/usr/bin/env bash
# A linter takes the quotes off `hours: "37,5"` as superfluous, and the site has 375 hours.
#
# ryl 0.26.1, `ryl format` of the front matter of Markdown, with jekyll 4.3.1 of Debian 12. Of values that look like
# numbers, days or truth values it leaves the quotes, also those of YAML 1.1 (“0612345670”, “12:30”, “off”). The decimal
# comma is in no standard, but Psych takes it for a mark between thousands. yamllint 1.38.0 calls these quotes redundant
# too (`quoted-strings: only-when-needed`). Status 0; a second run finds nothing.
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
python3 -m venv env && env/bin/pip -q install ryl==0.26.1 yamllint==1.38.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir site && cd site || exit 2
printf '[files]\nmarkdown = ["**/*.md"]\n' >.ryl.toml
cat >page.md <<'PAGE'
---
hours: "37,5"
phone: "0612345670"
opens: "12:30"
remote: "off"
---

{{ page.hours }} hours, {{ page.phone }}, from {{ page.opens }}, remote {{ page.remote }}
PAGE
build() { ruby -S jekyll build --quiet 2>&1 && cat _site/page.html; }
now=$(
  ruby -S jekyll --version
  ../env/bin/pip freeze | grep '^ryl\|^yamllint'
  build
  sed -n 2,5p page.md | ../env/bin/yamllint -f parsable -d 'rules: {quoted-strings: {required: only-when-needed}}' -
  ../env/bin/ryl format page.md 2>&1
  echo "status $?"
  sed -n 2,5p page.md
  build
)
seen='jekyll 4.3.1
ryl==0.26.1
yamllint==1.38.0
<p>37,5 hours, 0612345670, from 12:30, remote off</p>
stdin:1:8: [error] string value is redundantly quoted with any quotes (quoted-strings)
status 0
hours: 37,5
phone: '\''0612345670'\''
opens: '\''12:30'\''
remote: '\''off'\''
<p>375 hours, 0612345670, from 12:30, remote off</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
