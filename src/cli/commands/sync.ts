/** `sync FILES...` or `sync FILE.json|-`: recordings on one clock, by what their sound and pictures share, or by pairs that somebody measured. */
import { resolve } from "node:path";
import { writeSyncPlan } from "../../actions/write-sync-plan.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { SyncProblem } from "../../reason/sync/sync-problem.ts";
import type { SyncAnswer } from "../../reason/sync/sync-answer.ts";
import { solvedProblem } from "../answer-problem.ts";
import { type Command, type Given, text } from "../command.ts";
import { printJson } from "../json-output.ts";
import { measureFiles, type MeasuredFiles } from "../measured-problem.ts";
import type { Program } from "../program.ts";
import { readJsonInput } from "../read-json-input.ts";
import { syncLines } from "../sync-out.ts";

/** As many recordings as one measuring takes. */
const filesAtMost = 500;

export const syncCommand: Command = {
  name: "sync",
  usage: "sync FILES... | FILE.json|- [--otio FILE] [--csv FILE] [--json]",
  summary:
    "put recordings of one event on one clock, by their sound or pictures, with errors; says what does not fit and what stands apart",
  flags: { json: { type: "boolean" }, otio: { type: "string" }, csv: { type: "string" } },
  flagHelp: {
    json: "print problem and answer as one JSON object",
    otio: "write the plan as OpenTimelineIO to a new file: addresses of the media, not the media",
    csv: "write the plan as CSV to a new file",
  },
  examples: [
    "witnessmark sync north.mp4 square.mov roof.mp4",
    "witnessmark sync videos/*.mp4 --otio plan.otio --csv plan.csv",
    "witnessmark sync offsets.json --json",
  ],
  async run(program, given) {
    const measured = await problemOf(program, given);
    if (measured === undefined) return 130;
    const { problem, notRead, complaints, versions } = measured;
    const { answer, holds } = problem.clips.length === 0 ? { answer: undefined, holds: false } : asked(problem);
    if (answer !== undefined) await writePlans(program, given, problem, answer);
    if (given.flags["json"] === true) printJson(program.out, "sync", { problem, answer: answer ?? null, notRead, complaints, versions });
    else for (const line of syncLines(problem, answer, { notRead, complaints })) program.out.line(line);
    return holds ? 0 : 3;
  },
};

/** Undefined when the person ended it. */
async function problemOf(program: Program, { words }: Given): Promise<MeasuredFiles | undefined> {
  const [first] = words;
  if (first === undefined) throw new CaseError("INPUT_INVALID", `sync: expected \`witnessmark ${syncCommand.usage}\`; found no file`);
  if (words.length === 1) {
    if (first !== "-" && !first.toLowerCase().endsWith(".json"))
      throw new CaseError("INPUT_INVALID", "sync: expected two recordings or more, or one problem as FILE.json or -; found one recording");
    return { problem: await readJsonInput(program, first, SyncProblem), notRead: [], complaints: [], versions: null };
  }
  if (words.length > filesAtMost)
    throw new CaseError("INPUT_INVALID", `sync: expected at most ${filesAtMost} recordings; found ${words.length}`);
  for (const path of words)
    if (!program.isFile(resolve(path))) throw new CaseError("INPUT_INVALID", `${path}: expected a file; found none that can be read`);
  return measureFiles(
    program,
    words.map((path) => resolve(path)),
    words,
  );
}

function asked(problem: SyncProblem): { readonly answer: SyncAnswer; readonly holds: boolean } {
  const { answer, holds } = solvedProblem("sync", problem);
  return { answer: answer as SyncAnswer, holds };
}

async function writePlans(program: Program, given: Given, problem: SyncProblem, answer: SyncAnswer): Promise<void> {
  const about = { title: problem.title ?? "sync", writtenBy: program.name };
  for (const format of ["otio", "csv"] as const) {
    const path = text(given, format);
    if (path === undefined) continue;
    await program.writeFile(resolve(path), encodeUtf8(writeSyncPlan(format, withAddresses(problem), answer, about)));
    program.out.note(`written: ${path}`);
  }
}

/** A program that opens the plan is started elsewhere: relative paths would not be found. */
function withAddresses(problem: SyncProblem): SyncProblem {
  return {
    ...problem,
    clips: problem.clips.map((clip) =>
      clip.file === undefined || /^[a-z][a-z0-9+.-]+:/iu.test(clip.file) ? clip : { ...clip, file: resolve(clip.file) },
    ),
  };
}
