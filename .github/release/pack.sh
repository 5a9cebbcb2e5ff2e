#!/usr/bin/env bash
# pack.sh BUILDS VERSION COMMIT HOME DIST: makes all files of a release in DIST from what build.sh put into the folders
# of BUILDS, one a target: archives, wheels, bills of materials, the commit, and the checksums of all.
#
# The manual page and the completions are those that the executable of this machine prints. HOME may be empty.
set -euo pipefail
builds=$(realpath "$1") version=$2 commit=$3 home=$4
dist=$(mkdir -p "$5" && cd "$5" && pwd)
cd "$(dirname "$0")"
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

case "$(uname)-$(uname -m)" in
  Linux-x86_64) own=x86_64-linux ;;
  Linux-*) own=aarch64-linux ;;
  *) own=universal-macos ;;
esac
# An artifact of a workflow comes without modes.
chmod +x "$builds/$own/posting-lint"
said=$("$builds/$own/posting-lint" --version)
if [ "$said" != "posting-lint $version" ]; then
  echo "the version is $version, but the command says \"$said\"" >&2
  exit 1
fi
./pages.sh "$builds/$own/posting-lint" "$pages"
for folder in "$builds"/*; do
  target=$(basename "$folder")
  bill=$dist/posting-lint-$target.cdx.json
  python3 ./sbom.py "$folder/posting-lint" "$folder/parts.tsv" "$version" --home "$home" >"$bill"
  python3 ./archive.py "$folder/posting-lint" "$pages" "$target" "$dist"
  python3 ./wheel.py "$folder/posting-lint" "$pages" "$target" "$version" "$dist" --home "$home" --sbom "$bill"
done
# Which commit the release is of: the action reads it where it is pinned by commit.
printf '%s\n' "$commit" >"$dist/COMMIT"
cd "$dist"
if command -v sha256sum >/dev/null; then sums=(sha256sum); else sums=(shasum -a 256); fi
"${sums[@]}" COMMIT posting* >SHA256SUMS
