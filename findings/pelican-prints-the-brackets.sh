#!/usr/bin/env bash
# `tags: [remote, trees]` prints the brackets, on the pages of other articles too, and a list on lines publishes a draft.
#
# pelican 4.12.0, Markdown 3.11.3. What stands between two `---` looks like YAML and is not read as such: brackets and
# quotes are part of the value, and indented dashes end the front matter, so that the `status: draft` below them is
# text. “[remote” and “remote” have one page, which has one of the two names. Status 0, no message.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install pelican==4.12.0 Markdown==3.11.3 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

mkdir -p site/content theme/templates theme/static && cd site || exit 2
article='{{ article.title }}: {{ article.content|striptags|replace("\n", " ") }} {% for tag in article.tags %}<{{ tag }}>{% endfor %}'
echo "$article" >../theme/templates/article.html
echo '{{ tag }}:{% for article in articles %} {{ article.title }}{% endfor %}' >../theme/templates/tag.html
printf -- '---\ntitle: Weaver\ndate: 2022-06-27\ntags: remote, trees\n---\nText.\n' >content/weaver.md
printf -- '---\ntitle: "Potter"\ndate: 2022-06-29\ntags: [remote, trees]\n---\nText.\n' >content/potter.md
printf -- '---\ntitle: Miller\ndate: 2022-06-30\ntags:\n  - mills\n  - trees\nstatus: draft\n---\nText.\n' >content/miller.md
now=$(
  ../env/bin/pelican --version
  ../env/bin/pelican content -o output -t ../theme -q -e DIRECT_TEMPLATES='[]' AUTHOR_SAVE_AS='""' CATEGORY_SAVE_AS='""' \
    FEED_ALL_ATOM=null CATEGORY_FEED_ATOM=null 2>&1 | grep -v '^Done\|seconds'
  echo "status ${PIPESTATUS[0]}"
  cd output && tail -n 5 ./*.html tag/*.html
)
seen='4.12.0
status 0
==> ./miller.html <==
Miller: mills trees status: draft Text. 
==> ./potter.html <==
"Potter": Text. <[remote><trees]>
==> ./weaver.html <==
Weaver: Text. <remote><trees>
==> tag/remote.html <==
[remote: "Potter" Weaver
==> tag/trees.html <==
trees]: "Potter" Weaver'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
