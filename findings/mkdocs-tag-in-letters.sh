#!/usr/bin/env bash
# `tags: [draft]` keeps a page off the site, `tags: draft` publishes it: the plugin looks for a tag in each letter.
#
# mkdocs-exclude-tagged-files 1.0.4 with mkdocs 1.6.1. A single tag is written without brackets in many places, and Hugo
# and Jekyll take it for a list of one. Here the text is gone through letter by letter, and none of d, r, a, f, t is a
# tag that hides a page. No message; --strict is content.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mkdocs==1.6.1 mkdocs-exclude-tagged-files==1.0.4 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir -p site/docs && cd site || exit 2
printf 'site_name: Jobs\nplugins:\n  - mkdocs_exclude_tagged_files:\n      tags_to_exclude: [draft]\n' >mkdocs.yml
printf '# Jobs\n' >docs/index.md
page() { printf -- '---\ntags: %s\n---\n# Gardener\n' "$2" >"docs/$1.md"; }
page in-brackets '[draft]'
page on-a-line $'\n- draft'
page without 'draft'
now=$(
  ../env/bin/pip freeze | grep -i '^mkdocs.exclude\|^mkdocs='
  ../env/bin/mkdocs build --strict --quiet 2>&1 | grep -v "^INFO"
  echo "status ${PIPESTATUS[0]}"
  (cd site && ls ./*/index.html)
)
seen='mkdocs==1.6.1
mkdocs-exclude-tagged-files==1.0.4
status 0
./without/index.html'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
