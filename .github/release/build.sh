#!/usr/bin/env bash
# build.sh FOLDER: builds the command as it is released, without what only a debugger reads, and puts it into FOLDER with
# the list of its parts. Two checkouts of one commit give the same bytes with the same Swift on the same system.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/../.."
# Else the compiler leaves digests of its own in the executable, in which the place of the checkout counts.
same=(-Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen)

if [ "$(uname)" = Darwin ]; then
  build=(swift build -c release --product posting-lint --arch arm64 --arch x86_64 "${same[@]}")
  "${build[@]}"
  cp "$("${build[@]}" --show-bin-path)/posting-lint" "$folder/posting-lint"
  strip "$folder/posting-lint"
else
  # The switch that Package.swift sets where it can: here a system that cannot is an error. What Swift's own
  # linker makes starts a little faster than what the system's does.
  swift build -c release --product posting-lint -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s "${same[@]}"
  cp .build/release/posting-lint "$folder/posting-lint"
fi
.github/release/parts.sh >"$folder/parts.tsv"
