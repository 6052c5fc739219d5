/**
 * What may pass for time between items that show one scene: the orders that follow from pair sheets that stand and say "same", and what
 * is known of when those items were filmed. Sheets that were taken back, those that say anything else, those of two items of which another
 * sheet says otherwise, and those of an item whose import was undone are not in it.
 */
import type { EventId } from "../../core/event/event.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type SceneOrder, sceneOrders } from "../../reason/scene/scene-orders.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { listImagery } from "../list-imagery.ts";
import { sheetOf } from "./list-scenes.ts";

export interface SceneClip {
  readonly item: ItemId;
  readonly name: string;
  /** The item's own earliest post: what it shows was filmed before. The bound of a group of copies is not passed: a copy may hold less. */
  readonly posted: TimeClaim | "unknown";
  /** When it was taken, of imagery. */
  readonly taken: TimeClaim | "unknown";
  /** The one event of sort filming that it shows; null where there is none, or several. */
  readonly filming: EventId | null;
}

export async function sceneBounds(
  reader: CaseReader,
  viewer: Viewer,
): Promise<{ orders: (SceneOrder & { reason: string })[]; clips: SceneClip[] }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const rows = await db
    .selectFrom("scene_pair")
    .selectAll()
    .where("withdrawn", "is", null)
    .where("verdict", "=", "same")
    .orderBy("id")
    .execute();
  // Cases from before one sheet for two items was the rule may hold two that disagree: then nothing passes.
  const others = await db
    .selectFrom("scene_pair")
    .select(["a", "b"])
    .where("withdrawn", "is", null)
    .where("verdict", "!=", "same")
    .execute();
  const disputed = new Set(others.map((one) => pairKey(one)));
  const undone = new Set(
    (await db.selectFrom("item").select("number").where("undone", "is not", null).execute()).map(({ number }) => number),
  );
  const passing = rows.filter((one) => !disputed.has(pairKey(one)) && !undone.has(one.a) && !undone.has(one.b));
  const labels = await db.selectFrom("scene_object").select("label").where("withdrawn", "is", null).execute();
  const things = new Set<string>(labels.map(({ label }) => label));
  const gone = new Set((await db.selectFrom("event").select("id").where("withdrawn", "is not", null).execute()).map(({ id }) => `e${id}`));
  const orders = await Promise.all(
    passing.map(async ({ id, a, b, sheet, verdict, reason }) => {
      const states = ((await sheetOf(reader, sheet))?.states ?? [])
        .filter(({ object }) => things.has(object))
        // An event that was taken back is none: its beginning goes on without a name, its end bounds nothing.
        .map((state) => ({ ...state, beganWith: standing(gone, state.beganWith), endedWith: standing(gone, state.endedWith) }));
      const found = sceneOrders({ id: `sp${id}`, a: itemId(a), b: itemId(b), verdict, withdrawn: false, states });
      return found.map((order) => ({ ...order, reason: reason ?? "withheld" }));
    }),
  );
  const all = orders.flat();
  return { orders: all, clips: await clipsOf(reader, viewer, [...new Set(all.map(({ item }) => item))]) };
}

function pairKey({ a, b }: { readonly a: number; readonly b: number }): string {
  return [a, b].toSorted((one, other) => one - other).join(" ");
}

function standing(gone: ReadonlySet<string>, event: EventId | null): EventId | null {
  return event !== null && gone.has(event) ? null : event;
}

async function clipsOf(reader: CaseReader, viewer: Viewer, items: readonly ItemId[]): Promise<SceneClip[]> {
  const { db } = reader.views;
  const numbers = items.map((item) => Number(item.slice(1)));
  const rows = await db.selectFrom("item").select(["number", "name", "posted_json"]).where("number", "in", numbers).execute();
  const filming = await filmingOf(reader, numbers);
  const taken = new Map((await listImagery(reader, viewer)).map((one) => [one.item, one.taken]));
  return rows.map(({ number, name, posted_json }) => {
    const claim = taken.get(itemId(number));
    const events = filming.get(number) ?? [];
    return {
      ...{ item: itemId(number), name: name ?? "name withheld" },
      posted: posted_json === null ? "unknown" : (JSON.parse(posted_json) as TimeClaim),
      taken: claim === undefined || claim === "withheld" ? "unknown" : claim,
      filming: events.length === 1 ? (events[0] as EventId) : null,
    };
  });
}

async function filmingOf({ views: { db } }: CaseReader, items: readonly number[]): Promise<ReadonlyMap<number, EventId[]>> {
  const events = await db.selectFrom("event").select("id").where("sort", "=", "filming").where("withdrawn", "is", null).execute();
  const sorts = new Set(events.map(({ id }) => `e${id}`));
  const rows = await db
    .selectFrom("bearing")
    .select(["item", "on_record"])
    .where("item", "in", items)
    .where("sort", "=", "shows")
    .where("withdrawn", "is", null)
    .execute();
  const found = new Map<number, EventId[]>();
  for (const { item, on_record } of rows)
    if (sorts.has(on_record)) found.set(item, [...new Set([...(found.get(item) ?? []), on_record as EventId])]);
  return found;
}
