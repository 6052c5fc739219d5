/** What repeats the results of a folder that nobody opens as a case: a pack, or a case as it lies. Nothing is written into it. */
import { existsSync, lstatSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecomputePorts } from "../actions/recompute/recompute-ports.ts";
import { readFramePrints, readSoundPrints } from "../analyse/copies/read-prints.ts";
import { createCopyMatcher } from "../analyse/copies/run-matcher.ts";
import { decoderBuild } from "../analyse/ffmpeg/decoder-build.ts";
import { createAnalyserRunner } from "../analyse/run-analyser.ts";
import { createSyncMeasurer } from "../analyse/sync-measure/run-measurer.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import { digestOfFile } from "../keep/digest-of-file.ts";
import { readLines } from "../keep/read-lines.ts";
import { sha256 } from "../keep/sha256.ts";

export interface Recomputing {
  readonly ports: RecomputePorts;
  close(): Promise<void>;
}

export async function recomputePortsOf(folder: string): Promise<Recomputing> {
  const base = existsSync(join(folder, "data", "ledger.jsonl")) ? join(folder, "data") : folder;
  const scratch = await mkdtemp(join(tmpdir(), "witnessmark-recompute-"));
  const pathOf = (object: Digest) => join(base, "objects", objectPathOf(object));
  const looked = new Map<Digest, Promise<"held" | "missing" | "altered">>();

  async function look(object: Digest): Promise<"held" | "missing" | "altered"> {
    // A link would lead a child out of the folder.
    if (lstatSync(pathOf(object), { throwIfNoEntry: false })?.isFile() !== true) return "missing";
    return (await digestOfFile(pathOf(object))) === object ? "held" : "altered";
  }

  return {
    ports: {
      async *lines() {
        for await (const { line } of readLines(join(base, "ledger.jsonl"), { offset: 0, previous: undefined })) yield line;
      },
      held(object) {
        const found = looked.get(object) ?? look(object);
        looked.set(object, found);
        return found;
      },
      pathOf,
      runner: createAnalyserRunner({ scratch }),
      matcher: createCopyMatcher({ scratch }),
      measurer: createSyncMeasurer({ scratch }),
      sha256,
      digestOfFile,
      async readFile(path, mostBytes) {
        return lstatSync(path).size > mostBytes ? undefined : readFile(path);
      },
      prints: { frames: readFramePrints, sound: readSoundPrints },
      here: { decoder: decoderBuild("ffmpeg"), engine: `node ${process.versions.node}` },
    },
    close: () => rm(scratch, { recursive: true, force: true }),
  };
}
