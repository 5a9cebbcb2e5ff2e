#!/usr/bin/env bash
# A text that the one writes without quotes is a number for the other: the commit 4021e7 becomes 40210000000, `08`
# becomes 8.
#
# PyYAML 6.0.4 writes, js-yaml 4.1.0 (Debian's node-js-yaml) reads. PyYAML goes by YAML 1.1, where a power of ten needs
# a point and a sign and `08` is no number, so it sees no need for quotes; js-yaml goes by YAML 1.2. About one in fifty
# commit ids of seven signs is digits with one e between them, and is another value for the site when a Python program
# put it into the front matter.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
apt-get -qq download node-js-yaml=4.1.0+dfsg+~4.0.5-7 node-argparse 2>/dev/null || exit 2
for deb in *.deb; do dpkg-deb -x "$deb" root || exit 2; done
python3 -m venv env && env/bin/pip -q install PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

export NODE_PATH="$folder/root/usr/share/nodejs"
command -v node >/dev/null || exit 2
now=$(
  env/bin/pip freeze | grep -i '^pyyaml'
  node -p '"js-yaml " + require("js-yaml/package.json").version'
  env/bin/python -c 'import yaml; print(yaml.safe_dump({"commit": "4021e7", "house": "08", "room": "0o17", "release": "1.10"}), end="")' | tee page.yaml
  env/bin/python -c 'import yaml; print(yaml.safe_load(open("page.yaml")))'
  node -p 'JSON.stringify(require("js-yaml").load(require("fs").readFileSync("page.yaml", "utf8")))'
)
seen='PyYAML==6.0.4
js-yaml 4.1.0
commit: 4021e7
house: 08
release: '\''1.10'\''
room: 0o17
{'\''commit'\'': '\''4021e7'\'', '\''house'\'': '\''08'\'', '\''release'\'': '\''1.10'\'', '\''room'\'': '\''0o17'\''}
{"commit":40210000000,"house":8,"release":"1.10","room":15}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
