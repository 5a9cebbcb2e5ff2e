#!/usr/bin/env bash
# pages.sh BINARY FOLDER: writes the manual page in both languages and the completions, as the executable prints them.
set -euo pipefail
binary=$1 folder=$2
mkdir -p "$folder/man/man1" "$folder/man/fr/man1" "$folder/completions"
"$binary" manual --lang en >"$folder/man/man1/posting-lint.1"
"$binary" manual --lang fr >"$folder/man/fr/man1/posting-lint.1"
"$binary" completions bash --lang en >"$folder/completions/posting-lint.bash"
"$binary" completions zsh --lang en >"$folder/completions/_posting-lint"
"$binary" completions fish --lang en >"$folder/completions/posting-lint.fish"
