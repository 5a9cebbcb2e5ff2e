#!/usr/bin/env bash
# The same hook gives two verdicts: `check-yaml` of prek passes what the one of pre-commit refuses, and with
# `check-json` it is the other way.
#
# prek 0.5.10 (`repo: builtin`, its own hooks under the old names) and pre-commit-hooks 6.0.0. A day that does not
# exist, a lone `=`, a tag and a tab behind the colon pass with the one and fail with the other; NaN fails and passes.
# A team in which both are used has files that one half cannot commit.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install prek==0.5.10 pre-commit-hooks==6.0.0 ruamel.yaml==0.19.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

export PREK_HOME="$folder/prek"
git init -q site && cd site || exit 2
printf 'repos: [{repo: builtin, hooks: [{id: check-yaml}, {id: check-json}]}]\n' >.pre-commit-config.yaml
verdicts() {  # KIND TEXT: of prek, then of pre-commit-hooks
  printf '%b' "$2" >"file.$1" && git add -A
  ../env/bin/prek run --quiet "check-$1" --files "file.$1" >/dev/null 2>&1 && a=passes || a=fails
  "../env/bin/check-$1" "file.$1" >/dev/null 2>&1 && b=passes || b=fails
  echo "check-$1 $2: $a, $b"
}
now=$(
  ../env/bin/prek --version | cut -d' ' -f1-2
  ../env/bin/pip freeze | grep -i '^pre.commit.hooks'
  verdicts yaml 'ends: 2022-06-28'
  verdicts yaml 'ends: 2022-02-30'
  verdicts yaml 'sign: ='
  verdicts yaml 'place: !city Ashford'
  verdicts yaml 'place:\tAshford'
  verdicts json '{"mean": NaN}'
)
seen='prek 0.5.10
pre_commit_hooks==6.0.0
check-yaml ends: 2022-06-28: passes, passes
check-yaml ends: 2022-02-30: passes, fails
check-yaml sign: =: passes, fails
check-yaml place: !city Ashford: passes, fails
check-yaml place:\tAshford: passes, fails
check-json {"mean": NaN}: fails, passes'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
