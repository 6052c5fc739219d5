/**
 * `node scripts/bench/copies/score-edits.ts FOLDER [--half set|report] [--only copies|different] [--kinds a,b]
 * [--most N] [--prints-alone] [--peer] [--write]`:
 * prints all clips of make-edits.ts, compares them and says what was found. Thresholds are set by what it says of the half
 * "set"; docs/method/copies.md holds what it says of the half "report". Cases that fail stand in FOLDER/failures.json.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startClipChildren, type ClipChildren } from "./clip-children.ts";
import { codeMark, keptIn, printMarks, type PrintMarks } from "./clip-prints.ts";
import { copyPairs, differentPairs, someOf } from "./pairs.ts";
import { peerOf } from "./peer.ts";
import { scoreCopy, type CopyScore, type DifferentScore } from "./score-pair.ts";
import { describeScores, writeScores, type Scores } from "./score-table.ts";
import { readMaterial, type Clip, type Half, type Material } from "./truth.ts";

interface Wanted {
  readonly half: Half;
  readonly only: "copies" | "different" | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly peer: boolean;
  readonly together: number;
  /** Stop when the prints are made. */
  readonly printsAlone: boolean;
  /** How many pairs of different clips at most: all look-alikes first, of the others an even choice. */
  readonly most: number;
}

export async function scoreMaterial(folder: string, wanted: Wanted, say: (line: string) => void): Promise<Scores | null> {
  const material = readMaterial(folder);
  const copies = wanted.only === "different" ? [] : copyPairs(material, wanted.half);
  const chosen = wanted.kinds === undefined ? copies : copies.filter(({ b }) => wanted.kinds?.includes(b.kind));
  const different = wanted.only === "copies" ? [] : someOf(differentPairs(material, wanted.half), wanted.most);
  // Before anything is compared: the code may be changed by others while this runs.
  const prints = printMarks();
  const marks = { ...prints, matcher: codeMark(["analyse/segment-match", "analyse/sound-match", "analyse/copies"]) };
  const children = startClipChildren(wanted.together);
  try {
    const pairs = [...chosen, ...different];
    await printAll(folder, prints, children, pairs, say);
    if (wanted.printsAlone) return null;
    const began = performance.now();
    const kept = (clip: Clip) => keptIn(folder, prints, clip.name);
    const jobs = pairs.map(({ a, b }) => ({ verb: "match", a: kept(a), b: kept(b) }) as const);
    const answers = await children.run(jobs, tenths("compared", jobs.length, say));
    const matched = answers.map((answer, i) => {
      if (answer.state === "matched") return answer;
      throw new Error(`${pairs[i]?.a.name} with ${pairs[i]?.b.name}: ${answer.state === "failed" ? answer.why : "no answer"}`);
    });
    const tookSec = (performance.now() - began) / 1000;
    const peer = wanted.peer ? peerOf(chosen, different, (clip) => kept(clip).frames) : null;
    const at = (i: number) => matched[i] ?? { picture: [], sound: [], signs: [], ms: NaN };
    return {
      ...{ half: wanted.half, sources: sourcesIn(material, wanted.half), peer, tookSec, marks },
      copies: chosen.map((pair, i): CopyScore => scoreCopy(pair, at(i))),
      different: different.map(({ a, b, lookAlike }, i): DifferentScore => {
        const { picture, sound, signs, ms } = at(chosen.length + i);
        return { a: a.name, b: b.name, lookAlike, segments: picture, sound, signs, ms };
      }),
    };
  } finally {
    children.close();
  }
}

const sourcesIn = ({ sources }: Material, half: Half) => sources.filter((clip) => clip.half === half);

async function printAll(
  folder: string,
  marks: PrintMarks,
  children: ClipChildren,
  pairs: readonly { a: Clip; b: Clip }[],
  say: (line: string) => void,
): Promise<void> {
  const clips = [...new Map(pairs.flatMap(({ a, b }) => [a, b]).map((clip) => [clip.name, clip])).values()];
  const jobs = clips.map((clip) => ({ verb: "print", path: join(folder, clip.file), kept: keptIn(folder, marks, clip.name) }) as const);
  const answers = await children.run(jobs, tenths("printed", jobs.length, say));
  for (const answer of answers) if (answer.state === "failed") throw new Error(answer.why);
}

function tenths(what: string, all: number, say: (line: string) => void) {
  const step = Math.max(1, Math.ceil(all / 10));
  return (done: number) => {
    if (done % step === 0 || done === all) say(`${what} ${done} of ${all}`);
  };
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      half: { type: "string", default: "report" },
      only: { type: "string" },
      kinds: { type: "string" },
      peer: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      together: { type: "string", default: "2" },
      most: { type: "string", default: "2000" },
      "prints-alone": { type: "boolean", default: false },
    },
  });
  const [folder] = positionals;
  const { half, only } = values;
  const okay = (half === "set" || half === "report") && (only === undefined || only === "copies" || only === "different");
  if (folder === undefined || !okay) {
    process.stderr.write("score-edits: expected FOLDER [--half set|report] [--only copies|different] [--kinds a,b] [--peer] [--write]\n");
    process.exit(2);
  }
  const say = (line: string) => process.stderr.write(`score-edits: ${line}\n`);
  const wanted = {
    half,
    only,
    kinds: values.kinds?.split(","),
    peer: values.peer,
    together: Number(values.together),
    most: Number(values.most),
    printsAlone: values["prints-alone"],
  } as const;
  const scores = await scoreMaterial(resolve(folder), wanted, say);
  if (scores !== null) {
    writeFileSync(join(folder, `scores-${half}.json`), `${JSON.stringify(scores)}\n`);
    const failures = {
      copies: scores.copies.filter((copy) => !copy.judged.found),
      sounds: scores.copies.filter((copy) => !copy.soundJudged.found),
      falseMatches: scores.different.filter(
        (pair) => pair.segments.length > 0 || pair.sound.some((one) => one.sameRecording !== "another"),
      ),
    };
    writeFileSync(join(folder, half === "set" ? "failures.json" : `failures-${half}.json`), `${JSON.stringify(failures, null, 1)}\n`);
    process.stdout.write(`${await describeScores(scores)}\n`);
    if (values.write) await writeScores(scores);
  }
}
