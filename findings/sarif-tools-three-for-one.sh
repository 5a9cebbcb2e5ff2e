#!/usr/bin/env bash
# Three errors instead of one are “no increase”, and one that is worded anew is an increase.
#
# sarif-tools 3.0.5, `sarif --check error diff old new`. It counts sorts of errors (rule and first words of the message)
# where its help speaks of issues: two more pages without a title pass with status 0, and so does a page that was good
# before in place of another; a linter whose message was improved fails the run, though nothing was added.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install sarif-tools==3.0.5 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

report() { # its name, the message, then the files that have it
  local name=$1 text=$2 file results=
  shift 2
  for file; do
    results+=${results:+,}'{"ruleId": "title", "level": "error", "message": {"text": "'$text'"}, "locations": [{"physicalLocation":
      {"artifactLocation": {"uri": "'$file'"}, "region": {"startLine": 1}}}]}'
  done
  echo '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a linter"}}, "results": ['"$results"']}]}' >"$name"
}
report old.sarif 'title: is missing' gardener.md
report more.sarif 'title: is missing' gardener.md weaver.md potter.md
report other.sarif 'title: is missing' weaver.md
report worded.sarif 'the title is missing' gardener.md
now=$(
  env/bin/pip freeze | grep -i '^sarif'
  for new in more other worded; do
    env/bin/sarif --check error diff old.sarif $new.sarif 2>/dev/null | grep '^error level'
    echo "$new: status ${PIPESTATUS[0]}"
  done
)
seen='sarif-tools==3.0.5
error level: +0 +0
more: status 0
error level: +0 -0 no changes
other: status 0
error level: +1 -1
worded: status 1'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
