#!/usr/bin/env bash
# A formatter rewrites words inside a text: in a block of prose `answer: yes` becomes `answer: true`.
#
# yamlfix 1.19.1. It replaces yes, no, on and off behind a colon line by line, and does not ask whether the line is a
# setting or part of a text (`|`), where they are the author's words. It also takes the quotes off "-12:30" and
# "190:20:30", which are numbers then for all who read YAML 1.1.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install yamlfix==1.19.1 ruyaml==0.91.0 PyYAML==6.0.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >page.yaml <<'PAGE'
---
remote: "no"
questions: |
  Send us this form.
  Driving licence: yes
  Night shifts: no
offset: "-12:30"
PAGE
read_it() { env/bin/python -c 'import yaml; print(yaml.safe_load(open("page.yaml")))'; }
now=$(
  env/bin/pip freeze | grep -i '^yamlfix\|^PyYAML\|^ruyaml'
  read_it
  env/bin/yamlfix page.yaml >/dev/null 2>&1
  echo "status $?"
  cat page.yaml
  read_it
)
seen='PyYAML==6.0.4
ruyaml==0.91.0
yamlfix==1.19.1
{'\''remote'\'': '\''no'\'', '\''questions'\'': '\''Send us this form.\nDriving licence: yes\nNight shifts: no\n'\'', '\''offset'\'': '\''-12:30'\''}
status 0
---
remote: '\''no'\''
questions: |
  Send us this form.
  Driving licence: true
  Night shifts: false
offset: -12:30
{'\''remote'\'': '\''no'\'', '\''questions'\'': '\''Send us this form.\nDriving licence: true\nNight shifts: false\n'\'', '\''offset'\'': -750}'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
