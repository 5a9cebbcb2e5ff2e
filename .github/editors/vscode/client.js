// The base protocol of LSP 3.17 over the standard streams of a program.
const { spawn } = require("node:child_process");

const capabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
  },
  textDocument: {
    synchronization: { willSaveWaitUntil: true, didSave: true },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    hover: { contentFormat: ["markdown"] },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ["markdown"], labelDetailsSupport: true },
    },
    rename: { prepareSupport: true },
    inlayHint: {},
  },
};

exports.Client = class Client {
  constructor(command) {
    this.command = command;
    this.handlers = new Map();
    this.waiting = new Map();
    this.lastID = 0;
    this.bytes = Buffer.alloc(0);
  }

  /** What is done when the server sends a notification or asks something; its result is the answer. */
  on(method, handler) {
    this.handlers.set(method, handler);
  }

  async start(params) {
    this.process = spawn(this.command, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdout.on("data", (chunk) => this.take(chunk));
    this.process.stdin.on("error", () => {});
    const ended = (error) => {
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    this.process.on("error", ended);
    this.process.on("exit", (code) => ended(new Error(`the server ended with status ${code}`)));
    const client = { name: "posting-lint for Visual Studio Code" };
    const result = await this.request("initialize", {
      processId: process.pid,
      clientInfo: client,
      rootUri: params.workspaceFolders?.[0]?.uri ?? null,
      ...params,
      capabilities,
    });
    this.notify("initialized", {});
    return result;
  }

  request(method, params) {
    const id = ++this.lastID;
    this.send({ id, method, ...(params === undefined ? {} : { params }) });
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.send({ method, params });
  }

  async stop() {
    if (!this.process || this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.request("shutdown").catch(() => {});
    this.send({ method: "exit" });
    return ended;
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  take(chunk) {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.bytes.toString("latin1", 0, end))?.[1]);
      if (!(this.bytes.length >= end + 4 + length)) return;
      const message = JSON.parse(this.bytes.toString("utf8", end + 4, end + 4 + length));
      this.bytes = this.bytes.subarray(end + 4 + length);
      this.receive(message);
    }
  }

  async receive(message) {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
      return;
    }
    const result = await this.handlers.get(message.method)?.(message.params);
    if (message.id !== undefined) this.send({ id: message.id, result: result ?? null });
  }
};
