#!/usr/bin/env bash
# `nosearch: false` takes a page out of the search, and `blogpost: false` puts it into the blog and its feed.
#
# Sphinx 9.0.4 with myst-parser 5.2.0, ablog 0.11.13 and sphinxext-opengraph 0.13.0. For all three the key alone
# counts: front matter of MyST is turned into fields of reStructuredText, where `:nosearch:` has no value. Its readers
# and writers think in YAML, where false means no; a form or a template that writes every key hides the page. No
# message; `orphan: false` silences the warning about a page that is in no table of contents in the same way.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install Sphinx==9.0.4 myst-parser==5.2.0 ablog==0.11.13 \
  sphinxext-opengraph==0.13.0 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

export LC_ALL=C.UTF-8
mkdir site && cd site || exit 2
printf 'project = "Jobs"\nextensions = ["myst_parser", "ablog", "sphinxext.opengraph"]\nhtml_theme = "basic"\n
blog_baseurl = ogp_site_url = "https://example.org/"\nblog_title = "Jobs"\nogp_social_cards = {"enable": False}\n' >conf.py
printf '# Jobs\n\n```{toctree}\nplain\nkept\n```\n' >index.md
printf '# Weaver\n\nLooms.\n' >plain.md
printf -- '---\nnosearch: false\nblogpost: false\ndate: 2022-06-28\nogp_disable: false\n---\n# Gardener\n\nTulips.\n' >kept.md
printf -- '---\norphan: false\n---\n# Potter\n\nClay.\n' >nowhere.md
now=$(
  ../env/bin/pip freeze | grep -i '^ablog\|^myst-parser\|^Sphinx=\|^sphinxext-opengraph'
  ../env/bin/sphinx-build -q -b html . out 2>&1 | grep -v matplotlib
  echo "status ${PIPESTATUS[0]}"
  for word in loom tulip; do grep -q "$word" out/searchindex.js && echo "$word is found" || echo "$word is not found"; done
  echo "in the feed: $(grep -o '<title>.*</title>' out/blog/atom.xml | tr '\n' ' ')"
  echo "with og:title: $(cd out && grep -l 'og:title' plain.html kept.html)"
)
seen='ablog==0.11.13
myst-parser==5.2.0
Sphinx==9.0.4
sphinxext-opengraph==0.13.0
status 0
loom is found
tulip is not found
in the feed: <title>Jobs</title> <title>Gardener</title> 
with og:title: plain.html'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
