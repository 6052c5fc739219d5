/** Shots of an item, each to be looked at by itself: by the cuts that were found in its picture, else all of it as one. */
import { framePrintsFileName } from "../../core/copies/print-result.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Shot } from "../../core/redaction/stretch-standing.ts";
import type { CaseReader } from "../case-reader.ts";
import { fileIn } from "../copies/missing-comparisons.ts";
import { originalOf } from "../tiers/tier-index.ts";

export async function shotsOf(reader: CaseReader, item: ItemId): Promise<{ by: "cuts" | "whole"; shots: Shot[] }> {
  const original = await originalOf(reader, item);
  if (original === undefined) return { by: "whole", shots: [] };
  const endS = original.startSec + (original.durationSec ?? 0);
  const whole: Shot = { fromS: Math.min(original.startSec, original.soundStartSec), toS: endS };
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
