#!/usr/bin/env bash
# A note to colleagues, a comment of the front matter, is printed in the table of contents of the page.
#
# md-toc 9.1.0 (its hook for pre-commit writes the table into the file). In YAML a line that begins with `#` is a
# comment and never published; the tool does not know front matter and takes it for the first headline, with a link that
# leads nowhere. Status 0. A comment without a blank after its sign (`#note`) stays out.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install md-toc==9.1.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.md <<'PAGE'
---
# Not before Ann has left
title: Gardener
---

<!--TOC-->

# The garden

## What we plant
PAGE
now=$(
  env/bin/pip freeze | grep -i '^md.toc'
  env/bin/md_toc --in-place github page.md
  echo "status $?"
  cat page.md
)
seen='md_toc==9.1.0
status 0
---
# Not before Ann has left
title: Gardener
---

<!--TOC-->

- [Not before Ann has left](#not-before-ann-has-left)
- [The garden](#the-garden)
  - [What we plant](#what-we-plant)

<!--TOC-->

# The garden

## What we plant'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
