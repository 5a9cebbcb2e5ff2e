#!/usr/bin/env bash
# Loading a page and saving it turns a page that begins with a code block into one that begins with a paragraph.
#
# python-frontmatter 1.3.0. The text is stripped of blanks at both ends when it is read, also of the four that make its
# first line code. What is written back is another page: the first line is prose, its `*` and `_` are marks, the last
# newline is gone.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install python-frontmatter==1.3.0 Markdown==3.11.3 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf -- '---\ntitle: Setup\n---\n\n    make all *.txt *.md\n\nThen wait.\n' >page.md
now=$(
  env/bin/pip freeze | grep -i '^python-frontmatter\|^Markdown='
  env/bin/python - <<'CODE'
import frontmatter, markdown

def html(text):
    return markdown.markdown(text.split("---\n", 2)[2])

before = open("page.md").read()
after = frontmatter.dumps(frontmatter.loads(before))
print(html(before), html(after), repr(after[-5:]), sep="\n--\n")
CODE
)
seen='Markdown==3.11.3
python-frontmatter==1.3.0
<pre><code>make all *.txt *.md
</code></pre>
<p>Then wait.</p>
--
<p>make all *.txt *.md</p>
<p>Then wait.</p>
--
'\''wait.'\'''
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
