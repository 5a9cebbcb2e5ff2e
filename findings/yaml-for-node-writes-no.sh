#!/usr/bin/env bash
# One library writes the texts "no" and "12:30" without quotes, and the next reads false and 750.
#
# The package `yaml` 2.1.3 for Node (Debian's node-yaml; Sveltia CMS and Pages CMS use 2.x too) with PyYAML 6.0.4. It
# writes for YAML 1.2, PyYAML reads 1.1; neither is wrong, neither says anything. A country, an opening hour, a date, a
# text of ones and noughts that was entered in a form is another value in the site. js-yaml 4.1.0 puts quotes round
# them.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download node-yaml=2.1.3-2 node-js-yaml=4.1.0+dfsg+~4.0.5-7 node-argparse 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done
python3 -m venv env && env/bin/pip -q install PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

command -v node >/dev/null || exit 2
export NODE_PATH="$folder/root/usr/share/nodejs"
now=$(
  node -p '"yaml " + require("yaml/package.json").version + ", js-yaml " + require("js-yaml/package.json").version'
  for library in 'require("yaml").stringify' 'require("js-yaml").dump'; do
    node -e "process.stdout.write($library({country: 'no', opens: '12:30', release: '1_0', code: '0b11', since: '2022-06-28'}))" >page.yaml
    cat page.yaml
    env/bin/python -c 'import yaml; print(yaml.safe_load(open("page.yaml")))'
  done
)
seen='yaml 2.1.3, js-yaml 4.1.0
country: no
opens: 12:30
release: 1_0
code: 0b11
since: 2022-06-28
{'\''country'\'': False, '\''opens'\'': 750, '\''release'\'': 10, '\''code'\'': 3, '\''since'\'': datetime.date(2022, 6, 28)}
country: '\''no'\''
opens: '\''12:30'\''
release: '\''1_0'\''
code: '\''0b11'\''
since: '\''2022-06-28'\''
{'\''country'\'': '\''no'\'', '\''opens'\'': '\''12:30'\'', '\''release'\'': '\''1_0'\'', '\''code'\'': '\''0b11'\'', '\''since'\'': '\''2022-06-28'\''}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
