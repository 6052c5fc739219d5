/** A measured pair as lists show it. */
import { type MeasuredPair, standingJudgement } from "./sync-case.ts";
import type { SyncPairRow } from "./sync-rows.ts";

export function pairRow(pair: MeasuredPair): SyncPairRow {
  const { a, b, measurement, run } = pair;
  const found = measurement.state === "measured" ? measurement : undefined;
  return {
    ...{ a, b, channel: measurement.channel },
    offset: found?.offset ?? null,
    wrong: found?.wrong ?? null,
    sameRecording: found?.sameRecording ?? false,
    refused: measurement.state === "refused" ? measurement.reason : null,
    ...{ result: run.result, seq: run.seq },
    judgement: standingJudgement(pair) ?? null,
  };
}
