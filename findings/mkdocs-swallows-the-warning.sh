#!/usr/bin/env bash
# A page without front matter loses its first lines if they look like `Word: text`: “Warning: mind the step.” is gone.
#
# mkdocs 1.6.1. Where there is no `---`, the old metadata of MultiMarkdown is looked for: lines with a colon up to the
# first blank line. The paragraph is neither on the page nor in the search (found there once, for the other page), and
# the build says nothing, with --strict too. One word before the colon is enough; with two words, or with a headline
# above it, the paragraph stays.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mkdocs==1.6.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir -p site/docs && cd site || exit 2
printf 'site_name: Jobs\n' >mkdocs.yml
printf 'Warning: mind the step.\nTools: bring your own.\n\nWe plant trees.\n' >docs/index.md
printf 'Fair warning: mind the step.\n\nWe plant trees.\n' >docs/two-words.md
now=$(
  ../env/bin/mkdocs --version | grep -o 'version [0-9.]*'
  ../env/bin/mkdocs build --strict --quiet 2>&1
  echo "status $?"
  grep -ro 'mind the step\|bring your own\|We plant trees' --include=index.html site | sort
  grep -o 'mind the step' site/search/search_index.json | wc -l
)
seen='version 1.6.1
status 0
site/index.html:We plant trees
site/two-words/index.html:We plant trees
site/two-words/index.html:mind the step
1'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
