/** What comparing still has to do, and what it can compare with: derived from what is not there. */
import { type RawBuilder, sql } from "kysely";
import { framePrintsFileName, soundPrintsFileName } from "../../core/copies/print-result.ts";
import type { EntryData } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import type { CopiesProgress } from "./copy-rows.ts";

export type ComparedVersions = EntryData<"copies.compared">["versions"];

/** Bytes with the objects that hold their prints; null where there is no such channel, or nothing could be made of it. */
export interface PrintsOf {
  readonly object: Digest;
  /** Held items with these bytes. */
  readonly items: readonly ItemId[];
  readonly framePrints: Digest | null;
  readonly soundPrints: Digest | null;
}

export function versionsNow(reader: CaseReader, matcher: string): ComparedVersions {
  return { framePrint: reader.versionOf("frame-print"), soundPrint: reader.versionOf("sound-print"), matcher };
}

interface PrintedRow {
  object: Digest;
  items: string;
  answered: number;
  wanted: number;
  done: number;
  compared: number;
  frame_files: string | null;
  sound_files: string | null;
}

/** One row an object, or the one of an item's: which prints it calls for, which are answered, and whether it was compared by these versions. */
function printed({ framePrint, soundPrint, matcher }: ComparedVersions, item?: number): RawBuilder<PrintedRow> {
  const only = item === undefined ? sql`` : sql`and i.object = (select object from item where number = ${item} and held = 1)`;
  return sql<PrintedRow>`
    select i.object, json_group_array(distinct i.number) as items, max(i.kind != 'sound') + max(i.has_sound) as wanted,
      (max(f.item is not null) and max(i.kind != 'sound')) + (max(s.item is not null) and max(i.has_sound)) as answered,
      (max(coalesce(f.state, '') = 'done')) + max(coalesce(s.state, '') = 'done') as done,
      max(c.item is not null) as compared, max(f.files_json) as frame_files, max(s.files_json) as sound_files
    from item i
    left join analysis f on f.item = i.number and f.analyser = 'frame-print' and f.version = ${framePrint}
    left join analysis s on s.item = i.number and s.analyser = 'sound-print' and s.version = ${soundPrint}
    left join copy_compared c on c.item = i.number and c.frame_print = ${framePrint} and c.sound_print = ${soundPrint} and c.matcher = ${matcher}
    where i.held = 1 and i.undone is null and i.kind in ('video', 'picture', 'sound') and i.object is not null
    ${only} group by i.object`;
}

/** Bytes that wait to be compared, first collected first: every print that they call for is answered, and one at least was made. */
export async function missingComparisons({ views: { db } }: CaseReader, versions: ComparedVersions, limit: number): Promise<PrintsOf[]> {
  const { rows } = await sql<PrintedRow>`select * from (${printed(versions)}) where compared = 0 and done > 0 and answered >= wanted
    order by json_extract(items, '$[0]') limit ${limit}`.execute(db);
  return rows.map(printsOf);
}

/** Bytes compared by these versions, in the order in which they were collected. */
export async function comparedPrints({ views: { db } }: CaseReader, versions: ComparedVersions): Promise<PrintsOf[]> {
  const { rows } = await sql<PrintedRow>`select * from (${printed(versions)}) where compared = 1 and done > 0
    order by json_extract(items, '$[0]')`.execute(db);
  return rows.map(printsOf);
}

function printsOf({ object, items, frame_files, sound_files }: PrintedRow): PrintsOf {
  return {
    object,
    items: (JSON.parse(items) as number[]).toSorted((a, b) => a - b).map(itemId),
    framePrints: fileIn(frame_files, framePrintsFileName),
    soundPrints: fileIn(sound_files, soundPrintsFileName),
  };
}

export function fileIn(files: string | null, wanted: string): Digest | null {
  const all = files === null ? [] : (JSON.parse(files) as { name: string; object: Digest }[]);
  return all.find(({ name }) => name === wanted)?.object ?? null;
}

/** How far comparing has come, in items. `failed`: of these nothing could be made to compare by. */
export async function copiesProgress({ views: { db } }: CaseReader, versions: ComparedVersions): Promise<CopiesProgress> {
  const { rows } = await sql<CopiesProgress>`select coalesce(sum(json_array_length(items)), 0) as comparable,
    coalesce(sum(iif(answered < wanted, json_array_length(items), 0)), 0) as "withoutPrints",
    coalesce(sum(iif(answered >= wanted and done = 0, json_array_length(items), 0)), 0) as failed,
    coalesce(sum(iif(compared = 1, json_array_length(items), 0)), 0) as compared from (${printed(versions)})`.execute(db);
  return { ...{ comparable: 0, withoutPrints: 0, failed: 0, compared: 0 }, ...rows[0] };
}

/** Of one item: whether what is said of its copies is the whole of it. */
export async function progressOfItem(
  { views: { db } }: CaseReader,
  versions: ComparedVersions,
  item: number,
): Promise<"compared" | "waiting" | "not-comparable" | "failed"> {
  const { rows } = await sql<PrintedRow>`${printed(versions, item)}`.execute(db);
  const [row] = rows;
  if (row === undefined || row.wanted === 0) return "not-comparable";
  if (row.compared === 1) return "compared";
  return row.answered >= row.wanted && row.done === 0 ? "failed" : "waiting";
}
