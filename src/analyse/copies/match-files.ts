/** Two files against each other: prints of both, each channel in a child of its own, then their comparison. Leaves nothing behind. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { AnalyserName, AnalysisAnswer } from "../../core/analysis/analysis.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { FileMatcher, FileRead } from "../../core/copies/file-matcher.port.ts";
import type { Printed } from "../../core/copies/copy-matcher.port.ts";
import { FramePrintResult, SoundPrintResult } from "../../core/copies/print-result.ts";
import type { PairComparison } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { createAnalyserRunner, type Runner } from "../run-analyser.ts";
import { namingRoom } from "../scratch-room.ts";
import { createCopyMatcher } from "./run-matcher.ts";

interface Read {
  readonly read: FileRead;
  readonly printed: Printed;
  readonly decoder: string;
}

type Control = Parameters<FileMatcher["match"]>[1];

export function createFileMatcher(): FileMatcher {
  return {
    async match({ a, b }, { signal, onProgress }) {
      const scratch = await mkdtemp(join(tmpdir(), "witnessmark-files-")).catch(namingRoom);
      try {
        const runner = createAnalyserRunner({ scratch });
        const matcher = createCopyMatcher({ scratch, everyPair: true });
        const shares = { a: 0, b: 0 };
        const reading = (side: "a" | "b") => (done: number) => {
          shares[side] = done;
          onProgress((shares.a + shares.b) * 0.45, "reading");
        };
        const both = await Promise.allSettled([
          readFile(runner, a, "a", scratch, { signal, onProgress: reading("a") }),
          readFile(runner, b, "b", scratch, { signal, onProgress: reading("b") }),
        ]);
        const [one, other] = both.map((end) => {
          if (end.status === "rejected") throw end.reason;
          return end.value;
        });
        if (signal.aborted || one === undefined || other === undefined) return undefined;
        let pair: PairComparison | undefined;
        await matcher.compare(
          { known: [one.printed], fresh: [other.printed] },
          { signal, onProgress: (done) => onProgress(0.9 + done * 0.1, "comparing") },
          async (found) => {
            pair = found;
          },
        );
        if (signal.aborted || pair === undefined) return undefined;
        const versions = {
          framePrint: runner.versionOf("frame-print"),
          soundPrint: runner.versionOf("sound-print"),
          matcher: matcher.version,
          decoder: one.decoder,
        };
        return { a: one.read, b: other.read, pair, versions };
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
  };
}

/** Throws CaseError INPUT_INVALID when there is nothing in it to compare by. */
async function readFile(
  runner: Runner,
  path: string,
  side: "a" | "b",
  scratch: string,
  { signal, onProgress }: Pick<Control, "signal"> & { readonly onProgress: (done: number) => void },
): Promise<Read | undefined> {
  const found = await stat(path).catch(() => undefined);
  const called = side === "a" ? "first file" : "second file";
  if (found?.isFile() !== true) throw new CaseError("INPUT_INVALID", `${called}: expected a file that can be read; found none`);
  const object = await digestOf(path);
  let decoder = "";
  /** Pictures take nearly all the time. */
  const run = async (analyser: AnalyserName, name: string, from: number, share: number) => {
    const to = join(scratch, `${side}-${name}`);
    const request = { analyser, object, path, nameHint: "", parameters: {} };
    return runner.run(
      request,
      { signal, onProgress: (done) => onProgress(from + done * share) },
      async (answer): Promise<{ readonly answer: AnalysisAnswer; readonly to: string }> => {
        const [file] = answer.state === "done" ? answer.files : [];
        if (file !== undefined) await copyFile(file.path, to);
        decoder = answer.ground.decoder;
        return { answer, to };
      },
    );
  };
  const picture = await run("frame-print", "frames", 0, 0.9);
  if (signal.aborted) return undefined;
  const sound = await run("sound-print", "sound", 0.9, 0.1);
  if (signal.aborted) return undefined;
  const read: FileRead = {
    object,
    picture: channelOf(picture.answer, (result) => FramePrintResult.parse(result)),
    sound: channelOf(sound.answer, (result) => SoundPrintResult.parse(result)),
  };
  if (read.picture.state !== "printed" && read.sound.state !== "printed") throw nothingToCompare(called, read);
  const printed = {
    object,
    framePrints: read.picture.state === "printed" ? picture.to : null,
    soundPrints: read.sound.state === "printed" ? sound.to : null,
  };
  return { read, printed, decoder };
}

type Channel<T> =
  { readonly state: "printed"; readonly result: T } | { readonly state: "none" } | Extract<FileRead["picture"], { state: "failed" }>;

/** A file without the stream has no such channel. */
function channelOf<T>(answer: AnalysisAnswer, parse: (result: unknown) => T): Channel<T> {
  if (answer.state === "done") return { state: "printed", result: parse(answer.result) };
  const { failure } = answer;
  return failure.code === "no-stream" ? { state: "none" } : { state: "failed", failure };
}

function nothingToCompare(called: string, { picture, sound }: FileRead): CaseError {
  const why = [picture, sound].flatMap((channel) => (channel.state === "failed" ? [channel.failure.message] : []));
  const missing = [picture, sound].some((channel) => channel.state === "failed" && channel.failure.code === "program-missing");
  if (missing) return new CaseError("PROGRAM_MISSING", `${called}: ${why[0]}`);
  const found = why.length === 0 ? "neither" : why.join("; ");
  return new CaseError("INPUT_INVALID", `${called}: expected a picture, moving pictures or sound; found: ${found}`);
}

export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return `sha256:${hash.digest("hex")}` as Digest;
}
