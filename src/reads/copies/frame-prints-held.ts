/** Frame prints of everything the case holds, and what a search among them found, by items. */
import { sql } from "kysely";
import { CaseError } from "../../core/case/case-error.ts";
import type { FramesFound, FramesIn, PrintedFrames } from "../../core/copies/frame-search.port.ts";
import { framePrintsFileName } from "../../core/copies/print-result.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import type { CopyItem } from "./copy-rows.ts";
import { copyItems } from "./list-copy-groups.ts";
import { fileIn } from "./missing-comparisons.ts";

export interface FramePrintsHeld {
  readonly printed: readonly PrintedFrames[];
  readonly itemsOf: ReadonlyMap<Digest, readonly ItemId[]>;
  /** Pictures and videos whose prints are still to be made, and that none could be made of: not searched. */
  readonly waiting: number;
  readonly failed: number;
}

/** Throws CaseError NOT_ALLOWED. */
export async function framePrintsHeld(reader: CaseReader, viewer: Viewer, pathOf: (object: Digest) => string): Promise<FramePrintsHeld> {
  demand(viewer, "read");
  const { rows } = await sql<{ object: Digest; items: string; state: string | null; files: string | null }>`
    select i.object, json_group_array(i.number) as items, max(f.state) as state, max(f.files_json) as files
    from item i left join analysis f on f.item = i.number and f.analyser = 'frame-print' and f.version = ${reader.versionOf("frame-print")}
    where i.held = 1 and i.undone is null and i.kind in ('video', 'picture') and i.object is not null
    group by i.object order by min(i.number)`.execute(reader.views.db);
  const printed: PrintedFrames[] = [];
  const itemsOf = new Map<Digest, ItemId[]>();
  let [waiting, failed] = [0, 0];
  for (const { object, items, state, files } of rows) {
    const own = (JSON.parse(items) as number[]).toSorted((a, b) => a - b).map(itemId);
    itemsOf.set(object, own);
    const prints = fileIn(files, framePrintsFileName);
    if (state === null) waiting += own.length;
    // An erased object leaves its line behind.
    else if (prints === null || !(await reader.vault.has(prints)) || !(await reader.vault.has(object))) failed += own.length;
    else printed.push({ object, framePrints: pathOf(prints) });
  }
  return { printed, itemsOf, waiting, failed };
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID for one without prints. */
export function printsOfItem({ printed, itemsOf }: FramePrintsHeld, item: ItemId): PrintedFrames {
  const object = [...itemsOf].find(([, items]) => items.includes(item))?.[0];
  if (object === undefined)
    throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected a picture or a video that the case holds; found none of that number`);
  const prints = printed.find((one) => one.object === object);
  if (prints === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `item ${item}: expected prints of its frames; found none: they are still to be made, or none could be`,
    );
  return prints;
}

export interface FrameHits extends Omit<FramesIn, "object"> {
  readonly item: CopyItem;
  /** Others with the same bytes. */
  readonly alsoItems: ItemId[];
  /** The very bytes that were asked with. */
  readonly sameBytes: boolean;
}

export interface FramesAnswer extends Pick<FramesFound, "asked"> {
  readonly radius: number;
  /** Items that are the very bytes asked with, whether or not their frames can be compared. */
  readonly sameBytes: ItemId[];
  readonly found: FrameHits[];
  readonly searched: Omit<FramesFound["searched"], "unreadable"> & {
    readonly items: number;
    readonly unreadable: ItemId[];
    readonly waiting: number;
    readonly failed: number;
  };
}

/** `within`: the item asked from, whose own stretch around that moment is left out. */
export async function framesAnswer(
  reader: CaseReader,
  held: FramePrintsHeld,
  { asked, searched, found }: FramesFound,
  { radius, within }: { readonly radius: number; readonly within?: ItemId | undefined },
): Promise<FramesAnswer> {
  const itemsOf = (object: Digest) => held.itemsOf.get(object) ?? [];
  const left = found.map((one) => (within === undefined || one.object !== asked.object ? one : elsewhere(one, asked.fromSec)));
  const items = await copyItems(
    reader,
    left.flatMap(({ object }) => itemsOf(object).slice(0, 1)),
  );
  return {
    ...{ asked, radius, sameBytes: [...itemsOf(asked.object)] },
    found: left.flatMap(({ object, ...hits }) => {
      const [first, ...alsoItems] = itemsOf(object);
      const item = first === undefined ? undefined : items.get(first);
      return item === undefined || hits.stretches.length === 0 ? [] : [{ ...hits, item, alsoItems, sameBytes: object === asked.object }];
    }),
    searched: {
      ...searched,
      items: held.printed.reduce((sum, { object }) => sum + itemsOf(object).length, 0),
      unreadable: searched.unreadable.flatMap(itemsOf),
      ...{ waiting: held.waiting, failed: held.failed },
    },
  };
}

/** Without what stands there as it is at that moment. */
function elsewhere(hits: FramesIn, atSec: number): FramesIn {
  const itself = ({ fromSec, toSec, mirrored, turnedDeg }: FramesIn["stretches"][number]) =>
    !mirrored && turnedDeg === 0 && fromSec <= atSec + 1e-6 && toSec >= atSec - 1;
  return { ...hits, stretches: hits.stretches.filter((stretch) => !itself(stretch)) };
}
