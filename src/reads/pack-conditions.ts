/** What a pack has to know of conditions before it is written: it is a hand-over of everything the case holds. */
import { compareInstants } from "../core/time/compare-instants.ts";
import type { Binding } from "../core/conditions/binding.ts";
import { mayUse } from "../core/conditions/may-use.ts";
import type { EntryBody } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { WithdrawnItem } from "../policy/conditions.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemBindings } from "./item-bindings.ts";
import { itemId } from "./item-row.ts";

interface Weighed {
  count: number;
  items: ItemId[];
}

/** Items named in an answer; the count says how many there are. */
const named = 200;
const piece = 2000;

export async function packConditions(
  reader: CaseReader,
  viewer: Viewer,
): Promise<{ unknown: Weighed; noConsent: Weighed; embargo: Weighed; withdrawn: Weighed }> {
  demand(viewer, "read");
  const found = { unknown: weighed(), noConsent: weighed(), embargo: weighed(), withdrawn: weighed() };
  const at = new Date().toISOString();
  for await (const [number, bindings] of everyItem(reader)) {
    const may = mayUse(bindings, "share-with-court", at);
    if (may.allowed) continue;
    const of = found[may.because === "no-consent" ? "noConsent" : may.because];
    of.count++;
    if (of.items.length < named) of.items.push(itemId(number));
  }
  return found;
}

function weighed(): Weighed {
  return { count: 0, items: [] };
}

/** Items whose consent was withdrawn, each with the lines that are about it alone. */
export async function withdrawnItems(reader: CaseReader): Promise<WithdrawnItem[]> {
  const at = new Date().toISOString();
  const found: WithdrawnItem[] = [];
  for await (const [number, bindings] of everyItem(reader)) {
    const by = bindings.find(({ conditions: { withdrawnAt } }) => /^\d/.test(withdrawnAt) && compareInstants(withdrawnAt, at) <= 0);
    if (by !== undefined) found.push({ item: itemId(number), statedBy: by.line, ...(await linesAbout(reader, number)) });
  }
  return found;
}

async function* everyItem(reader: CaseReader): AsyncIterable<[number, readonly Binding[]]> {
  const { db } = reader.views;
  for (let last = 0; ;) {
    const rows = await db.selectFrom("item").select("number").where("number", ">", last).orderBy("number").limit(piece).execute();
    if (rows.length === 0) return;
    yield* await itemBindings(
      reader,
      rows.map(({ number }) => number),
    );
    last = rows.at(-1)?.number ?? last;
  }
}

/** Conditions stay: they say why the rest is not there. Lines about several items stay too, and are reported as still speaking of it. */
async function linesAbout(reader: CaseReader, number: number): Promise<{ broughtBy: number; lines: number[] }> {
  const { db } = reader.views;
  const { seq: broughtBy } = await db.selectFrom("item").select("seq").where("number", "=", number).executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("entry_item")
    .innerJoin("entry", "entry.seq", "entry_item.seq")
    .select(({ selectFrom, fn }) => [
      "entry.seq",
      "entry.body",
      selectFrom("entry_item as each").select(fn.countAll<number>().as("count")).whereRef("each.seq", "=", "entry.seq").as("items"),
    ])
    .where("entry_item.item", "=", number)
    .where("entry.body", "is not", null)
    .orderBy("entry.seq")
    .execute();
  const exhibits = await db.selectFrom("exhibit").select("id").where("beside", "=", number).execute();
  const of = { item: itemId(number), exhibits: new Set(exhibits.map(({ id }) => `x${id}`)) };
  const lines = rows.flatMap(({ seq, body, items }) => (isAbout(JSON.parse(body as string) as EntryBody, of, items === 1) ? [seq] : []));
  return { broughtBy, lines: [...new Set([...lines, broughtBy])].sort((a, b) => a - b) };
}

/** `alone`: no other item is among those that the line is listed with. */
function isAbout(body: EntryBody, { item, exhibits }: { item: ItemId; exhibits: ReadonlySet<string> }, alone: boolean): boolean {
  switch (body.kind) {
    case "conditions.stated":
      return false;
    // A claim holds words of its text; its digit and its withdrawal, which name the claim alone, are listed with the item by it.
    case "claim.stated":
    case "claim-proposal.rejected":
      return body.data.text.item === item;
    case "claim.graded":
    case "claim.withdrawn":
    case "identification.withdrawn":
      return true;
    // Its caption is the text's, whatever picture it shows.
    case "exhibit.described":
      return body.data.beside === item;
    case "exhibit.withdrawn":
      return exhibits.has(body.data.exhibit);
    // What is said of claims is listed with the items that they are quoted from.
    case "reply.requested":
    case "reply.withdrawn":
    case "derivation.stated":
    case "derivation.withdrawn":
    case "assumption.made":
    case "assumption.withdrawn":
      return alone;
    case "reply.received":
      return alone || body.data.item === item;
    default: {
      const data = body.data as { item?: unknown; items?: readonly unknown[]; target?: { item?: unknown } };
      return data.item === item || data.target?.item === item || (data.items?.length === 1 && data.items[0] === item);
    }
  }
}
