// Starts `posting-lint lsp` for Markdown and for the program's own settings, and shows what it says. The protocol is
// spoken by `client.js` beside it: nothing is installed, fetched or built.
const vscode = require("vscode");
const { Client } = require("./client.js");

const kinds = { 10: "Property", 12: "Value", 15: "Snippet", 18: "Reference", 20: "EnumMember" };
const selector = [
  { language: "markdown" },
  { language: "mdx" },
  ...["yml", "toml", "json"].map((ending) => ({ scheme: "file", pattern: `**/.posting-lint.${ending}` })),
];

const position = (value) => new vscode.Position(value.line, value.character);
const range = (value) => new vscode.Range(position(value.start), position(value.end));
const edits = (list) => (list ?? []).map((edit) => new vscode.TextEdit(range(edit.range), edit.newText));

/** A `WorkspaceEdit` of the protocol as one of the editor's. */
function workspaceEdit(value) {
  const result = new vscode.WorkspaceEdit();
  for (const change of value?.documentChanges ?? []) {
    if (change.kind === "rename") {
      result.renameFile(vscode.Uri.parse(change.oldUri), vscode.Uri.parse(change.newUri));
    } else {
      result.set(vscode.Uri.parse(change.textDocument.uri), edits(change.edits));
    }
  }
  return result;
}

/** A diagnostic of the protocol as one of the editor's; the first is kept, for actions. */
function diagnostic(value) {
  const result = new vscode.Diagnostic(range(value.range), value.message, value.severity - 1);
  result.source = value.source;
  result.code = value.codeDescription
    ? { value: value.code, target: vscode.Uri.parse(value.codeDescription.href) }
    : value.code;
  result.tags = value.tags;
  result.relatedInformation = (value.relatedInformation ?? []).map(
    (item) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(vscode.Uri.parse(item.location.uri), range(item.location.range)),
        item.message,
      ),
  );
  result.original = value;
  return result;
}

let client;
let shown;

function settings(scope) {
  const own = vscode.workspace.getConfiguration("posting-lint", scope && vscode.Uri.parse(scope));
  const names = ["language", "configuration", "baseline", "fixOnSave", "inlayHints"];
  return Object.fromEntries(names.map((name) => [name, own.get(name)]));
}

async function start() {
  shown = vscode.languages.createDiagnosticCollection("posting-lint");
  client = new Client(vscode.workspace.getConfiguration("posting-lint").get("path") || "posting-lint");
  client.on("textDocument/publishDiagnostics", (params) =>
    shown.set(vscode.Uri.parse(params.uri), params.diagnostics.map(diagnostic)),
  );
  client.on("window/showMessage", (params) =>
    params.type === 1
      ? vscode.window.showErrorMessage(params.message)
      : vscode.window.showInformationMessage(params.message),
  );
  client.on("workspace/configuration", (params) => params.items.map((item) => settings(item.scopeUri)));
  client.on("workspace/applyEdit", async (params) => ({
    applied: await vscode.workspace.applyEdit(workspaceEdit(params.edit)),
  }));
  await client.start({
    locale: vscode.env.language,
    initializationOptions: settings(),
    workspaceFolders: (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
      uri: folder.uri.toString(),
      name: folder.name,
    })),
  });
  vscode.workspace.textDocuments.forEach(opened);
}

async function stop() {
  shown?.dispose();
  await client?.stop();
  client = undefined;
}

const isOurs = (document) => vscode.languages.match(selector, document) > 0;
const named = (document) => ({ textDocument: { uri: document.uri.toString() } });
const placed = (document, place) => ({
  ...named(document),
  position: { line: place.line, character: place.character },
});

function opened(document) {
  if (!client || !isOurs(document)) return;
  client.notify("textDocument/didOpen", {
    textDocument: {
      uri: document.uri.toString(),
      languageId: document.languageId,
      version: document.version,
      text: document.getText(),
    },
  });
}

function changed(event) {
  if (!client || !isOurs(event.document) || !event.contentChanges.length) return;
  client.notify("textDocument/didChange", {
    textDocument: { uri: event.document.uri.toString(), version: event.document.version },
    contentChanges: event.contentChanges.map((change) => ({
      range: { start: { ...plain(change.range.start) }, end: { ...plain(change.range.end) } },
      text: change.text,
    })),
  });
}

const plain = (place) => ({ line: place.line, character: place.character });
const plainRange = (value) => ({ start: plain(value.start), end: plain(value.end) });

/** Asks the server, and gives nothing where it is not there or says no. */
async function ask(method, params) {
  try {
    return await client?.request(method, params);
  } catch (error) {
    console.error(`posting-lint: ${method}: ${error.message}`);
  }
}

