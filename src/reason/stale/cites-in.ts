/**
 * Records that a document names: under `cites`, as what an event's name stands for, as the item of a frame, as an event. The documents
 * of the reasoners name them in these fields and nowhere else.
 */
import { RecordName } from "../../core/review/ground.ts";

const lists = new Set(["cites", "eventRecords"]);
const single = new Set(["item", "event", "mark", "beganWith", "endedWith", "object"]);
const deepest = 12;

export function citesIn(document: unknown): string[] {
  const found = new Set<string>();
  const take = (value: unknown): void => {
    if (RecordName.safeParse(value).success) found.add(value as string);
  };
  const walk = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== "object" || depth > deepest) return;
    if (Array.isArray(value)) {
      // Coordinates and windows name nothing, and there may be many.
      if (typeof value[0] !== "number") for (const part of value) walk(part, depth + 1);
      return;
    }
    for (const [field, part] of Object.entries(value)) {
      if (lists.has(field) && part !== null && typeof part === "object") for (const one of Object.values(part)) take(one);
      else if (single.has(field) && typeof part === "string") take(part);
      else walk(part, depth + 1);
    }
  };
  walk(document, 0);
  return [...found];
}
