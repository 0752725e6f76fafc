/**
 * Configurations in running text: opened by an id or not, in one paragraph or with each role in a paragraph or an item of its own. What is in none is left aside.
 */

import { t } from "../l10n.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { arePartsApart, takeBelow, underOf, withLabel } from "./below.ts";
import type { TextBlock } from "./blocks.ts";
import { flat } from "./chars.ts";
import { uncited } from "./cited.ts";
import { type Called, type Draft, isChained, isName, isTitle, SECTION, THEME } from "./draft.ts";
import { isEnough } from "./enough.ts";
import { goesOn, isFurther } from "./further.ts";
import { areMeanings } from "./glossary.ts";
import { byKey, isChain, type Key, keyIn } from "./keys.ts";
import { labelAlone } from "./labelled.ts";
import { mentionsIn } from "./mentions.ts";
import { nameKind, nameTheory, takeBefore } from "./named.ts";
import { type Opener, openerAt } from "./openers.ts";
import { areAsked } from "./others.ts";
import { isFurniture } from "./pages.ts";
import { type Printed, printed, rolesOf, type Said } from "./printed.ts";
import { isReference } from "./references.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { moreTagged } from "./tagged.ts";
import { isTagText } from "./tags.ts";

export class Running {
  readonly found: Printed[] = [];
  private readonly scheme: Scheme;
  private readonly said: Said;
  private open: Draft | undefined;
  private theme = "";
  /** Whether the labels here are terms that are explained. */
  private explains = false;
  /** What stands for which role in the statements below it. */
  private key: Key | undefined;
  private over: { readonly opener: Opener; readonly title: string; readonly from: number } | undefined;

  constructor(scheme: Scheme, said: Said) {
    this.scheme = scheme;
    this.said = said;
  }

  take(block: TextBlock): void {
    if (block.is === "heading") {
      if (!this.keyed(block)) this.heading(block);
    } else if (block.is === "caption") {
      if (isName(block.text)) {
        this.text(block);
        return;
      }
      this.end();
      this.key = keyIn(block.text, this.scheme) ?? this.key;
      this.said.leave(flat(block.text), block.from);
    } else if (!this.keyed(block)) this.text(block);
  }

  /** A key to the statements below it. */
  private keyed(block: TextBlock): boolean {
    const key = openerAt(block.text) ? undefined : keyIn(block.text, this.scheme);
    if (!key) return false;
    this.end();
    this.key = key;
    this.said.leave(flat(block.text), block.from);
    return true;
  }

  private heading(block: TextBlock): void {
    const text = flat(block.text);
    const alone = this.open?.called ? labelAlone(text, this.scheme) : undefined;
    if (alone) {
      this.label(block, text, alone);
      return;
    }
    const bare = text.replace(SECTION, "");
    if (bare !== text && openerAt(bare)?.configuration) {
      this.close();
      this.said.leave(text.slice(0, text.length - bare.length), block.from);
      this.text({ ...block, text: bare });
      return;
    }
    const opener = openerAt(text);
    if (
      opener?.configuration ||
      statementsIn(block.text, this.scheme, false).some((each) => isEnough(each.slots, this.scheme))
    ) {
      this.text(block);
      return;
    }
    this.end();
    this.explains = false;
    this.theme = THEME.test(bare) && bare.length < 160 ? bare : "";
    this.said.leave(text, block.from);
  }

  /** A label that stands alone: what follows it fills its role. */
  private label(block: TextBlock, text: string, roles: readonly RoleMention[]): void {
    const role = roles[0]?.role;
    const { open } = this;
    if (!open || (role === open.first && open.last !== role && open.record.slots.length > 0)) this.begin(block, false);
    const draft = this.open;
    if (!draft) return;
    draft.awaits = roles;
    draft.under = undefined;
    draft.first ??= role;
    draft.last = role;
    draft.words.push(text);
    this.said.label(text);
  }

  private text(block: TextBlock): void {
    const alone = labelAlone(flat(block.text), this.scheme);
    if (alone) {
      this.label(block, flat(block.text), alone);
      return;
    }
    if (!this.waits() && isReference(block.text)) {
      this.end();
      this.said.leave(flat(block.text), block.from);
      return;
    }
    for (const statement of statementsIn(withLabel(this.open, block.text, this.scheme), this.scheme, true)) {
      const isListed = block.is === "item" || statement.id !== "" || isChain(statement.printed, this.key);
      const keyed = this.key && isListed ? byKey(statement, this.key, this.scheme) : undefined;
      if (keyed) this.untagged(keyed, block);
      else this.statement(statement, block);
    }
  }

  /** Whether an id or a label stands open, whose words come next. */
  private waits(): boolean {
    return this.open !== undefined && (this.open.awaits !== undefined || this.open.record.slots.length === 0);
  }

