/**
 * The plugin of markdown-it. A preview that VS Code parses is kept, and only when it is shown is it known which document it is of: so the plugin puts its own among
 * the tokens as they are rendered, and what was parsed stays as it is.
 */
import { alikeEnded } from "../../text.ts";
import type { Preview } from "../preview.ts";
import { HTML, type Token } from "./markdown-it.ts";
import { weave } from "./weave.ts";

type Render = (this: unknown, tokens: Token[], options: unknown, env: unknown) => string;

/** What of markdown-it the plugin uses. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { readonly src: string; readonly tokens: Token[] }) => void): void;
    };
  };
  readonly renderer: {
    render: Render;
    readonly rules: { [type: string]: ((tokens: Token[], index: number) => string) | undefined };
  };
}

/** What is shown of the document at an address, and the text that it was made of; undefined where it is plain Markdown. */
export type PreviewAt = (address: unknown) => { readonly text: string; readonly preview: Preview } | undefined;

/** Lets an engine show previews. Of a text that is another than that of the document, of what has no address, and when something goes wrong, it shows what it showed before. */
export function extend(engine: MarkdownIt, previewAt: PreviewAt, failed: (error: unknown) => void): void {
  const texts = new WeakMap<object, string>();
  engine.core.ruler.push("cmoc_text", ({ tokens, src }) => {
    texts.set(tokens, src);
  });
  const { renderer } = engine;
  const { render } = renderer;
  renderer.rules[HTML] = (tokens, index) => tokens[index]?.content ?? "";
  const woven = (tokens: Token[], env: unknown): Token[] => {
    const text = texts.get(tokens);
    const address = (env as { readonly currentDocument?: unknown } | undefined)?.currentDocument;
    if (text === undefined || address === undefined) return tokens;
    try {
      const found = previewAt(address);
      return found && isSame(found.text, text) ? weave(tokens, found.text, found.preview) : tokens;
    } catch (error) {
      failed(error);
      return tokens;
    }
  };
  renderer.render = function (tokens, options, env) {
    return render.call(this, woven(tokens, env), options, env);
  };
}

/** markdown-it writes all ends of lines, and the sign for nothing, its own way. */
function isSame(text: string, parsed: string): boolean {
  if (text === parsed) return true;
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return alikeEnded(bare).replaceAll("\0", "\ufffd") === parsed;
}
