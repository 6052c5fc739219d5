/**
 * What the case holds of recordings on one clock, read once for each head of the ledger: pairs as they were measured last, the
 * judgements of each, and the marks. Only of items that are held: what was erased or undone joins nothing.
 */
import type { Selectable } from "kysely";
import type { EntryData } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { MeasurerVersions } from "../../core/sync/measurer.port.ts";
import type { PairMeasurement } from "../../core/sync/pair-measurement.ts";
import type { SyncMarkPoint } from "../../core/sync/sync-mark.ts";
import type { SyncTables } from "../../views/tables/sync.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { measurableItems } from "./clip-facts.ts";
import type { SyncJudgement, SyncMarkRow } from "./sync-rows.ts";

export interface SyncRun {
  readonly seq: number;
  readonly at: string;
  readonly result: Digest;
  readonly measurer: string;
  readonly soundFeatures: string;
  readonly pictureFeatures: string;
  readonly decoder: string;
  /** Sound or picture that is there and could not be read. */
  readonly unread: EntryData<"sync.measured">["unread"];
}

export interface MeasuredPair {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly measurement: PairMeasurement;
  readonly run: SyncRun;
  /** Newest first, withdrawn ones too. */
  readonly judgements: readonly SyncJudgement[];
}

export interface SyncCase {
  /** Held, with sound or moving picture, by number. */
  readonly items: readonly { readonly item: ItemId; readonly object: Digest }[];
  /** In the order of their items. */
  readonly pairs: readonly MeasuredPair[];
  /** Newest first, withdrawn ones too. */
  readonly marks: readonly SyncMarkRow[];
}

const read = new WeakMap<CaseReader["views"], { head: string; found: Promise<SyncCase> }>();

export function syncCase(reader: CaseReader): Promise<SyncCase> {
  const head = reader.views.head()?.head ?? "none";
  const before = read.get(reader.views);
  if (before?.head === head) return before.found;
  const found = readSyncCase(reader);
  read.set(reader.views, { head, found });
  // What failed is asked again.
  found.catch(() => read.delete(reader.views));
  return found;
}

async function readSyncCase(reader: CaseReader): Promise<SyncCase> {
  const items = await measurableItems(reader);
  const nameOf = await peopleNames(reader);
  return {
    items,
    pairs: await measuredPairs(reader, new Set(items.map(({ item }) => item)), nameOf),
    marks: await syncMarks(reader, nameOf),
  };
}

/** Another decoder build is no other measurer. */
export function isOfVersions(run: SyncRun, { measurer, soundFeatures, pictureFeatures }: MeasurerVersions): boolean {
  return run.measurer === measurer && run.soundFeatures === soundFeatures && run.pictureFeatures === pictureFeatures;
}

/** The judgement that stands, if any: the last one that was not taken back. */
export function standingJudgement({ judgements }: MeasuredPair): SyncJudgement | undefined {
  return judgements.find(({ withdrawn }) => withdrawn === undefined);
}

/** Pairs as they were parsed last: a measuring does not change, and there may be many thousand pairs. */
const parsed = new WeakMap<CaseReader["views"], ReadonlyMap<string, { readonly json: string; readonly measurement: PairMeasurement }>>();

async function measuredPairs(
  { views }: CaseReader,
  held: ReadonlySet<ItemId>,
  nameOf: (by: string) => string,
): Promise<readonly MeasuredPair[]> {
  const runs = new Map((await views.db.selectFrom("sync_run").selectAll().execute()).map((row) => [row.seq, runOf(row)]));
  const judged = Map.groupBy(
    await views.db.selectFrom("sync_judgement").selectAll().orderBy("seq", "desc").execute(),
    ({ a, b }) => `${a} ${b}`,
  );
  const before = parsed.get(views);
  const now = new Map<string, { readonly json: string; readonly measurement: PairMeasurement }>();
  const rows = await views.db.selectFrom("sync_pair").selectAll().orderBy("a").orderBy("b").execute();
  const pairs = rows.flatMap(({ a, b, run, json }): MeasuredPair[] => {
    const found = runs.get(run);
    if (found === undefined || !held.has(itemId(a)) || !held.has(itemId(b))) return [];
    const key = `${a} ${b}`;
    const known = before?.get(key);
    const one = known?.json === json ? known : { json, measurement: JSON.parse(json) as PairMeasurement };
    now.set(key, one);
    const judgements = (judged.get(key) ?? []).map(({ verdict, reason, result, judged_json, withdrawn, at, by, seq }): SyncJudgement => ({
      ...{ verdict, reason: reason ?? "withheld", result: result as Digest, ofEarlier: judged_json !== json },
      ...(withdrawn === null ? {} : { withdrawn: withdrawn === "" ? "withheld" : withdrawn }),
      ...{ at, by, byName: nameOf(by), seq },
    }));
    return [{ a: itemId(a), b: itemId(b), measurement: one.measurement, run: found, judgements }];
  });
  parsed.set(views, now);
  return pairs;
}

function runOf({ result, sound_features, picture_features, unread_json, ...run }: Selectable<SyncTables["sync_run"]>): SyncRun {
  return {
    ...{ ...run, result: result as Digest, soundFeatures: sound_features, pictureFeatures: picture_features },
    unread: JSON.parse(unread_json) as SyncRun["unread"],
  };
}

async function syncMarks({ views: { db } }: CaseReader, nameOf: (by: string) => string): Promise<readonly SyncMarkRow[]> {
  const rows = await db.selectFrom("sync_mark").selectAll().orderBy("seq", "desc").execute();
  return rows.map(({ id, sort, points_json, text, reason, withdrawn, at, by, seq }) => ({
    ...{ id: `j${id}` as const, sort, points: JSON.parse(points_json) as SyncMarkPoint[] },
    ...{ text: text ?? "withheld", reason },
    ...(withdrawn === null ? {} : { withdrawn: withdrawn === "" ? "withheld" : withdrawn }),
    ...{ at, by, byName: nameOf(by), seq },
  }));
}
