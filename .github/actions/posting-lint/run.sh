#!/usr/bin/env bash
# Runs posting-lint with what the action was given; every value comes through the environment, never through the text.
set -euo pipefail

arguments=(lint)
case "$ANNOTATIONS" in
  commands) arguments+=(--format github) ;;
  matcher)
    echo "::add-matcher::$ACTION_PATH/matcher.json"
    arguments+=(--format human --color never)
    ;;
  none) arguments+=(--format human --color never) ;;
  *)
    echo "posting-lint: annotations must be commands, matcher or none, not \"$ANNOTATIONS\"" >&2
    exit 2
    ;;
esac
if [ "$SUMMARY" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  table=$(mktemp)
  arguments+=(--format "markdown=$table")
fi
if [ -n "$SARIF" ]; then arguments+=(--format "sarif=$SARIF"); fi
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
if [ -n "${table:-}" ]; then cat "$table" >>"$GITHUB_STEP_SUMMARY"; fi
if [ "$ANNOTATIONS" = matcher ]; then echo "::remove-matcher owner=posting-lint::"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "status=$status" >>"$GITHUB_OUTPUT"; fi
exit "$status"
