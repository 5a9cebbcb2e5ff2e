#!/usr/bin/env bash
# hooks.sh VERSION OWNER FOLDER: writes the files of the hook repository for VERSION into FOLDER.
set -euo pipefail
version=$1 owner=$2 folder=$3
cd "$(dirname "$0")/../hook-repository"
if ! grep -qxF "dependencies = [\"posting-lint==$version\"]" pyproject.toml; then
  echo "the hook repository is not of version $version" >&2
  exit 1
fi
mkdir -p "$folder"
cp .pre-commit-hooks.yaml pyproject.toml "$folder"
sed "s|github.com/OWNER/|github.com/$owner/|" README.md >"$folder/README.md"
