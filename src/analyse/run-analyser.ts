/**
 * Runs one analyser in a child: a folder of its own, limits on time, memory and output, no network where the system
 * grants that, a bare environment. What the bytes do to the child is an answer, never an outage.
 */
import type { ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AnalyserRunner, AnalysisRequest } from "../core/analysis/analyser.port.ts";
import { type AnalysisAnswer, type AnalysisFailure, type AnalysisGround, isReader } from "../core/analysis/analysis.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { ChildLine, type ChildRequest } from "./child-contract.ts";
import { decoderBuild } from "./ffmpeg/decoder-build.ts";
import { findIsolation, type Isolation } from "./isolation.ts";
import { namingRoom, shortOfRoom, watchRoom } from "./scratch-room.ts";
import { killGroup, startChild } from "./start-child.ts";
import { analyserVersions } from "./versions.ts";

export interface RunnerOptions {
  /** Where children get their folders. */
  readonly scratch: string;
  readonly ffmpeg?: string;
  readonly ffprobe?: string;
  /** Shortest time limit, milliseconds; large files get more. For tests. */
  readonly leastMs?: number;
}

export interface Runner extends AnalyserRunner {
  isolation(): Promise<Pick<Isolation, "network" | "why">>;
}

/** Time for any file, and for each further megabyte of it. */
const baseMs = 60_000;
const msPerMegabyte = 3_000;
/** Encoding takes longer than reading: a low-rate hour is few megabytes and many frames. */
const patience: Readonly<Partial<Record<AnalysisRequest["analyser"], number>>> = {
  ...{ proxy: 10, filmstrip: 3, "frame-print": 10 },
  ...{ "sound-events": 5, "sync-sound": 3, "sync-picture": 10 },
};
/** Bytes that a child may say on standard output. What grows with the material goes into files; a saved page is the longest answer. */
const outputLimit = 256 * 1024 * 1024;

const childScript = fileURLToPath(new URL("child.ts", import.meta.url));
const sourceRoot = fileURLToPath(new URL("../..", import.meta.url));