const providers = {
  async provideHover(document, place) {
    const answer = await ask("textDocument/hover", placed(document, place));
    return answer && new vscode.Hover(new vscode.MarkdownString(answer.contents.value));
  },
  async provideCompletionItems(document, place) {
    const answer = await ask("textDocument/completion", placed(document, place));
    return (answer ?? []).map((value) => {
      const item = new vscode.CompletionItem(
        { label: value.label, description: value.labelDetails?.description },
        vscode.CompletionItemKind[kinds[value.kind]],
      );
      item.detail = value.detail;
      item.filterText = value.filterText;
      item.sortText = value.sortText;
      item.range = range(value.textEdit.range);
      item.insertText =
        value.insertTextFormat === 2 ? new vscode.SnippetString(value.textEdit.newText) : value.textEdit.newText;
      if (value.documentation) item.documentation = new vscode.MarkdownString(value.documentation.value);
      return item;
    });
  },
  async provideDefinition(document, place) {
    const answer = await ask("textDocument/definition", placed(document, place));
    return (answer ?? []).map((value) => new vscode.Location(vscode.Uri.parse(value.uri), range(value.range)));
  },
  async provideReferences(document, place, context) {
    const answer = await ask("textDocument/references", { ...placed(document, place), context });
    return (answer ?? []).map((value) => new vscode.Location(vscode.Uri.parse(value.uri), range(value.range)));
  },
  async prepareRename(document, place) {
    const answer = await ask("textDocument/prepareRename", placed(document, place));
    if (!answer) throw new Error("posting-lint: nothing to rename here");
    return { range: range(answer.range), placeholder: answer.placeholder };
  },
  async provideRenameEdits(document, place, newName) {
    return workspaceEdit(await client.request("textDocument/rename", { ...placed(document, place), newName }));
  },
  async provideDocumentFormattingEdits(document) {
    return edits(await ask("textDocument/formatting", named(document)));
  },
  async provideDocumentLinks(document) {
    const answer = await ask("textDocument/documentLink", named(document));
    return (answer ?? []).map((link) => new vscode.DocumentLink(range(link.range), vscode.Uri.parse(link.target)));
  },
  async provideInlayHints(document, asked) {
    const answer = await ask("textDocument/inlayHint", { ...named(document), range: plainRange(asked) });
    return (answer ?? []).map((hint) => {
      const result = new vscode.InlayHint(position(hint.position), hint.label);
      result.paddingLeft = true;
      return result;
    });
  },
  async provideCodeActions(document, asked, context) {
    const answer = await ask("textDocument/codeAction", {
      ...named(document),
      range: plainRange(asked),
      context: {
        diagnostics: context.diagnostics.map((item) => item.original).filter(Boolean),
        only: context.only && [context.only.value],
      },
    });
    return (answer ?? []).map((value) => {
      const action = new vscode.CodeAction(value.title, vscode.CodeActionKind.Empty.append(value.kind));
      action.isPreferred = value.isPreferred;
      action.diagnostics = context.diagnostics.filter((item) =>
        (value.diagnostics ?? []).some((other) => other.code === item.original?.code),
      );
      action.original = value;
      return action;
    });
  },
  async resolveCodeAction(action) {
    const value = await ask("codeAction/resolve", action.original);
    if (value) action.edit = workspaceEdit(value.edit);
    return action;
  },
};

async function run(name) {
  const document = vscode.window.activeTextEditor?.document;
  if (!client || !document) return;
  try {
    const call = { command: `posting-lint.${name}`, arguments: [document.uri.toString()] };
    await client.request("workspace/executeCommand", call);
  } catch (error) {
    vscode.window.showErrorMessage(`posting-lint: ${error.message}`);
  }
}

exports.activate = async (context) => {
  const { languages, workspace, commands } = vscode;
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidCloseTextDocument((document) => {
      if (isOurs(document)) client?.notify("textDocument/didClose", named(document));
    }),
    workspace.onDidSaveTextDocument((document) => client?.notify("textDocument/didSave", named(document))),
    workspace.onWillSaveTextDocument((event) => {
      if (!isOurs(event.document)) return;
      event.waitUntil(
        ask("textDocument/willSaveWaitUntil", { ...named(event.document), reason: event.reason }).then(edits),
      );
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("posting-lint")) {
        client?.notify("workspace/didChangeConfiguration", { settings: null });
      }
    }),
    workspace.onDidChangeWorkspaceFolders((event) => {
      const folders = (list) => list.map((folder) => ({ uri: folder.uri.toString(), name: folder.name }));
      client?.notify("workspace/didChangeWorkspaceFolders", {
        event: { added: folders(event.added), removed: folders(event.removed) },
      });
    }),
    languages.registerHoverProvider(selector, providers),
    languages.registerCompletionItemProvider(selector, providers, ":", " ", "-", "[", ",", '"', "="),
    languages.registerDefinitionProvider(selector, providers),
    languages.registerReferenceProvider(selector, providers),
    languages.registerRenameProvider(selector, providers),
    languages.registerDocumentFormattingEditProvider(selector, providers),
    languages.registerDocumentLinkProvider(selector, providers),
    languages.registerInlayHintsProvider(selector, providers),
    languages.registerCodeActionsProvider(selector, providers, {
      providedCodeActionKinds: ["quickfix", "source.fixAll.posting-lint"].map((kind) =>
        vscode.CodeActionKind.Empty.append(kind),
      ),
    }),
    commands.registerCommand("posting-lint.restart", async () => {
      await stop();
      await start();
    }),
    commands.registerCommand("posting-lint.fixFile", () => run("fixAllSafe")),
    commands.registerCommand("posting-lint.acceptFile", () => run("addToBaseline")),
  );
  await start();
};

exports.deactivate = stop;
