#!/usr/bin/env bash
# Finds the executable and puts its path into the step's output "binary": the given one, else the one of the release at
# whose tag the action is used, else one that is built here.
set -euo pipefail

found() {
  echo "binary=$1" >>"$GITHUB_OUTPUT"
  "$1" --version
  exit 0
}

if [ -n "$BINARY" ]; then
  if [[ "$BINARY" == */* ]]; then found "$(realpath -- "$BINARY")"; fi
  found "$(command -v -- "$BINARY")"
fi

case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
  Linux-X64) target=x86_64-linux ;;
  Linux-ARM64) target=aarch64-linux ;;
  macOS-*) target=universal-macos ;;
  *) target= ;;
esac
folder=$RUNNER_TEMP/posting-lint
mkdir -p "$folder"

# The tag of a release, such as v1.2.0; a branch or a commit has no binary.
if [ -n "$target" ] && [[ "${ACTION_REF:-}" =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]]; then
  archive=posting-lint-$target.tar.gz
  release=$GITHUB_SERVER_URL/$ACTION_REPOSITORY/releases/download/$ACTION_REF
  if curl --fail --silent --show-error --location --max-time 120 --output-dir "$folder" \
    --remote-name "$release/$archive" --remote-name "$release/SHA256SUMS"; then
    cd "$folder"
    # A wrong checksum ends the step here: it is no reason to build.
    grep "  $archive\$" SHA256SUMS >sum
    if command -v sha256sum >/dev/null; then sha256sum --check sum; else shasum -a 256 --check sum; fi
    tar -xzf "$archive"
    found "$folder/posting-lint"
  fi
  echo "posting-lint: no binary of $ACTION_REF can be had, so it is built here"
fi

if ! command -v swift >/dev/null; then
  echo "::error title=posting-lint::Swift is needed to build posting-lint: install it in a step before, or give an executable with \"binary\""
  exit 2
fi
swift build --package-path "$GITHUB_ACTION_PATH/../../.." --scratch-path "$folder/build" -c release \
  --product posting-lint
found "$folder/build/release/posting-lint"
