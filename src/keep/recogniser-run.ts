/**
 * Runs the recogniser that a person set up on one piece of sound: a clean environment, a private folder, no network where the
 * system grants that, limits on time and on what it writes and says. What it answers is text of a stranger's making.
 */
import { lstat, open, readdir, stat } from "node:fs/promises";
import { constants } from "node:fs";
import { basename, join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { recogniserArguments } from "../core/recogniser/plan-recogniser.ts";
import type { PieceAnswer, RecogniserIdentity } from "../core/recogniser/recogniser.port.ts";
import type { Recogniser, RecogniserLimits } from "../core/recogniser/recogniser-settings.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { endingTogether } from "./ending-together.ts";
import { commandDigest } from "./recogniser-command.ts";
import { modelName } from "./recogniser-model.ts";
import { demandProgram } from "./recogniser-settings.ts";
import { runCaptureProgram } from "./run-capture-program.ts";

/** Words of a minute and a half with all their numbers are a hundredth of that. */
const mostAnswer = 32 * 1024 * 1024;
/** Of its last words, for a person to read. */
const mostComplaint = 300;

export interface PieceRun {
  readonly recogniser: Recogniser;
  /** Words that cut a command off from the network; empty where the system grants none. */
  readonly prefix: readonly string[];
  readonly audio: string;
  readonly language: string;
  /** Minutes may be parts of one. */
  readonly limits: RecogniserLimits;
  readonly signal: Cancellation;
}

/** Throws CaseError INPUT_INVALID when the program is not where the settings say, PROGRAM_MISSING when it cannot be started. */
export async function runOnPiece({ recogniser, prefix, audio, language, limits, signal }: PieceRun): Promise<PieceAnswer> {
  demandProgram(recogniser.path);
  const printed: Buffer[] = [];
  const run = await runCaptureProgram({
    ...{ path: recogniser.path, prefix: endingTogether(prefix) },
    arguments: (out) => recogniserArguments(recogniser, { audio, out, language }),
    limits,
    signal,
    mostSaid: mostAnswer,
    onOutput: (chunk) => printed.push(chunk),
  });
  try {
    const complaint = lastWords(run.log);
    if (run.end !== "ended") return { state: run.end, complaint };
    if (run.exitCode !== 0)
      return { state: "failed", complaint: `it ended with ${run.exitCode}${complaint === "" ? "" : `: ${complaint}`}` };
    const text = await answerIn(run.folder);
    if (text === "too-large") return { state: "too-large", complaint: `an answer of more than ${mostAnswer >> 20} MiB` };
    return { state: "answered", text: text?.json ?? Buffer.concat(printed).toString("utf8") };
  } finally {
    run.discard();
  }
}

/** The program's own words about its version; where it has none, the bytes of the program say which one it is. */
export async function identifyRecogniser(
  recogniser: Recogniser,
  prefix: readonly string[],
  signal: Cancellation,
): Promise<RecogniserIdentity> {
  demandProgram(recogniser.path);
  const model = recogniser.model === null ? "none named" : await modelName(recogniser.model);
  const version = await versionOf(recogniser.path, prefix, signal);
  // What a command was told to do is half of what it is.
  const told = recogniser.sort === "command" ? `${version}; command ${await commandDigest(recogniser)}` : version;
  return { name: nameOf(recogniser), version: told, model };
}

function nameOf({ sort, path }: Recogniser): string {
  if (sort === "whisper-cpp") return "whisper.cpp";
  if (sort === "faster-whisper") return "whisper-ctranslate2";
  return sort === "openai-whisper" ? "openai-whisper" : basename(path).slice(0, 100);
}

/** Asked once while the file of the program stays as it is. */
const versions = new Map<string, string>();

/** Also of other programs that read something: what they print for `--version`, else the hash of their file. */
export async function versionOf(program: string, prefix: readonly string[], signal: Cancellation): Promise<string> {
  const { mtimeMs, size } = await stat(program);
  const file = `${program} ${mtimeMs} ${size}`;
  const version = versions.get(file) ?? (await askVersion(program, prefix, signal));
  if (!signal.aborted) versions.set(file, version);
  return version;
}

async function askVersion(program: string, prefix: readonly string[], signal: Cancellation): Promise<string> {
  const limits = { minutes: 0.5, megabytes: 10 };
  const run = await runCaptureProgram({
    path: program,
    prefix: endingTogether(prefix),
    arguments: ["--version"],
    limits,
    signal,
    mostSaid: 1 << 20,
  });
  run.discard();
  const [first = ""] = Buffer.from(run.log).toString("utf8").trim().split("\n");
  const said = first.replace(/[^\x20-\x7e]/g, "?").slice(0, 100);
  if (run.exitCode === 0 && /\d/.test(said)) return said;
  return `not told; program file ${await digestOfFile(program)}`;
}

/** The JSON file that it made: `answer.json`, or the only one. What is no plain file is not followed. */
async function answerIn(folder: string): Promise<{ readonly json: string } | "too-large" | undefined> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith(".json"));
  const name = names.find((one) => one === "answer.json") ?? names[0];
  if (name === undefined || !(await lstat(join(folder, name))).isFile()) return undefined;
  const handle = await open(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    return size > mostAnswer ? "too-large" : { json: (await handle.readFile()).toString("utf8") };
  } finally {
    await handle.close();
  }
}

/** The last line that says something, printable. */
export function lastWords(log: Uint8Array): string {
  const lines = Buffer.from(log.subarray(-4000))
    .toString("latin1")
    .split(/[\r\n]+/);
  const said = lines.map((line) => line.replace(/[^\x20-\x7e]/g, "?").trim()).filter((line) => line !== "");
  return (said.at(-1) ?? "").slice(0, mostComplaint);
}
