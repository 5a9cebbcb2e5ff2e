#!/usr/bin/env bash
# A rule in a text ends it: what stands below `---` is dropped up to the next line with a colon, which becomes a field.
#
# Lektor 3.3.14. A page is a file of fields with `---` between them, and the text is one of the fields. A rule of
# Markdown, which is written in the same way, has to be `----`; if it is not, the paragraphs below it are nowhere, and
# a line like `Note: …` among them is a field “Note” that no model has. No message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install Lektor==3.3.14 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^lektor='
  env/bin/python - <<'CODE'
from lektor.metaformat import tokenize

text = "title: Gardener\n---\nbody:\n\nWe plant trees.\n\n---\n\nYou bring boots.\n\nNote: mind the step.\n\nThe end.\n"
for name, lines in tokenize(text.splitlines(True)):
    print(name, repr("".join(lines)))
CODE
)
seen='Lektor==3.3.14
title '\''Gardener'\''
body '\''We plant trees.\n'\''
Note '\''mind the step.\n\nThe end.'\'''
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
