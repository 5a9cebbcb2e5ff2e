#!/usr/bin/env bash
# Runs posting-lint with what the action was given; every value comes through the environment, never through the text.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The log always has the form for people, with all findings that the limit of a file lets through.
arguments=(lint --format human --color never)
case "$ANNOTATIONS" in
  commands) arguments+=(--format "github=$scratch/annotations") ;;
  matcher) echo "::add-matcher::$GITHUB_ACTION_PATH/matcher.json" ;;
  none) ;;
  *)
    echo "::error title=posting-lint::\"annotations\" must be commands, matcher or none"
    exit 2
    ;;
esac
if [ "$SUMMARY" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  table=$scratch/summary.md
  arguments+=(--format "markdown=$table")
fi
if [ -n "$SARIF" ]; then arguments+=(--format "sarif=$SARIF"); fi
if [ -n "$SETTINGS_FROM" ]; then arguments+=("--config-from=$SETTINGS_FROM"); fi
if [ -n "$SINCE" ]; then arguments+=("--since=$SINCE"); fi
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<<"$ARGUMENTS"
arguments+=(--)
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<<"$PATHS"

status=0
"$BINARY" "${arguments[@]}" || status=$?
if [ -f "$scratch/annotations" ]; then cat "$scratch/annotations"; fi
if [ "$ANNOTATIONS" = matcher ]; then echo "::remove-matcher owner=posting-lint::"; fi
if [ "$status" -gt 1 ]; then
  echo "::error title=posting-lint::Not everything could be checked (status $status): the log of this step says why"
fi
if [ -f "${table:-}" ]; then
  {
    cat "$table"
    if [ "$status" -gt 1 ]; then
      # The settings that say which language is wanted may be what is wrong.
      printf '\n> [!CAUTION]\n> %s\n>\n> %s\n' \
        "Not everything could be checked (status $status): the log of the step says why." \
        "Tout n’a pas pu être vérifié (statut $status) : le journal de l’étape dit pourquoi."
    fi
  } >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "status=$status" >>"$GITHUB_OUTPUT"; fi
exit "$status"
