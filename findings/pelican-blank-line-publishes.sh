#!/usr/bin/env bash
# A blank line in the front matter publishes a draft: the `status: draft` below it is a headline of the article.
#
# pelican 4.12.0, Markdown 3.11.3. What stands between two `---` is not read as YAML but line by line up to the first
# blank line; the rest is the article's text, and `---` below a line makes a headline of it. An editor that groups keys
# by blank lines puts the article out, with its notes to read.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install pelican==4.12.0 Markdown==3.11.3 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir content
printf -- '---\ntitle: Gardener\ndate: 2022-06-28\n\nstatus: draft\n---\nWe plant trees.\n' >content/grouped.md
printf -- '---\ntitle: Gardener 2\ndate: 2022-06-28\nstatus: draft\n---\nWe plant trees.\n' >content/dense.md
now=$(
  env/bin/pelican --version
  env/bin/pelican content -o output -q 2>&1 | grep -v '^Done\|seconds'
  echo "status ${PIPESTATUS[0]}"
  (cd output && ls gardener*.html drafts && grep -o '<h2>status.*' gardener.html)
)
seen='4.12.0
status 0
gardener.html

drafts:
gardener-2.html
<h2>status: draft</h2>'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