  /** A statement whose roles a key tells. */
  private untagged(each: Statement, block: TextBlock): void {
    this.begin(block, each.opener?.configuration ?? false);
    this.said.scheme(each.opener?.scheme);
    const draft = this.open as Draft;
    const { record } = draft;
    record.by = "fields";
    record.id = each.id === "" ? record.id : each.id;
    nameKind(record, each.opener);
    append(record.slots, each.slots);
    append(record.cited, each.cited);
    if (each.isWhole) record.statement = each.printed;
    draft.words.push(each.opener?.printed ?? "", each.printed);
    this.close();
  }

  private statement(each: Statement, block: TextBlock): void {
    const { opener } = each;
    if (each.ordinary !== undefined) {
      this.end();
      this.said.leave(each.printed, block.from);
      if (each.ordinary !== "") this.said.doubt(each.ordinary, block.from);
      return;
    }
    // A glossary's other terms are explained in more ways than can be told from slots.
    if (each.means) this.explains = true;
    if (opener || each.by === "sentence") this.explains = false;
    else if (this.explains && each.by === "fields") {
      this.end();
      this.said.leave(each.printed === flat(block.text) ? each.printed : flat(block.text), block.from);
      return;
    }
    const whole = isEnough(each.slots, this.scheme);
    const opens =
      opener !== undefined &&
      (whole || (opener.configuration && (opener.parted || each.labels.length > 0 || /^\p{Lu}/u.test(each.printed))));
    if (opens && opener) {
      this.begin(block, opener.configuration);
      this.said.scheme(opener.scheme);
      const draft = this.open as Draft;
      draft.record.id = opener.id;
      nameKind(draft.record, opener);
      if (opener.theory !== undefined) nameTheory(draft.record, opener.theory);
      draft.words.push(opener.printed);
    } else if (opener && each.by === "none") {
      if (opener.parted && isTitle(each.printed)) this.theory(opener, each.printed, block);
      else this.plain(`${opener.printed} ${each.printed}`, block);
      return;
    }
    if (each.by === "fields" && (opens || !arePartsApart(each.slots, each.labels, this.open)))
      this.labelled(each, block, opens);
    else if (each.by === "sentence") this.tagged(each, block, opens);
    else if (opens) this.titled(each, this.open as Draft);
    else
      this.plain(block.text === each.printed ? each.printed : each.id === "" ? each.printed : flat(block.text), block);
  }

  /** A theory's name over a statement, which then is its configuration; else it is left aside. */
  private theory(opener: Opener, title: string, block: TextBlock): void {
    this.end();
    this.over = { opener, title, from: block.from };
  }

  /** Leaves the theory's name aside, or gives it to the configuration that begins right below it. */
  private under(record: Printed | undefined): void {
    const { over } = this;
    this.over = undefined;
    if (!over) return;
    if (!record) {
      this.said.leave(`${over.opener.printed} ${over.title}`.trim(), over.from);
      return;
    }
    record.id = over.opener.id;
    nameKind(record, over.opener);
    record.title = over.title;
  }

  /** Words after an id that no tag is in. */
  private titled({ printed: words, before }: Statement, { record, words: all }: Draft): void {
    all.push(...[before, words].filter((text) => text !== ""));
    if (before !== "") takeBefore(record, before);
    if (words === "") return;
    if (isTitle(words)) record.title = words.replace(/[:\s]+$/, "");
    else record.statement = words;
  }

  private labelled(each: Statement, block: TextBlock, opened: boolean): void {
    const roles = each.slots.length > 0 ? each.slots : (each.awaits ?? []);
    const role = roles[0]?.role;
    const { open } = this;
    // What it named is looked at last: a list of one role is as long as it likes.
    const again =
      open !== undefined &&
      open.record.slots.length > 0 &&
      role !== undefined &&
      open.last !== role &&
      (role === open.first || rolesOf(each.slots).size > 1) &&
      rolesOf(open.record.slots).has(role);
    if (
      !opened &&
      (!open || again || open.record.by === "sentence" || (each.id !== "" && open.record.slots.length > 0))
    )
      this.begin(block, false);
    const draft = this.open as Draft;
    const { record } = draft;
    record.by = "fields";
    if (record.id === "" && each.id !== "") record.id = each.id;
    if (each.before !== "") takeBefore(record, each.before);
    append(record.slots, each.slots);
    append(record.cited, each.cited);
    append(record.notes, each.notes);
    if (each.isWhole) record.statement = `${record.statement} ${each.printed}`.trim();
    record.to = block.to;
    draft.first ??= role;
    draft.last = each.slots[each.slots.length - 1]?.role ?? role;
    draft.awaits = each.awaits;
    draft.under = underOf(draft, each, block, this.scheme);
    draft.words.push(each.printed);
    for (const label of each.labels) this.said.label(label);
    for (const doubt of each.doubts ?? []) this.said.doubt(doubt, block.from);
  }

