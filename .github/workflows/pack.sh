#!/usr/bin/env bash
# pack.sh BINARY TAG TARGET: puts a release's archive and its checksum into dist, if the binary is of the tag's version.
set -euo pipefail

binary=$1 tag=$2 target=$3
version=$("$binary" --version)
if [ "$version" != "posting-lint ${tag#v}" ]; then
  echo "the tag is $tag, but the binary says \"$version\"" >&2
  exit 1
fi
mkdir -p dist
tar -czf "dist/posting-lint-$target.tar.gz" -C "$(dirname "$binary")" posting-lint
cd dist
if command -v sha256sum >/dev/null; then
  sha256sum "posting-lint-$target.tar.gz"
else
  shasum -a 256 "posting-lint-$target.tar.gz"
fi >"posting-lint-$target.tar.gz.sha256"
