#!/usr/bin/env bash
# A list of one item is no list when the file is saved: `tags: [trees]` comes back as `tags: trees`, `[trees, soil]`
# stays a list.
#
# The package yaml 2.3.7 of R (Debian's r-cran-yaml), on which R Markdown, blogdown and bookdown build. A list of equal
# values is a vector for R, and a vector of one is the value itself. A site that loops over tags then loops over
# letters or stops. Beside it, a key `y` becomes "TRUE" and the text `y` is saved as `yes`. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download r-base-core=4.2.2.20221110-2 r-cran-yaml=2.3.7-1 libblas3 liblapack3 libgfortran5 \
  2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

root=$folder/root && ln -sf Renviron.ucf root/usr/lib/R/etc/Renviron
export R_HOME="$root/usr/lib/R" R_LIBS="$root/usr/lib/R/site-library:$root/usr/lib/R/library"
export LD_LIBRARY_PATH="$root/usr/lib/R/lib:$root/usr/lib/$(uname -m)-linux-gnu:$root/usr/lib/$(uname -m)-linux-gnu/blas:$root/usr/lib/$(uname -m)-linux-gnu/lapack"

cat >save.R <<'CODE'
library(yaml)
page <- "tags: [trees]\nplaces: [Ashford, Mill Lane]\nanswer: y\npoint: {x: 3, y: 4}\n"
cat(as.yaml(yaml.load(page)))
CODE
now=$(
  dpkg-deb -W r-cran-yaml_*.deb
  "$R_HOME/bin/exec/R" --vanilla --no-echo -f save.R 2>/dev/null
)
seen='r-cran-yaml	2.3.7-1
tags: trees
places:
- Ashford
- Mill Lane
answer: yes
point:
  x: 3
  '\''TRUE'\'': 4'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
