/** What may stand at a place of a document. */
import type { Evidence, Name, Ref } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span } from "../../text.ts";
import type { FieldWords, Kind, Stance } from "../../vocabulary.ts";

/** How a reference is written. */
export type ReferenceForm = "id" | "range" | "wiki" | "key" | "extract" | "code";

interface Here {
  /** Its own span: offsets in the document. */
  readonly span: Span;
}

/** A record's id where the record is defined, or in a row that restates one. */
export interface IdHere extends Here {
  readonly is: "id";
  readonly definition: Definition;
}

export interface ReferenceHere extends Here {
  readonly is: "reference";
  readonly form: ReferenceForm;
  /** What it means; of a range the end that was asked for. */
  readonly name: Name;
  /** For people: `TR3`, `@okafor2014#e4`. */
  readonly id: string;
  readonly ref: Ref | Evidence;
  /** The whole range; else its own span again. */
  readonly whole: Span;
  /** The names that the place stands for: those of a range, else its own. */
  readonly names: readonly Name[];
  /** The record that it stands in. */
  readonly from: Definition | undefined;
}

/** The word of a kind in a heading. */
export interface KindHere extends Here {
  readonly is: "kind";
  readonly kind: Kind;
}

export interface LabelHere extends Here {
  readonly is: "label";
  readonly field: FieldWords;
  /** The kind of the record, or `slot` for what is nested under a slot. */
  readonly within: Kind | "slot";
}

/** The label of a field of evidence. */
export interface StanceHere extends Here {
  readonly is: "stance";
  readonly stance: Stance;
  readonly field: FieldWords;
  readonly within: Kind | "slot";
}

/** A slot's label, a tag in a sentence, a head or a mark in a table, the role of a coding line or in the brackets after evidence. */
export interface RoleHere extends Here {
  readonly is: "role";
  readonly role: RoleMention;
}

/** A value of a fixed vocabulary, in lower case. */
export interface ValueHere extends Here {
  readonly is: "value";
  readonly field: FieldWords;
  readonly value: string;
}

/** A key or a value in front matter or in `review.yaml`. */
export interface YamlHere extends Here {
  readonly is: "key" | "setting";
  readonly file: "front matter" | "manifest";
  readonly path: readonly string[];
  /** "" for a key. */
  readonly value: string;
}

/** The key of an entry in a bibliography; for a key that was made, the line that begins the entry. */
export interface EntryHere extends Here {
  readonly is: "entry";
  readonly key: string;
}

export type Standing =
  | IdHere
  | ReferenceHere
  | KindHere
  | LabelHere
  | StanceHere
  | RoleHere
  | ValueHere
  | YamlHere
  | EntryHere;
