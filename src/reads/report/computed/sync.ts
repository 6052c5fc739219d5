/** Recordings on one clock as a report tells it: measured pairs, closures, clips that stand apart. */
import type { ReportSync } from "../../../core/report/report-figures.ts";
import type { ItemId } from "../../../core/item/item.ts";
import type { SyncAnswer } from "../../../reason/sync/sync-answer.ts";
import type { SyncProblem } from "../../../reason/sync/sync-problem.ts";
import { type Computed, figure, nothingComputed } from "./computed.ts";

export function computedSync(problem: SyncProblem, answer: SyncAnswer): Computed {
  const labels = new Map(problem.clips.map(({ id, item }) => [id, item ?? id]));
  const name = (clip: string): string => labels.get(clip) ?? clip;
  return {
    ...nothingComputed,
    measurements: problem.pairs.map((pair) => ({
      name: `${name(pair.a)} against ${name(pair.b)}`,
      value: `${figure(pair.offsetS)} s ± ${figure(pair.plusMinusS)} s (95 %)`,
      from: pair.cites?.[0] ?? null,
    })),
    answered: answer.groups.flatMap((group) => [
      ...group.clips.map(
        (clip) =>
          `${name(clip.clip)} begins ${figure(clip.start.value)} s ± ${figure(clip.plusMinusS)} s on the clock of ${name(group.reference)}.`,
      ),
      `Loops: ${group.closure.loops}, of which ${group.closure.beyond} do not close${group.closure.largestS === null ? "" : `; largest closure ${figure(group.closure.largestS)} s`}. ${group.state}.`,
    ]),
    rests: [
      ...problem.clips.flatMap(({ item }) => (item === undefined ? [] : [item])),
      ...problem.pairs.flatMap(({ cites }) => cites ?? []),
    ],
  };
}

/** The strip of the first group, for the figure; null where nothing joins two clips. */
export function syncStripOf(record: string, problem: SyncProblem, answer: SyncAnswer): ReportSync | null {
  const [group] = answer.groups;
  if (group === undefined) return null;
  const item = new Map(problem.clips.map((clip) => [clip.id, (clip.item ?? clip.id) as ItemId]));
  const placed = new Map(group.clips.map((clip) => [clip.clip, clip]));
  return {
    ...{ of: record, reference: item.get(group.reference) ?? ("i0" as ItemId) },
    clips: problem.clips.map(({ id }) => {
      const clip = placed.get(id);
      return {
        item: item.get(id) as ItemId,
        ...(clip === undefined
          ? { fromS: null, toS: null, plusMinusS: null }
          : { fromS: clip.start.value, toS: clip.end.value, plusMinusS: clip.plusMinusS }),
      };
    }),
    says: [`Seconds on the clock of ${item.get(group.reference) ?? group.reference}; errors are 95 %. Loops: ${group.state}.`],
  };
}
