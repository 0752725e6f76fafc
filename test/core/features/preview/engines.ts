/** Previews as VS Code makes them: an engine that keeps what it parsed, and says only when it shows it of which document it is. */
import MarkdownIt from "markdown-it";
import type { Token } from "../../../../src/core/features/preview/markdown-it.ts";
import { type MarkdownIt as Extended, extend } from "../../../../src/core/features/preview/plugin.ts";
import { preview } from "../../../../src/core/features/preview.ts";
import type { Review } from "../../../../src/core/review.ts";

export const OPTIONS = { html: true, linkify: true };

const bare = (options: object) => new MarkdownIt(options);
type Bare = ReturnType<typeof bare>;

/** VS Code marks each block with its line, and links with their addresses. */
function asInVsCode(engine: Bare): void {
  const { link_open } = engine.renderer.rules;
  engine.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    token?.attrSet("data-href", token.attrGet("href") ?? "");
    return link_open ? link_open(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  engine.core.ruler.push("source_map_data_attribute", ({ tokens }) => {
    for (const token of tokens) {
      if (!token.map || token.type === "inline") continue;
      token.attrSet("data-line", String(token.map[0]));
      token.attrJoin("class", "code-line");
    }
  });
}

export interface Engine {
  readonly parse: (text: string) => Token[];
  readonly render: (tokens: readonly Token[], uri?: string) => string;
}

/** An engine that asks a review; what goes wrong there is thrown. Without a review it is as VS Code has it. */
export function engineOf(review?: Review, options: object = OPTIONS): Engine {
  const engine = bare(options);
  if (review)
    extend(
      engine as unknown as Extended,
      (uri) => {
        const text = review.text(String(uri));
        const found = preview(review, String(uri));
        return text === undefined || !found ? undefined : { text, preview: found };
      },
      (error) => {
        throw error;
      },
    );
  asInVsCode(engine);
  return {
    parse: (text) => engine.parse(text, {}) as unknown as Token[],
    render: (tokens, uri) => engine.renderer.render(tokens as never, engine.options, { currentDocument: uri }),
  };
}

/** The HTML of a document of a review. */
export function shownOf(review: Review, uri: string, options: object = OPTIONS): string {
  const engine = engineOf(review, options);
  return engine.render(engine.parse(review.text(uri) ?? ""), uri);
}

/** The HTML of the same text without the extension. */
export function plainOf(review: Review, uri: string, options: object = OPTIONS): string {
  const engine = engineOf(undefined, options);
  return engine.render(engine.parse(review.text(uri) ?? ""), uri);
}
