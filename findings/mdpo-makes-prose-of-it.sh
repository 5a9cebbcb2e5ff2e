#!/usr/bin/env bash
# A page that is put through a translation tool, with nothing translated, has no front matter any more.
#
# mdpo 2.1.4, md2po and po2md. The dashes become lines of stars and the keys a paragraph, `draft: true` included, which
# every generator then prints; the key below a list becomes part of its last item. Status 0, no message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install mdpo==2.1.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.md <<'PAGE'
---
title: "Gardener"
draft: true
tags:
  - trees
  - soil
place: Ashford
---

We plant trees.
PAGE
now=$(
  env/bin/pip freeze | grep '^mdpo'
  env/bin/md2po page.md --save --po-filepath page.po --quiet
  echo "status $?"
  env/bin/po2md page.md --pofiles page.po --save translated.md --quiet
  echo "status $?"
  cat translated.md
)
seen='mdpo==2.1.4
status 0
status 0
***

title: "Gardener" draft: true tags:

- trees
- soil place: Ashford

***

We plant trees.'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
