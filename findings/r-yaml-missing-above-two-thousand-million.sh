#!/usr/bin/env bash
# A whole number above 2147483647 is “missing”: `views: 8045311447` is NA, and so are `hours: 37,5` and `price: 1,000`.
#
# The package yaml 2.3.7 of R (Debian's r-cran-yaml). A whole number has 32 bits there, and what does not fit is no
# number at all; 2e9 with a point in it is one. A comma between digits makes it a number first, and then that is none.
# There is a warning and no error; sums over the column are NA or, with na.rm, too small.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download r-base-core=4.2.2.20221110-2 r-cran-yaml=2.3.7-1 libblas3 liblapack3 libgfortran5 \
  2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done

root=$folder/root && ln -sf Renviron.ucf root/usr/lib/R/etc/Renviron
export R_HOME="$root/usr/lib/R" R_LIBS="$root/usr/lib/R/site-library:$root/usr/lib/R/library"
export LD_LIBRARY_PATH="$root/usr/lib/R/lib:$root/usr/lib/$(uname -m)-linux-gnu:$root/usr/lib/$(uname -m)-linux-gnu/blas:$root/usr/lib/$(uname -m)-linux-gnu/lapack"

cat >read.R <<'CODE'
library(yaml)
page <- "views: 8045311447\nviews.0: 8045311447.0\nhours: 37,5\nprice: 1,000\nquoted: '37,5'\n"
dput(suppressWarnings(yaml.load(page)))
CODE
now=$(
  dpkg-deb -W r-cran-yaml_*.deb
  "$R_HOME/bin/exec/R" --vanilla --no-echo -f read.R 2>/dev/null
)
seen='r-cran-yaml	2.3.7-1
list(views = NA_integer_, views.0 = 8045311447, hours = NA_integer_, 
    price = NA_integer_, quoted = "37,5")'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
