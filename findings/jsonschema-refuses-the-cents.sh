#!/usr/bin/env bash
# A wage of 19.99 is no whole number of cents: `"multipleOf": 0.01` refuses it, and 4.35 and 1250.10, but not 12.50.
#
# jsonschema 4.26.0 and check-jsonschema 0.39.0, which is built on it. They divide in binary fractions, and 19.99 by 0.01
# is 1998.9999999999998. fastjsonschema 2.22.3 and jsonschema-rs 0.60.3 accept all of them with the same schema, and so
# the verdict on a posting depends on the tool. Who meets it deletes the rule or rounds the wage.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install jsonschema==4.26.0 check-jsonschema==0.39.0 fastjsonschema==2.22.3 jsonschema-rs==0.60.3 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

echo '{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"wage": {"multipleOf": 0.01}}}' >schema.json
cat >check.py <<'CODE'
import json
import subprocess

import fastjsonschema
import jsonschema
import jsonschema_rs

schema = json.load(open("schema.json"))

def fast(page):
    try:
        fastjsonschema.compile(schema)(page)
        return True
    except fastjsonschema.JsonSchemaValueException:
        return False

for wage in [12.50, 11.88, 19.99, 4.35, 1250.10]:
    page = {"wage": wage}
    json.dump(page, open("page.json", "w"))
    command = ["env/bin/check-jsonschema", "-q", "--schemafile", "schema.json", "page.json"]
    verdicts = {
        "jsonschema": jsonschema.Draft7Validator(schema).is_valid(page),
        "check-jsonschema": subprocess.run(command, capture_output=True).returncode == 0,
        "fastjsonschema": fast(page),
        "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid(page),
    }
    print(wage, *[f"{name} {'accepts' if verdict else 'refuses'}" for name, verdict in verdicts.items()], sep=", ")
CODE
now=$(
  env/bin/pip freeze | grep '^jsonschema[=_]\|^check-jsonschema\|^fastjsonschema'
  env/bin/python check.py 2>&1
)
seen='check-jsonschema==0.39.0
fastjsonschema==2.22.3
jsonschema==4.26.0
jsonschema_rs==0.60.3
12.5, jsonschema accepts, check-jsonschema accepts, fastjsonschema accepts, jsonschema-rs accepts
11.88, jsonschema accepts, check-jsonschema accepts, fastjsonschema accepts, jsonschema-rs accepts
19.99, jsonschema refuses, check-jsonschema refuses, fastjsonschema accepts, jsonschema-rs accepts
4.35, jsonschema refuses, check-jsonschema refuses, fastjsonschema accepts, jsonschema-rs accepts
1250.1, jsonschema refuses, check-jsonschema refuses, fastjsonschema accepts, jsonschema-rs accepts'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
