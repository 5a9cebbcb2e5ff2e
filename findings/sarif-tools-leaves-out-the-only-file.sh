#!/usr/bin/env bash
# A list of findings for Emacs has no file in it when all findings are of one file: what the names have in common is taken
# off, and that is the whole name.
#
# sarif-tools 3.0.5. `sarif emacs` writes `NAME:LINE: message`, which Emacs makes into links. It takes off the beginning
# that all names share, as a folder of a build server. One would expect the name of the file to be left. With two findings
# of one file alone, as of a change that touches one posting, every line begins with a colon and leads nowhere; with two
# files in one folder the lines lack that folder, and lead somewhere only from inside it.
# The way out: `--no-autotrim`.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install sarif-tools==3.0.5 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

result() {
  printf '{"ruleId": "wrong-type", "level": "error", "message": {"text": "x"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %s}}}]}' "$1" "$2"
}
log() {
  printf '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "wrong-type"}]}}, "results": [%s]}]}' "$2" >"$1.sarif"
}
log one "$(result content/_jobs/a.md 3), $(result content/_jobs/a.md 7)"
log two "$(result content/_jobs/a.md 3), $(result content/_jobs/b.md 7)"
now=$(
  env/bin/pip freeze | grep -i '^sarif-tools\|^sarif_tools'
  for name in one two; do
    env/bin/sarif emacs "$name.sarif" -o "$name.txt" >/dev/null 2>&1
    echo "$name: $(grep 'wrong-type x$' "$name.txt" | paste -sd '|')"
  done
  env/bin/sarif emacs --no-autotrim one.sarif -o kept.txt >/dev/null 2>&1
  echo "kept: $(grep 'wrong-type x$' kept.txt | paste -sd '|')"
)
seen='sarif-tools==3.0.5
one: :3: wrong-type x|:7: wrong-type x
two: a.md:3: wrong-type x|b.md:7: wrong-type x
kept: content/_jobs/a.md:3: wrong-type x|content/_jobs/a.md:7: wrong-type x'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
