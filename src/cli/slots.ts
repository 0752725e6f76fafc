/** Slots as they stand in a record's JSON, and the words by which lists and cards call them. */

export interface SlotJson {
  readonly role: string;
  readonly text: string;
  readonly part?: string;
  readonly position?: string;
  readonly absent?: boolean;
  readonly n?: number | string;
  readonly layer?: string;
  readonly inferred?: string;
  readonly from?: readonly string[];
}

export function isSlots(value: unknown): value is readonly SlotJson[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === "object" && one !== null && "role" in one && "text" in one)
  );
}

/** `O2 (final, absent)`, `M (resource)`, as links name them. */
export function slotName({ role, n, part, position, layer, absent }: SlotJson): string {
  const more = [part, position, absent ? "absent" : undefined, layer].filter((word) => word !== undefined);
  return `${role}${n ?? ""}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}
