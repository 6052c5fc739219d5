/**
 * Runs the detector that a person set up on a folder of pictures: a clean environment, a private folder, no network where the system
 * grants that, limits on time and on what it writes and says. What it answers is text of a stranger's making.
 */
import { basename } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { DetectorProgram } from "../core/detector/detection.ts";
import type { DetectorAnswer } from "../core/detector/detector.port.ts";
import { type Detector, detectorArguments } from "../core/detector/detector-settings.ts";
import type { RecogniserLimits } from "../core/recogniser/recogniser-settings.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { endingTogether } from "./ending-together.ts";
import { commandDigest } from "./recogniser-command.ts";
import { lastWords, versionOf } from "./recogniser-run.ts";
import { demandProgram } from "./recogniser-settings.ts";
import { runCaptureProgram } from "./run-capture-program.ts";

/** Of one folder of pictures: two hundred lines for each of its pictures. */
const mostAnswer = 8 * 1024 * 1024;

export interface DetectorRun {
  readonly detector: Detector;
  /** Words that cut a command off from the network; empty where the system grants none. */
  readonly prefix: readonly string[];
  /** Of pictures. */
  readonly folder: string;
  readonly limits: RecogniserLimits;
  readonly signal: Cancellation;
}

/** Throws CaseError INPUT_INVALID when the program is not where the settings say, PROGRAM_MISSING when it cannot be started. */
export async function runOnFrames({ detector, prefix, folder, limits, signal }: DetectorRun): Promise<DetectorAnswer> {
  demandProgram(detector.path);
  const printed: Buffer[] = [];
  const run = await runCaptureProgram({
    ...{ path: detector.path, prefix: endingTogether(prefix), arguments: detectorArguments(detector, folder), limits, signal },
    mostSaid: mostAnswer,
    onOutput: (chunk) => printed.push(chunk),
  });
  run.discard();
  const complaint = lastWords(run.log);
  if (run.end !== "ended") return { state: run.end, complaint };
  if (run.exitCode !== 0) return { state: "failed", complaint: `it ended with ${run.exitCode}${complaint === "" ? "" : `: ${complaint}`}` };
  return { state: "answered", bytes: Buffer.concat(printed) };
}

/** Throws as `runOnFrames`. */
export async function identifyDetector(detector: Detector, prefix: readonly string[], signal: Cancellation): Promise<DetectorProgram> {
  demandProgram(detector.path);
  return {
    name: detectorName(detector),
    version: await versionOf(detector.path, prefix, signal),
    file: await digestOfFile(detector.path),
    arguments: [...detector.arguments],
    command: await commandDigest(detector),
  };
}

export function detectorName({ path }: Pick<Detector, "path">): string {
  return basename(path).slice(0, 100);
}
