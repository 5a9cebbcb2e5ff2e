#!/usr/bin/env bash
# Loading and saving changes a salary: `1_250.50` is written back as `01250.50`, and +33612345678 loses its plus.
#
# ruamel.yaml 0.19.1 in its usual mode, which is made for keeping files as they are. The groups of a number with a
# fraction are lost and a nought takes their place; a number in base sixteen with a minus comes back as a tag and a
# text in quotes. No warning.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install ruamel.yaml==0.19.1 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf 'salary: 1_250.50\nphone: +33612345678\nmask: -0x1f\nwhole: 1_250\n' >page.yaml
now=$(
  env/bin/pip freeze | grep -i '^ruamel.yaml='
  env/bin/python - <<'CODE'
import sys
from pathlib import Path
from ruamel.yaml import YAML

yaml = YAML()
page = yaml.load(Path("page.yaml"))
print(dict(page))
yaml.dump(page, sys.stdout)
CODE
)
seen='ruamel.yaml==0.19.1
{'\''salary'\'': 1250.5, '\''phone'\'': 33612345678, '\''mask'\'': -31, '\''whole'\'': 1250}
salary: 01250.50
phone: 33612345678
mask: !!int '\''0x-1f'\''
whole: 1_250'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
