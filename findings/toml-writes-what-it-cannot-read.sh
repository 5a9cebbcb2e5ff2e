#!/usr/bin/env bash
# A path of Windows is written so that no reader takes it: `C:\xampp` becomes "C:\xampp" in the file, with one
# backslash.
#
# toml 0.10.2 (which python-frontmatter, Nikola and mdformat-front-matters use). A backslash before the letter x is
# left alone when strings are written, in TOML it has to be doubled: the writer is content, and the next reader, itself
# too, stops. Folders in `C:\new` are fine.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install toml==0.10.2 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

now=$(
  env/bin/pip freeze | grep -i '^toml'
  env/bin/python - <<'CODE'
import toml, tomllib

for path in (r"C:\new", r"C:\xampp"):
    text = toml.dumps({"path": path})
    print(text, end="")
    for name, loads in (("toml", toml.loads), ("tomllib", tomllib.loads)):
        try:
            print(name, loads(text) == {"path": path})
        except ValueError as error:
            print(name, type(error).__name__)
CODE
)
seen='toml==0.10.2
path = "C:\\new"
toml True
tomllib True
path = "C:\xampp"
toml TomlDecodeError
tomllib TOMLDecodeError'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
