/** Features of files, some at a time, each in an analyser's child with its limits; what the caller kept is not read again. */
import { availableParallelism } from "node:os";
import { copyFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AnalysisFailure, syncFeatureNames } from "../../core/analysis/analysis.ts";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { FeatureCache, FileToMeasure } from "../../core/sync/measurer.port.ts";
import type { SyncChannel } from "../../core/sync/pair-measurement.ts";
import type { Runner } from "../run-analyser.ts";
import { namingRoom } from "../scratch-room.ts";

export type FeaturesRead =
  | { readonly state: "read"; readonly features: string }
  | { readonly state: "none" }
  | { readonly state: "failed"; readonly failure: AnalysisFailure };

export interface ReadingControl {
  readonly signal: Cancellation;
  readonly runner: Runner;
  readonly scratch: string;
  readonly cache: FeatureCache | undefined;
  readonly onFiles: (done: number, of: number) => void;
}

const analyserOf: Readonly<Record<SyncChannel, (typeof syncFeatureNames)[number]>> = { sound: "sync-sound", picture: "sync-picture" };
/** Decoders at work at the same time. */
const workers = Math.min(4, availableParallelism());
/** The runner asks for one, and nothing here is kept by it. */
const noDigest = `sha256:${"0".repeat(64)}` as Digest;

/** In the order of `files`; undefined when `signal` ended it. Throws for the machine only. */
export async function readFeatures(
  files: readonly FileToMeasure[],
  channel: SyncChannel,
  control: ReadingControl,
): Promise<readonly FeaturesRead[] | undefined> {
  const found: FeaturesRead[] = [];
  let next = 0;
  let done = 0;
  let fault: unknown;
  control.onFiles(0, files.length);
  const work = async (): Promise<void> => {
    while (next < files.length && fault === undefined && !control.signal.aborted) {
      const at = next++;
      found[at] = await featuresOf(files[at] as FileToMeasure, `${channel}-${at}`, channel, control);
      control.onFiles(++done, files.length);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(workers, files.length) }, () =>
      work().catch((error: unknown) => {
        fault ??= error;
      }),
    ),
  );
  if (fault !== undefined) throw fault;
  return control.signal.aborted ? undefined : found;
}

async function featuresOf(
  { id, path }: FileToMeasure,
  name: string,
  channel: SyncChannel,
  { signal, runner, scratch, cache }: ReadingControl,
): Promise<FeaturesRead> {
  const analyser = analyserOf[channel];
  const version = runner.versionOf(analyser);
  const kept = await cache?.find(id, channel, version);
  if (kept !== undefined) return { state: "read", features: kept };
  if ((await stat(path).catch(() => undefined))?.isFile() !== true)
    return failedWith("object-missing", `${analyser}: expected a file that can be read; found none`);
  const to = join(scratch, `${name}.features`);
  const read = await runner.run(
    { analyser, object: noDigest, path, nameHint: "", parameters: {} },
    { signal, onProgress: () => undefined },
    async (answer): Promise<FeaturesRead> => {
      if (answer.state === "failed") {
        if (answer.failure.code === "program-missing") throw new CaseError("PROGRAM_MISSING", answer.failure.message);
        return answer.failure.code === "no-stream" ? { state: "none" } : { state: "failed", failure: answer.failure };
      }
      const [file] = answer.files;
      if (file === undefined) return failedWith("crashed", `${analyser}: expected a file of features; found none`);
      await copyFile(file.path, to).catch(namingRoom);
      return { state: "read", features: to };
    },
  );
  // What a child that was stopped answers says nothing of the file.
  if (read.state !== "read" || cache === undefined || signal.aborted) return read;
  return { state: "read", features: await cache.keep(id, channel, version, to) };
}

function failedWith(code: string, message: string): FeaturesRead {
  return { state: "failed", failure: { code, message } };
}