  private tagged(each: Statement, block: TextBlock, opened: boolean): void {
    if (!opened && !this.waitsFor(each)) this.begin(block, false);
    const draft = this.open as Draft;
    const { record } = draft;
    record.by = "sentence";
    for (const doubt of each.doubts ?? []) this.said.doubt(doubt, block.from);
    append(record.slots, each.slots);
    append(record.cited, each.cited);
    append(record.notes, each.notes);
    if (record.id === "") record.id = each.id;
    if (each.before !== "") takeBefore(record, each.before);
    record.statement = record.statement === "" ? each.printed : `${record.statement} ${each.printed}`;
    record.to = block.to;
    draft.words.push(each.printed);
  }

  /** Whether an id that was called lacks what a tagged statement without an id says: its first words, or the roles that it has not named. */
  private waitsFor({ id, slots }: Statement): boolean {
    const { open } = this;
    if (!open?.called || id !== "") return false;
    const { record } = open;
    if (record.slots.length === 0) return record.statement === "";
    const named = rolesOf(record.slots);
    return (
      record.by === "sentence" && !isEnough(record.slots, this.scheme) && slots.every(({ role }) => !named.has(role))
    );
  }

  private plain(printedWords: string, block: TextBlock): void {
    const words = flat(printedWords);
    const { open } = this;
    if (open && isFurniture(words)) {
      this.said.leave(words, block.from);
      return;
    }
    if (open?.awaits) {
      const { slots, cited, nothing } = mentionsIn(printedWords, open.awaits, this.scheme);
      if (nothing !== "") open.record.notes.push({ label: "", text: nothing });
      append(open.record.slots, slots);
      append(open.record.cited, cited);
      open.record.by = "fields";
      open.record.to = block.to;
      open.words.push(words);
      if (block.is !== "item") open.awaits = undefined;
      return;
    }
    if (open?.called && open.record.slots.length === 0 && open.record.statement === "" && block.is !== "heading") {
      if (isTitle(words) && open.record.title === "") open.record.title = words;
      else open.record.statement = words;
      open.record.to = block.to;
      open.words.push(words);
      return;
    }
    if (open?.record.by === "sentence" && open.record.slots.length > 0) {
      const { text, cited } = uncited(printedWords, (inside) => isTagText(inside, this.scheme));
      const slots = moreTagged(text, this.scheme);
      if (slots.length > 0 && goesOn(open.record, words, block, this.scheme) && isFurther(text)) {
        append(open.record.slots, slots);
        append(open.record.cited, cited);
        open.record.statement += ` ${words}`;
        open.record.to = block.to;
        return;
      }
      if (slots.length > 0)
        this.said.doubt(
          t("A tagged paragraph below a configuration is left aside: nothing says that it is more of it."),
          block.from,
        );
    }
    if (open && takeBelow(open, block, printedWords, this.scheme, this.said)) return;
    this.end();
    const name = words.replace(SECTION, "");
    if (isTitle(words) && THEME.test(name)) this.theme = name;
    this.said.leave(words, block.from);
  }

  /** Takes the id that nothing has followed yet: what follows is a table. */
  called(): Called | undefined {
    const { open, over } = this;
    if (over && !open) {
      this.over = undefined;
      const { opener, title, from } = over;
      return { id: opener.id, title, words: `${opener.printed} ${title}`.trim(), from };
    }
    if (!open?.called || open.record.slots.length > 0 || open.record.statement !== "" || open.awaits) return undefined;
    if (open.record.notes.length > 0) return undefined;
    this.open = undefined;
    const { id, title, from } = open.record;
    return { id, title, words: open.words.join(" "), from };
  }

  /** Ends what is open. */
  end(): void {
    this.close();
    this.under(undefined);
  }

  private begin(block: TextBlock, called: boolean): void {
    this.close();
    const record = printed(block.from, block.to, "none");
    record.theme = this.theme;
    const over = called ? undefined : this.over;
    this.under(called ? undefined : record);
    const words = over ? [`${over.opener.printed} ${over.title}`.trim()] : [];
    this.open = { record, words, called, awaits: undefined, first: undefined, last: undefined };
  }

  /** Ends the open configuration: with too little in it, it is none. */
  close(): void {
    const { open } = this;
    this.open = undefined;
    if (!open) return;
    const { record } = open;
    const roles = rolesOf(record.slots);
    if (!open.called && record.by === "fields" && (areMeanings(record.slots, this.scheme) || areAsked([record]))) {
      this.said.leave(open.words.join(" "), record.from);
      return;
    }
    const whole =
      isEnough(record.slots, this.scheme) &&
      (open.called || record.by === "sentence" || roles.has("M") || record.id !== "");
    if (whole || (open.called && roles.size > 0)) {
      this.found.push(record);
      return;
    }
    if (open.called && isChained(record)) {
      record.statement = record.title;
      record.title = "";
    }
    if (open.called && record.statement.length > 20) {
      record.by = "none";
      this.said.doubt(
        t("{0} has no tags that name roles: its words are kept, and none is a slot.", record.id),
        record.from,
      );
      this.found.push(record);
      return;
    }
    this.said.leave(open.words.join(" "), record.from);
  }
}
