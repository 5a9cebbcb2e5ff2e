#!/usr/bin/env bash
# A day that does not exist, under any key, publishes a draft and prints its front matter: `ends: 2022-02-30`.
#
# mkdocs 1.6.1 with mkdocs-file-filter-plugin 0.2.0, which leaves out pages with the tag `draft`. PyYAML takes the
# value for a date and raises ValueError; MkDocs takes any error for “there is no front matter”. So the tags are gone
# with the rest, the plugin lets the page through, and all keys, internal ones too, are the page's first paragraph.
# --strict does not mind.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mkdocs==1.6.1 mkdocs-file-filter-plugin==0.2.0 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir -p site/docs && cd site || exit 2
cat >mkdocs.yml <<'CONFIG'
site_name: Jobs
plugins:
  - file-filter: {exclude_tag: [draft]}
CONFIG
printf '# Jobs\n' >docs/index.md
printf -- '---\ntags: [draft]\nends: 2022-02-28\nnote: agreed up to 41000\n---\n# Gardener\n' >docs/held-back.md
printf -- '---\ntags: [draft]\nends: 2022-02-30\nnote: agreed up to 41000\n---\n# Gardener\n' >docs/published.md
now=$(
  ../env/bin/mkdocs --version | grep -o 'version [0-9.]*'
  ../env/bin/mkdocs build --strict --quiet 2>&1
  echo "status $?"
  ls -d site/*ed
  grep -A2 draft site/published/index.html
)
seen='version 1.6.1
status 0
site/published
<p>tags: [draft]
ends: 2022-02-30
note: agreed up to 41000</p>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
