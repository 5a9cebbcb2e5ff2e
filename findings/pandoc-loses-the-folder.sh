#!/usr/bin/env bash
# A path of Windows in the front matter loses its folders: `C:\Users\Public` is printed as “C:”.
#
# pandoc 2.17.1.1 of Debian 12. A text of the metadata is read as Markdown, and there a backslash with a word behind it
# is a command of TeX, which HTML and plain text have no place for. The file is written without the word, status 0, no
# message. Quotes do not help, two backslashes do.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0 \
  libcmark-gfm0.29.0.gfm.6 libcmark-gfm-extensions0.29.0.gfm.6 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

export PATH="$folder/root/usr/bin:$PATH" LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
cat >page.md <<'PAGE'
---
path: C:\Users\Public
quoted: 'C:\Users\Public'
doubled: C:\\Users\\Public
---
PAGE
printf '[$path$] [$quoted$] [$doubled$]\n' >page.plain
now=$(
  pandoc --version | head -1
  cat page.md
  for to in html plain; do pandoc --data-dir=root/usr/share/pandoc/data --to "$to" --metadata title=x --template page.plain page.md 2>&1; done
)
seen='pandoc 2.17.1.1
---
path: C:\Users\Public
quoted: '\''C:\Users\Public'\''
doubled: C:\\Users\\Public
---
[C:] [C:] [C:\Users\Public]
[C:] [C:] [C:\Users\Public]'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
