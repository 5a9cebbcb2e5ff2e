#!/usr/bin/env bash
# parts.sh: prints what a fully static executable that is linked here holds beside the project's own code: a name and a
# version a line, with a tab between them.
set -euo pipefail
[ "$(uname)" = Linux ] || exit 0
compiler=$(find /usr/lib/gcc -name libstdc++.a | sort -V | tail -n 1)
printf 'swift\t%s\n' "$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')"
printf 'glibc\t%s\n' "$(getconf GNU_LIBC_VERSION | sed 's/^glibc //')"
printf 'libstdc++\t%s\n' "$(basename "$(dirname "$compiler")")"
