/** What the figure of one item is drawn from: lanes of its subjects, its shots, and where its picture is cut. */
import { framePrintsFileName } from "../../core/copies/print-result.ts";
import type { FrameTable } from "../../core/analysis/probe-result.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type SubjectLane, subjectLane } from "../../reason/subject/subject-timeline.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { fileIn } from "../copies/missing-comparisons.ts";
import { clipFacts } from "../sync/clip-facts.ts";
import { subjectCase } from "./subject-case.ts";

export interface ItemTimeline {
  readonly item: ItemId;
  /** Null where nobody can say when the item begins and ends: then the states themselves do. */
  readonly span: { readonly startS: number; readonly endS: number } | null;
  /** Item time, seconds. Null: nobody looked for cuts yet, or that could not be done. */
  readonly cuts: readonly number[] | null;
  readonly lanes: readonly SubjectLane[];
}

export async function itemTimeline(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<ItemTimeline> {
  demand(viewer, "read");
  const { subjects, states } = await subjectCase(reader);
  const span = (await clipFacts(reader, [item]))[0]?.span;
  const own = states.filter((state) => state.item === item);
  const cuts = await cutsOf(reader, item);
  const edges = own.flatMap(({ fromS, toS }) => [fromS, toS]);
  const startS = Math.min(...edges, span?.startS ?? Infinity);
  const endS = Math.max(...edges, span?.endS ?? -Infinity);
  const lanes = Number.isFinite(startS) ? subjects.filter((subject) => subject.item === item) : [];
  return {
    ...{ item, span: span ?? null, cuts },
    lanes: lanes.map(({ id }) => subjectLane(id, own, { startS, endS, cuts: cuts ?? [] })),
  };
}

async function cutsOf(reader: CaseReader, item: ItemId): Promise<number[] | null> {
  const rows = await reader.views.db
    .selectFrom("analysis")
    .select(["analyser", "files_json"])
    .where("item", "=", Number(item.slice(1)))
    .where("analyser", "in", ["frame-print", "probe"])
    .where("state", "=", "done")
    .execute();
  const filesOf = (analyser: string) => rows.find((row) => row.analyser === analyser)?.files_json ?? null;
  const prints = fileIn(filesOf("frame-print"), framePrintsFileName);
  if (prints === null || reader.shotStarts === undefined || !(await reader.vault.has(prints))) return null;
  // Where the first shot begins nothing is cut.
  const cuts = (await reader.shotStarts(prints)).slice(1);
  const table = fileIn(filesOf("probe"), "frames.json");
  if (cuts.length === 0 || table === null || !(await reader.vault.has(table))) return [...cuts];
  return onItemClock((await readJson(reader.vault, table)) as FrameTable, cuts);
}

/** Cuts between frames that the edit list hides are no part of the item. */
function onItemClock({ timeBase, pts, edited }: FrameTable, cuts: readonly number[]): number[] {
  const second = (n: number): number => ((pts[n] as number) * timeBase.num) / timeBase.den;
  return cuts.flatMap((cut) => {
    // The first frame that is not before the cut by more than a thousandth, which is how exactly decoders tell it.
    let [low, high] = [0, pts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(middle) < cut - 0.001) low = middle + 1;
      else high = middle;
    }
    return edited[low] ?? [];
  });
}
