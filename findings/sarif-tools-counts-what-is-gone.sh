#!/usr/bin/env bash
# A result that is gone fails the build: results with `"baselineState": "absent"` and suppressed ones are counted as
# errors.
#
# sarif-tools 3.0.5. SARIF 2.1.0 keeps in a report what the last run had and this one has not, and what somebody has
# waived, marked as such. `sarif --check error summary` counts all of them with the new ones: the run that mended
# everything is as red as the one before, and the mark does not show in the summary.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install sarif-tools==3.0.5 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

result() { printf '{"ruleId": "wrong-type", "level": "error", "message": {"text": "x"}%s}' "$1"; }
report() {
  printf '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "wrong-type"}]}}, "results": [%s]}]}' "$2" >"$1.sarif"
}
report none ''
report gone "$(result ', "baselineState": "absent"')"
report waived "$(result ', "suppressions": [{"kind": "external", "status": "accepted"}]')"
report same "$(result ', "baselineState": "unchanged"')"
now=$(
  env/bin/pip freeze | grep -i '^sarif-tools\|^sarif_tools'
  for name in none gone waived same; do
    env/bin/sarif --check error summary "$name.sarif" 2>&1 | grep '^error'
    echo "$name: status ${PIPESTATUS[0]}"
  done
)
seen='sarif-tools==3.0.5
error: 0
none: status 0
error: 1
gone: status 1
error: 1
waived: status 1
error: 1
same: status 1'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
