/** The icons of rows. */
import type { Scheme, Stance } from "../../vocabulary.ts";
import type { Icon, Tone } from "./node.ts";

/** The form tells a status without its colour: hollow, filled, crossed. */
export function statusIcon(status: string): Icon {
  switch (status) {
    case "supported":
    case "refined":
      return { name: "circle-filled" };
    case "refuted":
      return { name: "circle-slash" };
    case "merged":
      return { name: "git-merge", tone: "dimmed" };
    case "retired":
      return { name: "archive", tone: "dimmed" };
    default:
      return { name: "circle-outline" };
  }
}

const STANCE_ICONS: { readonly [stance in Stance]: string } = { supports: "check", refutes: "close", refines: "sync" };

export function stanceIcon(stance: Stance): Icon {
  return { name: STANCE_ICONS[stance], tone: stance };
}

const OWN: readonly Tone[] = ["I", "A", "S"];

/** The colour of a role: letters of a review's own cycle through those of intervention, actor and strategy. */
export function toneOf(role: string, scheme: Scheme): Tone {
  if (role.length === 1 && "CMOIAS".includes(role)) return role as Tone;
  const own = scheme.slots.filter(({ letter }) => !"CMOIAS".includes(letter));
  const at = own.findIndex(({ letter }) => letter === role);
  return OWN[Math.max(0, at) % OWN.length] ?? "S";
}

const RELATION_ICONS: { readonly [field: string]: string } = {
  "leads to": "arrow-right",
  "follows from": "arrow-left",
  moderates: "settings",
  "rival of": "arrow-swap",
  specialises: "type-hierarchy-sub",
  merges: "git-merge",
  "merged into": "git-merge",
};

export function relationIcon(field: string): string {
  return RELATION_ICONS[field] ?? "link";
}