export function createAnalyserRunner({ scratch, ffmpeg = "ffmpeg", ffprobe = "ffprobe", leastMs = baseMs }: RunnerOptions): Runner {
  let isolated: Isolation | undefined;
  let decoder: string | undefined;
  const isolation = () => (isolated ??= findIsolation());
  const decoderOf = (analyser: string) => (isReader(analyser) ? "none" : (decoder ??= decoderBuild(ffmpeg)));

  return {
    versionOf: (analyser) => analyserVersions[analyser],
    isolation: async () => isolation(),
    async run(request, { signal, onProgress }, use) {
      await mkdir(scratch, { recursive: true }).catch(namingRoom);
      const folder = await mkdtemp(join(scratch, `${request.analyser}-`)).catch(namingRoom);
      const room = watchRoom(folder);
      try {
        const ground: AnalysisGround = {
          analyser: request.analyser,
          version: analyserVersions[request.analyser],
          parameters: request.parameters as AnalysisGround["parameters"],
          inputs: [request.object],
          decoder: decoderOf(request.analyser),
        };
        const size = await sizeOf(request.path);
        if (size === undefined) return await use(objectMissing(ground));
        const child = start(request, { folder, prefix: isolation().prefix, ffmpeg, ffprobe });
        let ended = false;
        const kill = () => {
          if (!ended) killGroup(child);
        };
        signal.addEventListener("abort", kill);
        // A child that ends by itself may leave a decoder behind. After that its number may be another program's.
        child.on("exit", () => {
          kill();
          ended = true;
        });
        const limit = setTimeout(
          () => {
            timedOut = true;
            kill();
          },
          (leastMs + (size / 1e6) * msPerMegabyte) * (patience[request.analyser] ?? 1),
        );
        let timedOut = false;
        try {
          if (signal.aborted) kill();
          const end = await listen(child, onProgress);
          const answer = await answerOf(end, timedOut, ground, folder);
          if (answer.state === "failed" && (await room.wasShort())) throw shortOfRoom();
          return await use(answer);
        } finally {
          clearTimeout(limit);
          signal.removeEventListener("abort", kill);
          kill();
        }
      } finally {
        room.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Bytes that are gone stop what rests on them, and nothing else of the case. */
function objectMissing(ground: AnalysisGround): AnalysisAnswer {
  const message = `${ground.analyser}: expected the object in the case; found none. Collecting the same file again brings its bytes back.`;
  return { state: "failed", ground, failure: { code: "object-missing", message } };
}

function start(
  { analyser, path, nameHint, parameters }: AnalysisRequest,
  { folder, prefix, ffmpeg, ffprobe }: { folder: string; prefix: readonly string[]; ffmpeg: string; ffprobe: string },
): ChildProcess {
  // Readers need no native code and no programs, so they get neither.
  const flags = isReader(analyser)
    ? ["--permission", ...[sourceRoot, path].map((one) => `--allow-fs-read=${one}`), `--allow-fs-write=${folder}`]
    : [];
  const request: ChildRequest = {
    analyser,
    object: path,
    folder,
    nameHint,
    parameters: parameters as ChildRequest["parameters"],
    ffmpeg,
    ffprobe,
    parent: process.pid,
  };
  return startChild({ script: childScript, folder, prefix, flags, request });
}

interface ChildEnd {
  readonly last: ChildLine | undefined;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly tooMuch: boolean;
  readonly said: string;
}

/** Reads the child's lines; only the last answer counts. Rejects when the child could not be started at all. */
function listen(child: ChildProcess, onProgress: (done: number) => void): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    let last: ChildLine | undefined;
    let parts: Buffer[] = [];
    let total = 0;
    let said = "";
    const take = (line: Buffer) => {
      const parsed = ChildLine.safeParse(parseJson(line.toString("utf8")));
      if (!parsed.success) return;
      if (parsed.data.type === "progress") onProgress(parsed.data.done);
      else last = parsed.data;
    };
    child.stdout?.on("data", (chunk: Buffer) => {
      total += chunk.length;
      if (total > outputLimit) return killGroup(child);
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        take(Buffer.concat([...parts, chunk.subarray(from, end)]));
        parts = [];
        from = end + 1;
      }
      parts.push(chunk.subarray(from));
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    });
    child.on("error", (error) =>
      reject(new CaseError("PROGRAM_MISSING", `analyser: expected a child process to start; found ${error.message}`, { cause: error })),
    );
    child.on("close", (code, signal) => resolve({ last, code, signal, tooMuch: total > outputLimit, said }));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerOf(
  { last, code, signal, tooMuch, said }: ChildEnd,
  timedOut: boolean,
  ground: AnalysisGround,
  folder: string,
): Promise<AnalysisAnswer> {
  const failure = (reason: AnalysisFailure): AnalysisAnswer => ({ state: "failed", ground, failure: reason });
  if (timedOut) return failure({ code: "time-limit", message: `${ground.analyser}: expected an answer within the time limit; found none` });
  if (tooMuch)
    return failure({ code: "output-limit", message: `${ground.analyser}: expected a smaller answer; found over ${outputLimit} bytes` });
  if (last?.type === "failed") return failure(last.failure);
  if (code !== 0 || last?.type !== "done") {
    const outOfMemory = /heap out of memory|Allocation failed|Cannot allocate/.test(said);
    return failure({
      code: outOfMemory ? "memory-limit" : "crashed",
      message: `${ground.analyser}: expected an answer; the child ended with ${signal ?? code}${outOfMemory ? ", out of memory" : ""}`,
    });
  }
  const made = new Set(await readdir(folder));
  const missing = last.files.find(({ name }) => !made.has(name));
  if (missing !== undefined)
    return failure({ code: "crashed", message: `${ground.analyser}: expected the file ${missing.name}; found none` });
  const files = last.files.map(({ name, mediaType }) => ({ name, mediaType, path: join(folder, name) }));
  return { state: "done", ground, result: last.result as Json, files };
}
