/** `sync FILES...` or `sync FILE.json|-`: recordings on one clock, by what their sound and pictures share, or by pairs that somebody measured. */
import { resolve } from "node:path";
import { type SyncPlanFormat, writeSyncPlan } from "../../actions/write-sync-plan.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { isAddress } from "../../core/sync/media-address.ts";
import { SyncProblem } from "../../reason/sync/sync-problem.ts";
import type { SyncAnswer } from "../../reason/sync/sync-answer.ts";
import { solvedProblem } from "../answer-problem.ts";
import { type Command, type Given, text, texts } from "../command.ts";
import { printJson } from "../json-output.ts";
import { measureFiles, type MeasuredFiles } from "../measured-problem.ts";
import type { Program } from "../program.ts";
import { readJsonInput } from "../read-json-input.ts";
import { syncLines } from "../sync-out.ts";

/** As many recordings as one measuring takes. */
const filesAtMost = 500;

export const syncCommand: Command = {
  name: "sync",
  usage: "sync FILES... | FILE.json|- [--accept PAIR]... [--otio FILE] [--csv FILE] [--json]",
  summary:
    "put recordings of one event on one clock, by their sound or pictures, with errors; says what does not fit and what stands apart",
  flags: { json: { type: "boolean" }, accept: { type: "string", multiple: true }, otio: { type: "string" }, csv: { type: "string" } },
  flagHelp: {
    json: "print problem and answer as one JSON object",
    accept: 'a pair that joins nothing, by its name as it is printed ("1 2"): you looked at it, and it joins; may be given more than once',
    otio: "write the plan as OpenTimelineIO to a new file: addresses of the media, not the media",
    csv: "write the plan as CSV to a new file",
  },
  examples: [
    "witnessmark sync north.mp4 square.mov roof.mp4",
    "witnessmark sync videos/*.mp4 --otio plan.otio --csv plan.csv",
    'witnessmark sync desk.wav camera.mp4 --accept "1 2"',
    "witnessmark sync offsets.json --json",
  ],
  async run(program, given) {
    const [places, accepted] = [planPlaces(program, given), acceptedPairs(given)];
    const measured = await problemOf(program, given);
    if (measured === undefined) return 130;
    const { notRead, complaints, versions } = measured;
    const problem = accepting(program, measured.problem, accepted);
    const { answer, holds } = problem.clips.length === 0 ? { answer: undefined, holds: false } : asked(problem);
    if (given.flags["json"] === true) printJson(program.out, "sync", { problem, answer: answer ?? null, notRead, complaints, versions });
    else for (const line of syncLines(problem, answer, { notRead, complaints })) program.out.line(line);
    if (answer !== undefined) await writePlans(program, places, given.words.length > 1 ? inFull(problem) : withAddresses(problem), answer);
    else if (places.length > 0) program.out.note("no plan is written: none of these is a recording");
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

interface PlanPlace {
  readonly format: SyncPlanFormat;
  readonly path: string;
}

/** Looked at before anything is measured. Throws CaseError PATH_REFUSED. */
function planPlaces(program: Program, given: Given): PlanPlace[] {
  const places = (["otio", "csv"] as const).flatMap((format) => {
    const path = text(given, format);
    return path === undefined ? [] : [{ format, path: resolve(path) }];
  });
  for (const { path } of places) program.demandPlaceForFile(path);
  if (places.length > 1 && places[0]?.path === places[1]?.path)
    throw new CaseError("INPUT_INVALID", "sync: expected two places for --otio and --csv; found one for both");
  return places;
}

/** The answer stands already: one place that fails takes nothing from it, nor from the other. */
async function writePlans(program: Program, places: readonly PlanPlace[], problem: SyncProblem, answer: SyncAnswer): Promise<void> {
  const about = { title: problem.title ?? "sync", writtenBy: program.name };
  const faults: unknown[] = [];
  for (const { format, path } of places) {
    try {
      await program.writeFile(path, encodeUtf8(writeSyncPlan(format, problem, answer, about)));
      program.out.note(`written: ${path}`);
    } catch (error) {
      faults.push(error);
    }
  }
  const [first, second] = faults;
  if (second instanceof CaseError) program.out.note(second.message);
  if (first !== undefined) throw first;
}

/** Names of pairs, looked at before anything is measured. Throws CaseError INPUT_INVALID. */
function acceptedPairs(given: Given): readonly string[] {
  const accepted = texts(given, "accept");
  if (given.words.length <= 1) return accepted;
  for (const id of accepted) {
    const [, a, b] = /^([1-9]\d*) ([1-9]\d*)$/u.exec(id) ?? [];
    if (a === undefined || b === undefined || !(Number(a) < Number(b) && Number(b) <= given.words.length))
      throw new CaseError(
        "INPUT_INVALID",
        `--accept ${JSON.stringify(id)}: expected the numbers of two of the recordings, as "1 2"; found others`,
      );
  }
  return accepted;
}

/** What was measured is told also where nothing was found between two of them. */
function accepting(program: Program, problem: SyncProblem, accepted: readonly string[]): SyncProblem {
  for (const id of accepted)
    if (!problem.pairs.some((pair) => pair.id === id))
      program.out.note(`--accept ${JSON.stringify(id)}: no offset of that name, so that nothing is accepted`);
  return { ...problem, pairs: problem.pairs.map((pair) => (accepted.includes(pair.id) ? { ...pair, judged: "accepted" as const } : pair)) };
}

/** A program that opens the plan is started elsewhere: relative paths would not be found. */
function inFull(problem: SyncProblem): SyncProblem {
  return { ...problem, clips: problem.clips.map((clip) => (clip.file === undefined ? clip : { ...clip, file: resolve(clip.file) })) };
}

/** A problem may hold addresses beside paths. */
function withAddresses(problem: SyncProblem): SyncProblem {
  return {
    ...problem,
    clips: problem.clips.map((clip) => (clip.file === undefined || isAddress(clip.file) ? clip : { ...clip, file: resolve(clip.file) })),
  };
}
