#!/usr/bin/env bash
# A check that broke off passes the build: of a run that says that it failed, only the results are counted, and there are
# none.
#
# sarif-tools 3.0.5. SARIF 2.1.0 says in `invocations` whether a run came to its end (`executionSuccessful`), and what
# kept it from that. One would expect `sarif --check error` to fail on a log that says no, with an error in it. It prints
# three noughts and ends with 0, the same as for a run that found nothing, and its HTML page names neither. A gate that
# reads the log, and not the linter's own exit status, is green on the day when the settings are broken.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install sarif-tools==3.0.5 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

log() {
  printf '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [], "invocations": [%s]}]}' "$2" >"$1.sarif"
}
log clean '{"executionSuccessful": true}'
log failed '{"executionSuccessful": false, "exitCode": 2, "toolExecutionNotifications": [{"level": "error", "message": {"text": "the settings are broken"}}]}'
now=$(
  env/bin/pip freeze | grep -i '^sarif-tools\|^sarif_tools'
  for name in clean failed; do
    env/bin/sarif --check error summary "$name.sarif" 2>&1 | grep '^error'
    echo "$name: status ${PIPESTATUS[0]}"
    env/bin/sarif html "$name.sarif" -o "$name.html" >/dev/null 2>&1
    echo "its page: $(grep -c 'the settings are broken\|executionSuccessful' "$name.html") words of a failure"
  done
)
seen='sarif-tools==3.0.5
error: 0
clean: status 0
its page: 0 words of a failure
error: 0
failed: status 0
its page: 0 words of a failure'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
