/** The answer for what is neither picture nor sound: kept, listed, and said plainly when nothing here reads it. */
import type { ProbeResult } from "../../core/analysis/probe-result.ts";
import type { Made, Making } from "../child-contract.ts";
import { readMetadata } from "./metadata.ts";
import { timesOf } from "./metadata-times.ts";
import { falseEnding } from "./name-against-bytes.ts";
import { documentStatements } from "./statements.ts";
import type { TextKind } from "./text-kind.ts";
import { nameTrap } from "./traps.ts";

/** Documents whose own metadata exiftool reads without unpacking anything. */
const withMetadata: ReadonlySet<string> = new Set(["pdf", "psd", "jpeg-2000"]);

export async function documentResult(making: Making, { kind, container, says, readable }: TextKind): Promise<Made> {
  const metadata = withMetadata.has(container) ? await readMetadata(making.object) : undefined;
  const rows = metadata?.state === "read" ? [...metadata.rows] : [];
  const ending = falseEnding(making.nameHint, container);
  const result: ProbeResult = {
    kind,
    container,
    durationSec: "unknown",
    startSec: 0,
    streams: [],
    frameTable: null,
    metadata: rows,
    times: timesOf(rows),
    ...documentStatements(says, readable),
    traps: ending === undefined ? [] : [nameTrap(ending, says)],
    browserPlays: false,
  };
  return { state: "done", result, files: [] };
}
