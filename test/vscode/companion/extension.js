// @ts-check
/**
 * An extension of the kind that people have beside this one: it completes `[[`, follows, tells of and renames notes, complains of the form of Markdown, and adds to the
 * preview. All but the preview only between `begin` and `end`. Plain JavaScript, since both hosts load it as it is.
 */
const vscode = require("vscode");

const NOTE = /\bnote-[a-z]+\b/;
const MARKDOWN = { language: "markdown" };

/** @returns {import("vscode").Disposable} */
function begin() {
  const { languages } = vscode;
  /** @param {import("vscode").TextDocument} document @param {import("vscode").Position} position */
  const noteAt = (document, position) => document.getWordRangeAtPosition(position, NOTE);
  const problems = languages.createDiagnosticCollection("companion");
  for (const document of vscode.workspace.textDocuments) {
    if (document.languageId !== "markdown") continue;
    const found = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), "No heading on the first line.");
    found.source = "companion";
    problems.set(document.uri, [found]);
  }
  return vscode.Disposable.from(
    problems,
    languages.registerCompletionItemProvider(
      MARKDOWN,
      {
        provideCompletionItems: (document, position) => {
          const before = document.lineAt(position).text.slice(0, position.character);
          if (!before.endsWith("[[")) return [];
          const item = new vscode.CompletionItem("note-alpha", vscode.CompletionItemKind.File);
          item.insertText = "note-alpha]]";
          return [item];
        },
      },
      "[",
    ),
    languages.registerHoverProvider(MARKDOWN, { provideHover: () => new vscode.Hover("The companion tells.") }),
    languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: (document, position) =>
        noteAt(document, position) && new vscode.Location(document.uri, new vscode.Position(0, 0)),
    }),
    languages.registerRenameProvider(MARKDOWN, {
      prepareRename: (document, position) => {
        const range = noteAt(document, position);
        if (!range) throw new Error("That is no note.");
        return range;
      },
      provideRenameEdits: (document, position, name) => {
        const range = noteAt(document, position);
        if (!range) return undefined;
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, range, name);
        return edit;
      },
    }),
  );
}

/** `==words==` are marked, as Foam's kind of preview shows what Markdown does not know. @param {any} engine */
function extendMarkdownIt(engine) {
  engine.inline.ruler.before("text", "companion", (/** @type {any} */ state, /** @type {boolean} */ silent) => {
    const found = /^==([^=\n]+)==/.exec(state.src.slice(state.pos, state.pos + 200));
    if (!found) return false;
    if (!silent) state.push("companion", "mark", 0).content = found[1];
    state.pos += found[0].length;
    return true;
  });
  engine.renderer.rules.companion = (/** @type {any[]} */ tokens, /** @type {number} */ index) =>
    `<mark class="companion">${engine.utils.escapeHtml(tokens[index].content)}</mark>`;
  // Others end an inline run only at signs that Markdown knows.
  engine.inline.ruler.before(
    "companion",
    "companion_text",
    (/** @type {any} */ state, /** @type {boolean} */ silent) => {
      const next = state.src.indexOf("==", state.pos);
      if (next <= state.pos || !/^[^\\`*_![\]<&\n~@]*$/.test(state.src.slice(state.pos, next))) return false;
      if (!silent) state.pending += state.src.slice(state.pos, next);
      state.pos = next;
      return true;
    },
  );
  const { render } = engine.renderer;
  engine.renderer.render = function (/** @type {any} */ tokens, /** @type {any} */ options, /** @type {any} */ env) {
    const html = render.call(this, tokens, options, env);
    if (env?.currentDocument) shown.set(String(env.currentDocument), html);
    return html;
  };
  return engine;
}

/** What was shown last of documents, by their addresses. @type {Map<string, string>} */
const shown = new Map();

exports.activate = () => ({ begin, extendMarkdownIt, shown });
