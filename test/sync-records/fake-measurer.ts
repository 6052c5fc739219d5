/** A measurer whose findings the test says. It reads each file once, by the cache that it is given, as the real one does. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileMeasured, KnownPair, MeasurerVersions, SyncMeasurer } from "../../src/core/sync/measurer.port.ts";
import type { PairMeasurement } from "../../src/core/sync/pair-measurement.ts";

export const fakeVersions: MeasurerVersions = { measurer: "9", soundFeatures: "3", pictureFeatures: "4", decoder: "none" };

/** Two recordings of one event, of which b began so many seconds after a. */
export function measured(offsetS: number, more: Partial<Extract<PairMeasurement, { state: "measured" }>> = {}): PairMeasurement {
  return {
    ...{ state: "measured", channel: "sound", wrong: 0.001, stretches: [], sameRecording: false },
    offset: { offsetS, plusMinusS: 0.004, at: { a: offsetS + 1, b: 1 }, rate: "not-measured", rateLike: null },
    ...more,
  };
}

export function refused(reason: Extract<PairMeasurement, { state: "refused" }>["reason"] = "nothing-common"): PairMeasurement {
  return { state: "refused", channel: "sound", reason, candidates: [], stretches: [] };
}

export interface FakeMeasurer extends SyncMeasurer {
  /** Ids of files that were read and not found kept, in their order. */
  readonly read: string[];
  /** What was told to be known of pairs when it measured last. */
  knownOf: (a: string, b: string) => KnownPair | undefined;
  /** Measurings under way, and the most of them that there ever were. */
  atWork: number;
  mostAtWork: number;
  /** Told after features of a file were kept; measuring waits for it. */
  afterReading: (id: string, signal: { readonly aborted: boolean }) => Promise<void>;
  /** What it finds of two files. */
  pair: (a: string, b: string) => PairMeasurement;
  versionsNow: MeasurerVersions;
  unread: (id: string) => boolean;
}

export function fakeMeasurer(): FakeMeasurer {
  const fake: FakeMeasurer = {
    read: [],
    knownOf: () => undefined,
    atWork: 0,
    mostAtWork: 0,
    afterReading: async () => undefined,
    pair: () => refused(),
    versionsNow: fakeVersions,
    unread: () => false,
    versions: () => fake.versionsNow,
    async measure(files, { signal, onProgress, cache, known }) {
      fake.knownOf = known ?? fake.knownOf;
      const scratch = mkdtempSync(join(tmpdir(), "witnessmark-fake-"));
      fake.mostAtWork = Math.max(fake.mostAtWork, ++fake.atWork);
      try {
        for (const [at, { id }] of files.entries()) {
          if (signal.aborted) return undefined;
          const version = fake.versionsNow.soundFeatures;
          if ((await cache?.find(id, "sound", version)) === undefined) {
            fake.read.push(id);
            writeFileSync(join(scratch, id), `features of ${id}`);
            await cache?.keep(id, "sound", version, join(scratch, id));
          }
          onProgress({ doing: "reading-sound", done: at + 1, of: files.length, share: (at + 1) / files.length / 2 });
          await fake.afterReading(id, signal);
        }
        if (signal.aborted) return undefined;
        const pairs = files.flatMap(({ id: a }, at) => files.slice(at + 1).map(({ id: b }) => ({ a, b, measurement: fake.pair(a, b) })));
        const failure = { code: "truncated", message: "expected an end; found none" };
        return {
          files: files.map(({ id }): FileMeasured => ({
            id,
            sound: fake.unread(id) ? { state: "failed", failure } : { state: "read" },
            picture: { state: "not-read" },
          })),
          pairs,
          versions: fake.versionsNow,
        };
      } finally {
        fake.atWork--;
        rmSync(scratch, { recursive: true, force: true });
      }
    },
  };
  return fake;
}
