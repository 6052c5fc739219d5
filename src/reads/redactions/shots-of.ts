/**
 * Shots of an item, each to be looked at by itself: by the cuts that were found in its picture, else all of it as one. None where its
 * length is not known: a first second that somebody looked at would stand for all of it.
 */
import { framePrintsFileName } from "../../core/copies/print-result.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Shot } from "../../core/redaction/stretch-standing.ts";
import type { CaseReader } from "../case-reader.ts";
import { fileIn } from "../copies/missing-comparisons.ts";
import { originalOf } from "../tiers/tier-index.ts";

export async function shotsOf(reader: CaseReader, item: ItemId): Promise<{ by: "cuts" | "whole" | "unknown"; shots: Shot[] }> {
  const whole = await wholeOf(reader, item);
  if (whole === undefined) return { by: "unknown", shots: [] };
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("files_json")
    .where("item", "=", Number(item.slice(1)))
    .where("analyser", "=", "frame-print")
    .where("state", "=", "done")
    .executeTakeFirst();
  const prints = fileIn(row?.files_json ?? null, framePrintsFileName);
  const begins = prints === null || reader.shotStarts === undefined ? [] : await reader.shotStarts(prints);
  const cuts = begins.slice(1).filter((atS) => atS > whole.fromS && atS < whole.toS);
  if (begins.length === 0) return { by: "whole", shots: [whole] };
  const ends = [...cuts, whole.toS];
  return { by: "cuts", shots: [whole.fromS, ...cuts].map((fromS, n) => ({ fromS, toS: ends[n] as number })) };
}

/** All of an item on its clock: of a picture its one moment. Undefined where its length is not known. */
export async function wholeOf(reader: CaseReader, item: ItemId): Promise<Shot | undefined> {
  const original = await originalOf(reader, item);
  if (original === undefined) return undefined;
  const row = await reader.views.db
    .selectFrom("item")
    .select("kind")
    .where("number", "=", Number(item.slice(1)))
    .executeTakeFirst();
  if (row?.kind === "picture") return { fromS: 0, toS: 0 };
  const { startSec, soundStartSec, durationSec } = original;
  return durationSec === null ? undefined : { fromS: Math.min(startSec, soundStartSec), toS: startSec + durationSec };
}
