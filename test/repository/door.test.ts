/** The first file of the extension, evaluated with as much of VS Code as it asks for: what it does, and loads, where there is no review. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { extensionOptions, linkExtension } from "../../scripts/options.mjs";
import { fill } from "../../src/core/l10n.ts";

interface Uri {
  readonly scheme: string;
  readonly path: string;
  readonly toString: () => string;
}

const uriOf = (path: string): Uri => ({ scheme: "file", path, toString: () => `file://${path}` });

class EventEmitter {
  private readonly listeners = new Set<(value: unknown) => unknown>();
  readonly event = (listener: (value: unknown) => unknown) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(value: unknown): void {
    for (const listener of this.listeners) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

/** A window on a folder with no files, and what happened in it. */
function emptyWindow() {
  const read: string[] = [];
  const commands = new Map<string, (given?: unknown) => unknown>();
  const contexts = new Map<string, unknown>();
  const views: string[] = [];
  const manifests: Uri[] = [];
  const told: string[] = [];
  const created = new EventEmitter();
  const never = () => ({ dispose() {} });
  const vscode = {
    EventEmitter,
    l10n: { t: fill },
    Disposable: { from: () => ({ dispose() {} }) },
    RelativePattern: class {},
    FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
    Uri: { joinPath: (uri: Uri, ...parts: string[]) => uriOf([uri.path, ...parts].join("/")) },
    commands: {
      registerCommand: (id: string, run: (given?: unknown) => unknown) => {
        commands.set(id, run);
        return never();
      },
      executeCommand: async (_: string, key: string, value: unknown) => contexts.set(key, value),
    },
    window: {
      createTreeView: (id: string) => {
        views.push(id);
        return never();
      },
      onDidChangeWindowState: never,
      showErrorMessage: async (message: string) => told.push(message),
    },
    workspace: {
      workspaceFolders: [{ uri: uriOf("/folder") }],
      findFiles: async () => [...manifests],
      registerFileSystemProvider: never,
      createFileSystemWatcher: () => ({
        ...never(),
        onDidChange: never,
        onDidCreate: created.event,
        onDidDelete: never,
      }),
      onDidChangeWorkspaceFolders: never,
      onDidCloseTextDocument: never,
      onDidChangeTextDocument: never,
      onDidSaveTextDocument: never,
      onDidCreateFiles: never,
      onDidDeleteFiles: never,
      onDidRenameFiles: never,
      fs: {
        stat: async () => ({ type: 1 }),
        readFile: async ({ path }: Uri) => {
          read.push(path);
          throw new Error("This window has no files.");
        },
      },
    },
  };
  return { vscode, read, commands, contexts, views, manifests, told, created };
}

const soon = (milliseconds = 0): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

describe("the door of the extension", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly contributes: {
      readonly commands: readonly { readonly command: string }[];
      readonly views: { readonly cmoc: readonly { readonly id: string }[] };
    };
  };
  let text = "";

  before(async () => {
    const linked = await linkExtension(await build(extensionOptions(process.cwd())), process.cwd());
    text = linked.find(({ file }) => file === "extension.cjs")?.text ?? "";
  });

  function activated() {
    const shown = emptyWindow();
    const module = { exports: {} as { readonly activate: (context: unknown) => { whole: () => Promise<unknown> } } };
    new Function("module", "require", text)(module, () => shown.vscode);
    const context = { extensionUri: uriOf("/ext"), subscriptions: [], extension: { packageJSON: manifest } };
    return { ...shown, api: module.exports.activate(context) };
  }

  it("has the commands and views of the manifest, says that there is no review, and loads nothing", async () => {
    const { read, commands, contexts, views } = activated();
    await soon(20);
    assert.deepEqual(
      [...commands.keys()],
      manifest.contributes.commands.map(({ command }) => command),
    );
    assert.deepEqual(
      views,
      manifest.contributes.views.cmoc.map(({ id }) => id),
    );
    assert.deepEqual(Object.fromEntries(contexts), { "cmoc.hasReview": false, "cmoc.ready": true });
    assert.deepEqual(read, []);
  });

  it("loads what reads a review when a manifest comes, and not when another file does", async () => {
    const { read, manifests, created, told } = activated();
    created.fire(uriOf("/folder/notes.md"));
    await soon(100);
    assert.deepEqual(read, []);
    manifests.push(uriOf("/folder/review.yaml"));
    created.fire(manifests[0]);
    for (let round = 0; round < 100 && told.length === 0; round++) await soon(20);
    assert.deepEqual(read, ["/ext/dist/parts/review.cjs"]);
    assert.match(told.join(), /could not be loaded/);
  });

  it("loads it when a command is run, again when that was in vain", async () => {
    const { read, commands, api } = activated();
    const run = commands.get("cmoc.newReview");
    await assert.rejects(async () => run?.(), /no files/);
    await assert.rejects(() => api.whole(), /no files/);
    assert.deepEqual(read, ["/ext/dist/parts/review.cjs", "/ext/dist/parts/review.cjs"]);
  });
});
