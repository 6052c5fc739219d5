/** What goes, and what stays, when an object of the case is erased. Asked before anything is. */
import type { EntryBody } from "../core/entry/entry.ts";
import { CaseError } from "../core/case/case-error.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface ErasurePlan {
  readonly object: Digest;
  /** Items that are these bytes. */
  readonly items: readonly { readonly id: ItemId; readonly name: string }[];
  /** Objects made from it by analysers, when its words were written down, when its rows were imported, or when it was compared or measured; they go with it. */
  readonly madeFrom: readonly { readonly object: Digest; readonly analyser: string }[];
  /** Archives and e-mails that hold these bytes too: whoever has one of them has these. */
  readonly inside: readonly { readonly id: ItemId; readonly name: string }[];
  /** Items that came out of it and stay. */
  readonly cameOut: number;
  /** Lines about those items that still say something afterwards, such as a name or a note. */
  readonly linesThatStay: readonly { readonly seq: number; readonly kind: string }[];
}

/** `what`: a digest, or an item. Throws CaseError ITEM_UNKNOWN, OBJECT_MISSING, INPUT_INVALID. */
export async function planErasure(reader: CaseReader, viewer: Viewer, what: string): Promise<ErasurePlan> {
  demand(viewer, "read");
  const { db } = reader.views;
  const object = await objectOf(reader, what);
  if (!(await reader.vault.has(object))) throw new CaseError("OBJECT_MISSING", `object ${object}: expected it in the vault; found none`);
  const items = await db.selectFrom("item").select(["number", "name"]).where("object", "=", object).orderBy("number").execute();
  const numbers = items.map(({ number }) => number);
  const lines =
    numbers.length === 0
      ? []
      : await db
          .selectFrom("entry_item")
          .innerJoin("entry", "entry.seq", "entry_item.seq")
          .select(["entry.seq", "entry.kind", "entry.body"])
          .distinct()
          .where("entry_item.item", "in", numbers)
          .where("entry.body", "is not", null)
          .orderBy("entry.seq")
          .execute();
  const made = madeBy(lines, object, new Set(numbers.map(itemId)));
  // Other pairs in the same result are compared again.
  for (const result of await comparisonsOf(reader, object)) made.set(result, "copies");
  const madeFrom = await unshared(reader, made, numbers);
  return {
    object,
    items: items.map(({ number, name }) => ({ id: itemId(number), name: name ?? "name withheld" })),
    madeFrom,
    ...(await aroundAndInside(reader, numbers)),
    linesThatStay: lines.filter(({ kind }) => kind !== "analysis.recorded").map(({ seq, kind }) => ({ seq, kind })),
  };
}

/** Results of comparing that say what it shares with something. */
async function comparisonsOf({ views: { db } }: CaseReader, object: Digest): Promise<Digest[]> {
  const rows = await db
    .selectFrom("copy_pair")
    .select("result")
    .distinct()
    .where((eb) => eb.or([eb("a", "=", object), eb("b", "=", object)]))
    .execute();
  return rows.map(({ result }) => result as Digest);
}

/** What holds these items, and how much they hold themselves. */
async function aroundAndInside(reader: CaseReader, numbers: readonly number[]): Promise<Pick<ErasurePlan, "inside" | "cameOut">> {
  if (numbers.length === 0) return { inside: [], cameOut: 0 };
  const { db } = reader.views;
  const around = await db
    .selectFrom("item")
    .innerJoin("item as member", "member.unpacked_from", "item.number")
    .select(["item.number", "item.name"])
    .distinct()
    .where("member.number", "in", numbers)
    .where("item.held", "=", 1)
    .orderBy("item.number")
    .execute();
  const { count } = await db
    .selectFrom("item")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("unpacked_from", "in", numbers)
    .where("held", "=", 1)
    .executeTakeFirstOrThrow();
  return { inside: around.map(({ number, name }) => ({ id: itemId(number), name: name ?? "name withheld" })), cameOut: count };
}

async function objectOf(reader: CaseReader, what: string): Promise<Digest> {
  const digest = Digest.safeParse(/^[0-9a-f]{64}$/.test(what) ? `sha256:${what}` : what);
  if (digest.success) return digest.data;
  const item = ItemId.safeParse(what);
  if (!item.success)
    throw new CaseError("INPUT_INVALID", "--object: expected the digest of an object (sha256:...) or an item (i12); found neither");
  const row = await reader.views.db
    .selectFrom("item")
    .select(["object", "held"])
    .where("number", "=", Number(item.data.slice(1)))
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item.data}: expected an item of this case; found none of that number`);
  if (row.object === null || row.held === 0)
    throw new CaseError("INPUT_INVALID", `item ${item.data}: expected an item that is held; found one that is not`);
  return row.object as Digest;
}

/** By analysers, by measurings, by people who wrote down its words, and by imports of its rows: their records hold its cells. Other pairs of a measuring are measured again. */
function madeBy(lines: readonly { body: string | null }[], object: Digest, items: ReadonlySet<ItemId>): Map<Digest, string> {
  const made = new Map<Digest, string>();
  for (const { body: text } of lines) {
    const body = JSON.parse(text as string) as EntryBody;
    if (body.kind === "sheet.imported" && items.has(body.data.sheet)) {
      for (const kept of [body.data.records, body.data.clipboard]) if (kept !== null) made.set(kept, "sheet import");
    }
    // What is said in it would tell as much as its sound does.
    if (body.kind === "tier.written" && items.has(body.data.item)) made.set(body.data.document, "tier");
    if (body.kind === "sync.measured") made.set(body.data.result, "sync");
    if (body.kind !== "analysis.recorded" || body.data.outcome.state !== "done") continue;
    const { ground, outcome } = body.data;
    if (!ground.inputs.includes(object)) continue;
    for (const result of [outcome.result, ...outcome.files.map((file) => file.object)]) made.set(result, ground.analyser);
  }
  made.delete(object);
  return made;
}

/** Without those that other material gave rise to as well, or that somebody collected: they say nothing of this object alone. */
async function unshared(reader: CaseReader, made: Map<Digest, string>, numbers: readonly number[]): Promise<ErasurePlan["madeFrom"]> {
  const { db } = reader.views;
  const out: { object: Digest; analyser: string }[] = [];
  for (const [object, analyser] of made) {
    const collected = await db.selectFrom("item").select("number").where("object", "=", object).executeTakeFirst();
    const elsewhere = await db
      .selectFrom("entry")
      .innerJoin("entry_item", "entry_item.seq", "entry.seq")
      .select("entry.seq")
      .where("entry.kind", "=", "analysis.recorded")
      .where("entry.body", "like", `%${object}%`)
      .where("entry_item.item", "not in", numbers)
      .executeTakeFirst();
    if (collected === undefined && elsewhere === undefined && (await reader.vault.has(object))) out.push({ object, analyser });
  }
  return out;
}
