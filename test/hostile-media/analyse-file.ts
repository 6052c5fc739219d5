/** Runs one analyser on one file as the program does, in a child with its limits, and keeps what it made. */
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyserRunner, type RunnerOptions } from "../../src/analyse/run-analyser.ts";
import type { AnalyserName, AnalysisAnswer } from "../../src/core/analysis/analysis.ts";
import { FrameTable, ProbeResult } from "../../src/core/analysis/probe-result.ts";
import type { Digest } from "../../src/core/hash/digest.ts";

export interface Analysed {
  readonly answer: AnalysisAnswer;
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface AnalyseOptions extends Partial<RunnerOptions> {
  readonly nameHint?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

const anyDigest = `sha256:${"0".repeat(64)}` as Digest;

export async function analyseFile(analyser: AnalyserName, path: string, options: AnalyseOptions = {}): Promise<Analysed> {
  const { nameHint = "", signal = new AbortController().signal, onProgress = () => undefined, ...rest } = options;
  const scratch = await mkdtemp(join(tmpdir(), "witnessmark-analyse-"));
  try {
    const runner = createAnalyserRunner({ scratch, ...rest });
    return await runner.run(
      { analyser, object: anyDigest, path, nameHint, parameters: {} },
      { signal, onProgress },
      async (answer): Promise<Analysed> => {
        const files = new Map<string, Buffer>();
        if (answer.state === "done") for (const file of answer.files) files.set(file.name, await readFile(file.path));
        return { answer, files };
      },
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The result as the analyser promises it; throws with the failure when there is none. */
export function resultOf({ answer }: Analysed): unknown {
  if (answer.state === "failed") throw new Error(`expected a result, found ${answer.failure.code}: ${answer.failure.message}`);
  return answer.result;
}

export async function probeFile(
  path: string,
  options: AnalyseOptions = {},
): Promise<{ result: ProbeResult; table: FrameTable | undefined }> {
  const analysed = await analyseFile("probe", path, options);
  const frames = analysed.files.get("frames.json");
  return {
    result: ProbeResult.parse(resultOf(analysed)),
    table: frames === undefined ? undefined : FrameTable.parse(JSON.parse(frames.toString())),
  };
}

export async function failureOf(analyser: AnalyserName, path: string, options: AnalyseOptions = {}): Promise<string> {
  const { answer } = await analyseFile(analyser, path, options);
  return answer.state === "failed" ? answer.failure.code : "done";
}

/** A folder of its own for one test file, with a copy of `files` in it. */
export async function testFolder(name: string): Promise<{ path: (file: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `witnessmark-${name}-`));
  await mkdir(folder, { recursive: true });
  return { path: (file) => join(folder, file), remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function copyTo(from: string, to: string): Promise<string> {
  await cp(from, to);
  return to;
}
