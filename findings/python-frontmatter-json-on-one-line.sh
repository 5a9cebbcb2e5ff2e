#!/usr/bin/env bash
# JSON front matter on one line is no front matter: the metadata is empty, the JSON is text, and there is no error.
#
# python-frontmatter 1.3.0. Each brace must be alone on its line at the margin. `{"draft": true}`, or a last brace that
# is indented or stands behind the last value, gives an empty dictionary, and a program that asks for `draft` gets
# None. Hugo reads all three. A brace at the margin that closes an inner object ends the block and is an error.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install python-frontmatter==1.3.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^python-frontmatter'
  env/bin/python - <<'CODE'
import frontmatter

for text in ('{\n"draft": true\n}\n\nText', '{"draft": true}\n\nText', '{\n"draft": true\n }\n\nText', '{\n"draft": true }\n\nText'):
    post = frontmatter.loads(text)
    print(repr(text), post.metadata, repr(post.content))
CODE
)
seen='python-frontmatter==1.3.0
'\''{\n"draft": true\n}\n\nText'\'' {'\''draft'\'': True} '\''Text'\''
'\''{"draft": true}\n\nText'\'' {} '\''{"draft": true}\n\nText'\''
'\''{\n"draft": true\n }\n\nText'\'' {} '\''{\n"draft": true\n }\n\nText'\''
'\''{\n"draft": true }\n\nText'\'' {} '\''{\n"draft": true }\n\nText'\'''
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
