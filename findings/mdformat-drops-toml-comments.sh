#!/usr/bin/env bash
# A formatter of Markdown deletes every comment in TOML front matter, and writes `0x1f` and `1_000` as 31 and 1000.
#
# mdformat 1.0.0 with mdformat-front-matters 2.0.0. YAML is written back with its comments; TOML goes through the
# package toml 0.10.2, which forgets comments, the way a number is written, and the fraction of a second in a time of
# day. What is lost is what the author wanted to tell the next one. The command ends with 0 and says nothing.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mdformat==1.0.0 mdformat-front-matters==2.0.0 toml==0.10.2 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.md <<'PAGE'
+++
# do not publish before the board has met
title = "Gardener" # was: Head gardener
mask = 0x1f
salary = 41_000
start = 07:27:43.5
+++

Text.
PAGE
now=$(
  env/bin/pip freeze | grep -i '^mdformat\|^toml='
  env/bin/mdformat page.md
  echo "status $?"
  cat page.md
)
seen='mdformat==1.0.0
mdformat_front_matters==2.0.0
toml==0.10.2
status 0
+++
title = "Gardener"
mask = 31
salary = 41000
start = 07:27:43
+++

Text.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
