#!/usr/bin/env bash
# Finds the executable and puts its path into the step's output "binary": the given one, else the one of the release at
# whose tag or commit the action is used, else one that is built here.
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

# A release has a tag, such as v1.2.0. Used at a commit, the action looks for the release of its own version, and takes it
# if it was made of that commit. A branch has no binary.
reference=${ACTION_REF:-}
tag=$reference
files=("posting-lint-$target.tar.gz" SHA256SUMS)
if [[ "$reference" =~ ^[0-9a-f]{40}$ ]]; then
  tag=v$(sed -n 's/^## \([0-9].*\)$/\1/p' "$GITHUB_ACTION_PATH/../../CHANGELOG.md" | head -n 1)
  files+=(COMMIT)
fi
if [ -n "$target" ] && [[ "$tag" =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]]; then
  cd "$folder"
  if curl --fail --silent --show-error --location --max-time 120 --fail-early --remote-name-all \
    "${files[@]/#/$GITHUB_SERVER_URL/$ACTION_REPOSITORY/releases/download/$tag/}" &&
    { [ "$tag" = "$reference" ] || [ "$(cat COMMIT)" = "$reference" ]; }; then
    # A wrong checksum ends the step here: it is no reason to build.
    for file in "${files[@]}"; do
      [ "$file" = SHA256SUMS ] || grep "  $file\$" SHA256SUMS
    done >sums
    if command -v sha256sum >/dev/null; then sha256sum --check sums; else shasum -a 256 --check sums; fi
    tar -xzf "${files[0]}" posting-lint
    found "$folder/posting-lint"
  fi
  cd - >/dev/null
  echo "posting-lint: no binary of $reference can be had, so it is built here"
fi

if ! command -v swift >/dev/null; then
  echo "::error title=posting-lint::Swift is needed to build posting-lint: install it in a step before, or give an executable with \"binary\""
  exit 2
fi
swift build --package-path "$GITHUB_ACTION_PATH/../../.." --scratch-path "$folder/build" -c release \
  --product posting-lint
found "$folder/build/release/posting-lint"
