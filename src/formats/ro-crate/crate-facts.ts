/**
 * What a pack's RO-Crate says of where its objects come from, gathered from the lines as they are written into the pack: what is
 * withheld from the ledger is withheld here. Beyond a number of things only counts are kept, so that a large case does not make a crate
 * that no reader opens.
 */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { ItemName, shownName } from "../../core/item/item.ts";
import type { LedgerLine } from "../../core/ledger/ledger-line.ts";
import { objectsOfEntry } from "../case-folder/objects-of-entry.ts";

/** Objects and acts that a crate lists one by one. 20,000 make some ten megabytes. */
export const mostListed = 20_000;

export interface Tool {
  readonly name: string;
  readonly version: string;
  /** What it decodes with; null for none. */
  readonly decoder: string | null;
}

/** Something that brought objects into the case: a reading, a computation, a document that somebody wrote. */
export interface CrateAct {
  readonly line: number;
  readonly kind: EntryBody["kind"];
  readonly at: string;
  readonly by: string;
  /** Null for the program itself. */
  readonly tool: Tool | null;
  /** Objects that it was made of; empty where it rests on the case as a whole. */
  readonly from: readonly Digest[];
  readonly made: readonly Digest[];
}

export interface CrateCollection {
  readonly collection: string;
  readonly method: string;
  readonly program: string;
  readonly by: string;
  readonly from: string;
  to: string;
  readonly objects: Digest[];
  count: number;
}

export interface CrateObject {
  readonly items: string[];
  readonly names: string[];
}

export interface CrateFacts {
  readonly title: string | null;
  readonly collections: readonly CrateCollection[];
  readonly acts: readonly CrateAct[];
  /** Objects of items. */
  readonly objects: ReadonlyMap<Digest, CrateObject>;
  /** How often each kind of act took place, by kind and tool, where they are not listed. */
  readonly counts: ReadonlyMap<string, { readonly kind: EntryBody["kind"]; readonly tool: Tool | null; count: number }>;
  readonly isWhole: boolean;
}

export interface CrateFactsTaker {
  take(line: LedgerLine): void;
  facts(): CrateFacts;
}

export function createCrateFacts(most = mostListed): CrateFactsTaker {
  const collections = new Map<string, CrateCollection>();
  const objects = new Map<Digest, CrateObject>();
  const objectOf = new Map<string, Digest>();
  const acts: CrateAct[] = [];
  const counts = new Map<string, { kind: EntryBody["kind"]; tool: Tool | null; count: number }>();
  let title: string | null = null;
  let isWhole = true;

  function takeItem(line: LedgerLine, body: Extract<EntryBody, { kind: "item.collected" | "item.unpacked" }>): void {
    const { item, object, name } = body.data;
    if (objects.size >= most) isWhole = false;
    if (!isWhole) return;
    objectOf.set(item, object);
    const parsed = ItemName.safeParse(line.open.get(name.sealed)?.value);
    const known = objects.get(object) ?? { items: [], names: [] };
    known.items.push(item);
    if (parsed.success) known.names.push(shownName(parsed.data));
    objects.set(object, known);
  }

  function takeAct(line: LedgerLine, body: EntryBody): void {
    const made = objectsOfEntry(body).holds;
    if (made.length === 0) return;
    const tool = toolOf(body);
    const key = JSON.stringify([body.kind, tool]);
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { kind: body.kind, tool, count: 1 });
    else counted.count++;
    if (acts.length >= most) isWhole = false;
    if (!isWhole) return;
    const from = [...new Set([...objectsOfEntry(body).mentions, ...itemsOf(body).flatMap((item) => objectOf.get(item) ?? [])])];
    acts.push({
      line: line.head.seq,
      kind: body.kind,
      at: body.at,
      by: body.by,
      tool,
      from: from.filter((one) => !made.includes(one)),
      made,
    });
  }

  return {
    take(line) {
      const { body } = line;
      if (body === undefined) return;
      switch (body.kind) {
        case "case.opened":
          title = body.data.title;
          return;
        case "collection.started": {
          const { collection, method, program } = body.data;
          const own = { collection, method, program, by: body.by, from: body.at, to: body.at, objects: [], count: 0 };
          collections.set(collection, own);
          return;
        }
        case "collection.finished": {
          const own = collections.get(body.data.collection);
          if (own !== undefined) own.to = body.at;
          return takeAct(line, body);
        }
        case "item.collected": {
          takeItem(line, body);
          const own = collections.get(body.data.collection);
          if (own === undefined) return;
          own.count++;
          if (isWhole) own.objects.push(body.data.object);
          return;
        }
        case "item.unpacked":
          takeItem(line, body);
          return takeAct(line, body);
        default:
          return takeAct(line, body);
      }
    },
    facts: () => ({ title, collections: [...collections.values()], acts, objects, counts, isWhole }),
  };
}

function toolOf(body: EntryBody): Tool | null {
  switch (body.kind) {
    case "analysis.recorded": {
      const { analyser, version, decoder } = body.data.ground;
      return { name: analyser, version, decoder: decoder === "none" ? null : decoder };
    }
    case "inference.kept":
      return { name: `reasoner: ${body.data.solver.name}`, version: body.data.solver.version, decoder: null };
    case "copies.compared":
      return { name: "comparison of prints", version: body.data.versions.matcher, decoder: null };
    case "sync.measured":
      return { name: "measuring of offsets", version: body.data.versions.measurer, decoder: body.data.versions.decoder };
    default:
      return null;
  }
}

/** Items that an entry says it rests on. */
function itemsOf({ data }: EntryBody): string[] {
  const { item, items, from } = data as { item?: unknown; items?: unknown; from?: unknown };
  return [item, from, ...(Array.isArray(items) ? (items as unknown[]) : [])].filter(
    (one): one is string => typeof one === "string" && /^i[1-9]/.test(one),
  );
}
