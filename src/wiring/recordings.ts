/** Recordings outside of every case: probed and measured in children, as those of a case are. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyserRunner } from "../analyse/run-analyser.ts";
import { createSyncMeasurer } from "../analyse/sync-measure/run-measurer.ts";
import type { FrameTable, ProbeResult } from "../core/analysis/probe-result.ts";
import { CaseError } from "../core/case/case-error.ts";
import { noDigest } from "../core/hash/digest.ts";
import type { RecordingFacts, Recordings } from "../core/sync/recordings.port.ts";
import { probedOf } from "../reads/sync/clip-facts.ts";

export function recordings(): Recordings {
  return {
    measurer: createSyncMeasurer(),
    async facts(path, signal) {
      const scratch = await mkdtemp(join(tmpdir(), "witnessmark-probe-"));
      try {
        return await createAnalyserRunner({ scratch }).run(
          { analyser: "probe", object: noDigest, path, nameHint: "", parameters: {} },
          { signal, onProgress: () => undefined },
          async (answer): Promise<RecordingFacts> => {
            if (answer.state === "failed") {
              if (answer.failure.code === "program-missing") throw new CaseError("PROGRAM_MISSING", answer.failure.message);
              return { state: "failed", failure: answer.failure };
            }
            const frames = answer.files.find(({ name }) => name === "frames.json");
            const table = frames === undefined ? undefined : (JSON.parse(await readFile(frames.path, "utf8")) as FrameTable);
            const result = answer.result as unknown as ProbeResult | { readonly kind?: string };
            if (!("streams" in result)) return { state: "no-recording" };
            const { span, rate, hasPicture, hasSound } = probedOf(result, table);
            return span === undefined ? { state: "no-recording" } : { state: "read", ...span, rate, picture: hasPicture, sound: hasSound };
          },
        );
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
  };
}
