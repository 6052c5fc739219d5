/** Large exports through `add`: messages a second, peak memory of the program and of its reader, beside jq on the same file. */
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../testing/needs.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, megabytes } from "./figure.ts";
import { makeLargeExport } from "./make-large-export.ts";
import { timeShell } from "./measure.ts";
import { addExport } from "./program-case.ts";

/** Bytes; of the program and of its reader each. */
const memoryLimit = 500_000_000;
/** One message a line, read as a stream; and the plain way, which holds the whole file. */
const jqStream = `jq -cn --stream 'fromstream(2|truncate_stream(inputs|select(.[0][0]=="messages")))'`;
const jqWhole = "jq -c '.messages[]'";

export async function largeExportFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const messages of quick ? [10_000, 100_000] : [100_000, 1_000_000]) {
    const chat = join(folder, `chat-${messages}`);
    mkdirSync(chat);
    const file = join(chat, "result.json");
    say(`making an export of ${messages} messages`);
    makeLargeExport(file, messages);
    const size = megabytes(statSync(file).size);
    say("adding it");
    const { seconds, peaks } = await addExport(join(folder, `case-${messages}`), chat, join(folder, "config"));
    const rate = messages / seconds;
    figures.push(
      figure(
        `add an export of ${messages} messages (${size}), messages a second`,
        "-",
        rate,
        rate.toFixed(0),
        undefined,
        `${seconds.toFixed(1)} s from start to end: kept, probed, read, missing media recorded, searchable`,
      ),
      figure(
        `memory of the program and of its reader, ${messages} messages, MB`,
        "-",
        Math.max(peaks.main, peaks.child) / 1e6,
        `${megabytes(peaks.main)} and ${megabytes(peaks.child)}`,
        { atMost: memoryLimit / 1e6 },
        "VmHWM, asked every 100 ms",
      ),
    );
    if (findProgram("jq") !== undefined) figures.push(...(await besideJq(file, messages, seconds, say)));
    rmSync(join(folder, `case-${messages}`), { recursive: true });
    rmSync(chat, { recursive: true });
  }
  return figures;
}

/** The streaming way is slow: on the larger file only the plain one is asked. */
async function besideJq(file: string, messages: number, ours: number, say: BenchPlace["say"]): Promise<Figure[]> {
  const ways = messages > 100_000 ? [jqWhole] : [jqWhole, jqStream];
  const figures: Figure[] = [];
  for (const way of ways) {
    say(way);
    const { wallS } = await timeShell(`${way} ${file} > /dev/null`, import.meta.dirname);
    const ratio = ours / wallS;
    figures.push(
      figure(
        `add an export of ${messages} messages, all of it`,
        `\`${way}\`: parsed and printed only`,
        ratio,
        ratio.toFixed(2),
        undefined,
        `${ours.toFixed(1)} s against ${wallS.toFixed(1)} s`,
      ),
    );
  }
  return figures;
}
