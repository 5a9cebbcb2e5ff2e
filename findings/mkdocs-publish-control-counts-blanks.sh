#!/usr/bin/env bash
# Two blanks after a colon publish a hidden page: `hidden:  true` is not `hidden: true`, and a comment that has those
# words hides one.
#
# mkdocs-publish-control 0.1.2 with mkdocs 1.6.1. The plugin looks for the twelve letters `hidden: true` between the
# first `---` and the next one, wherever they are, and does not read the YAML. A formatter that lines up values, `yes`,
# quotes, or a dash too many in the title publish the page; `# no longer hidden: true` or `unhidden: true` keep one
# back. --strict is content.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mkdocs==1.6.1 mkdocs-publish-control==0.1.2 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir -p site/docs && cd site || exit 2
printf 'site_name: Jobs\nplugins: [publish-control]\n' >mkdocs.yml
printf '# Jobs\n' >docs/index.md
page() { printf -- '---\n%b\n---\n# Gardener\n' "$2" >"docs/$1.md"; }
page one-blank 'hidden: true'
page two-blanks 'hidden:  true'
page yes 'hidden: yes'
page quoted 'hidden: "true"'
page after-dashes 'title: Gardener --- Ashford\nhidden: true'
page comment 'title: Gardener # no longer hidden: true'
now=$(
  ../env/bin/pip freeze | grep -i '^mkdocs.publish.control\|^mkdocs='
  ../env/bin/mkdocs build --strict --quiet 2>&1 | grep -v "^INFO"
  echo "status ${PIPESTATUS[0]}"
  (cd site && ls -d one* two* yes quoted after* comment 2>/dev/null)
)
seen='mkdocs==1.6.1
mkdocs-publish-control==0.1.2
status 0
after-dashes
quoted
two-blanks
yes'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
