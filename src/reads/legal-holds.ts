/** Legal holds that stand in the way of erasing bytes or a line. */
import type { EntryBody } from "../core/entry/entry.ts";
import { holdIn } from "../core/conditions/binding.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SourceId } from "../core/source/source.ts";
import type { Hold } from "../policy/conditions.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemBindings } from "./item-bindings.ts";
import { itemId } from "./item-row.ts";
import { statedOf } from "./source-index.ts";

/** On an item that is these bytes, or that they are the container, export or page of: what it came from shows how it came about. */
export async function holdOnObjects(reader: CaseReader, objects: readonly Digest[]): Promise<Hold | undefined> {
  const { db } = reader.views;
  const items: number[] = [];
  for (let at = 0; at < objects.length; at += 500) {
    const some = objects.slice(at, at + 500);
    const rows = await db.selectFrom("item").select("number").where("object", "in", some).execute();
    const stated = await db
      .selectFrom("item as member")
      .innerJoin("item as container", (on) =>
        on.on((eb) =>
          eb.or([eb("container.number", "=", eb.ref("member.stated_by")), eb("container.number", "=", eb.ref("member.unpacked_from"))]),
        ),
      )
      .select("member.number")
      .where("container.object", "in", some)
      .execute();
    items.push(...rows.map(({ number }) => number), ...stated.map(({ number }) => number));
  }
  return holdOnItems(reader, items);
}

/** On an item or a source that the line is about. A line that states a hold is kept by it. */
export async function holdOnLine(reader: CaseReader, seq: number): Promise<Hold | undefined> {
  const { db } = reader.views;
  const about = await db.selectFrom("entry_item").select("item").where("seq", "=", seq).execute();
  const onItem = await holdOnItems(
    reader,
    about.map(({ item }) => item),
  );
  if (onItem !== undefined) return onItem;
  const row = await db.selectFrom("entry").select("body").where("seq", "=", seq).executeTakeFirst();
  const source = row?.body == null ? undefined : sourceOf(JSON.parse(row.body) as EntryBody);
  if (source === undefined) return undefined;
  const stated = (await statedOf(reader, [source])).get(source);
  if (stated === undefined || typeof stated.legalHold === "string") return undefined;
  const line = await db
    .selectFrom("condition_now")
    .select("seq")
    .where("sort", "=", "s")
    .where("number", "=", Number(source.slice(1)))
    .executeTakeFirstOrThrow();
  return { on: source, line: line.seq };
}

function sourceOf(body: EntryBody): SourceId | undefined {
  if (body.kind === "source.described" || body.kind === "source.graded") return body.data.source;
  if (body.kind === "conditions.stated" && body.data.about.of === "source") return body.data.about.source;
  return undefined;
}

async function holdOnItems(reader: CaseReader, items: readonly number[]): Promise<Hold | undefined> {
  for (let at = 0; at < items.length; at += 1000) {
    for (const [number, bindings] of await itemBindings(reader, items.slice(at, at + 1000))) {
      const hold = holdIn(bindings);
      if (hold !== undefined) return { on: itemId(number) satisfies ItemId, line: hold.line };
    }
  }
  return undefined;
}
