#!/usr/bin/env bash
# A file that is put through a translation tool, with nothing translated, comes out with texts for its numbers and
# truth values: `draft = true` becomes `draft = "True"`.
#
# translate-toolkit 3.20.4 (Weblate's converters), toml2po/po2toml and yaml2po/po2yaml. Every value is offered to the
# translator, and what comes back is a text: `weight = 10` is "10", 0xff is "255", and in YAML the text "no" loses the
# quotes that make it one. One date in the file, and all of it is left out, with a warning and status 0.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install translate-toolkit==3.20.4 ruamel.yaml==0.19.1 tomlkit==0.15.2 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf 'title = "Gardener"\nweight = 10\ncolor = 0xff\ndraft = true\n' >job.toml
printf 'title: Gardener\nweight: 10\ndraft: true\nremote: "no"\n' >job.yaml
printf 'title = "Gardener"\ndate = 2022-06-28\n' >dated.toml
now=$(
  env/bin/pip freeze | grep -i '^translate'
  for name in job.toml job.yaml dated.toml; do
    kind=${name#*.}
    "env/bin/${kind}2po" --progress=none "$name" "$name.po" 2>/dev/null &&
      "env/bin/po2$kind" --progress=none -t "$name" "$name.po" "out.$name" 2>/dev/null
    echo "$name: status $?"
    cat "out.$name"
  done
)
seen='translate-toolkit==3.20.4
job.toml: status 0
title = "Gardener"
weight = "10"
color = "255"
draft = "True"
job.yaml: status 0
title: Gardener
weight: '\''10'\''
draft: '\''True'\''
remote: no
dated.toml: status 0'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
