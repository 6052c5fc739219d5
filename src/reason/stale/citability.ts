/**
 * Items that may be cited no more for an event since somebody cited them for it: said to bear nothing on it, or to show something else
 * beside a text. It changes nothing of what was seen in the item, only who cites it for that event; so it is a thing of its own to rest on.
 */
import type { Building, Resting } from "./case-lines.ts";
import type { Change, RestsOn } from "./stale-graph.ts";

interface NotCitable {
  readonly item: string;
  readonly line: number;
  /** For which events it may be cited no more. */
  isAgainst(event: string): boolean;
}

const key = "citable no more";

export function noteNotCitable({ notes }: Building, one: NotCitable): void {
  notes.set(key, [...((notes.get(key) ?? []) as NotCitable[]), one]);
}

export interface Citing {
  readonly name: string;
  readonly line: number;
  readonly rests: readonly Resting[];
  /** The event that it cites its grounds for. */
  readonly event: string;
}

export function citability(
  { notes }: Building,
  citing: readonly Citing[],
  restsOf: (record: string) => readonly Resting[],
): { readonly rests: RestsOn[]; readonly changes: Change[] } {
  const found = (notes.get(key) ?? []) as readonly NotCitable[];
  const items = new Set(found.map(({ item }) => item));
  if (items.size === 0) return { rests: [], changes: [] };
  const rests: RestsOn[] = [];
  const changes = new Map<string, Change>();
  for (const { name, line, rests: own, event } of citing)
    for (const { on, how } of own) {
      const record = on.split(" ")[0] ?? "";
      // A claim is what a text says, and bears on what it says.
      if (!["evidence-for", "evidence-against", "cell"].includes(how) || on.startsWith("line ") || record.startsWith("k")) continue;
      for (const item of itemsUnder(record, restsOf)) {
        if (!items.has(item)) continue;
        const of = `${item} for ${event}`;
        rests.push({ ...{ judgement: name, on: of, how, line }, ...(item === record ? {} : { through: [record] }) });
        for (const one of found)
          if (one.item === item && one.isAgainst(event)) changes.set(`${of} ${one.line}`, { of, line: one.line, how: "spoken-against" });
      }
    }
  return { rests, changes: [...changes.values()] };
}

function itemsUnder(record: string, restsOf: (record: string) => readonly Resting[]): string[] {
  const seen = new Set([record]);
  for (const one of seen)
    for (const { on, how } of restsOf(one))
      if (how === "taken-from" || how === "worked-from" || how === "compares") seen.add(on.split(" ")[0] ?? on);
  return [...seen].filter((one) => /^i[1-9]/.test(one));
}
