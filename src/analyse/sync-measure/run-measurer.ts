/**
 * Measures every pair of a list: sound of all files first, then light and movement where sound left a file alone. What reads
 * foreign bytes and what compares run in children without network; they end with this process and when they are stopped.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  FileMeasured,
  FileToMeasure,
  MeasureControl,
  MeasureProgress,
  MeasurerVersions,
  PairOfFiles,
  SyncMeasurer,
} from "../../core/sync/measurer.port.ts";
import type { PairMeasurement, SyncChannel, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { decoderBuild } from "../ffmpeg/decoder-build.ts";
import { createAnalyserRunner, type Runner, type RunnerOptions } from "../run-analyser.ts";
import { namingRoom } from "../scratch-room.ts";
import { pictureMeasureVersion } from "../sync-picture/measure-picture.ts";
import { measureVersion } from "../sync-sound/measure-sound.ts";
import { compareFeatures } from "./compare-features.ts";
import { better, picturePairs } from "./picture-pairs.ts";
import { type FeaturesRead, readFeatures } from "./read-features.ts";
import { planPairLooks, type WantedPair } from "./wanted-pairs.ts";

/** A change of any rule of measuring makes older results old: which pairs are looked at, sound, picture. */
const measurerVersion = `2.${measureVersion}.${pictureMeasureVersion}`;
/** A guess at how the work is shared out, for one bar over all of it. */
const shares: Readonly<Record<MeasureProgress["doing"], readonly [from: number, length: number]>> = {
  "reading-sound": [0, 0.3],
  "comparing-sound": [0.3, 0.2],
  "reading-picture": [0.5, 0.45],
  "comparing-picture": [0.95, 0.05],
};

export function createSyncMeasurer(options: Partial<RunnerOptions> = {}): SyncMeasurer {
  const ffmpeg = options.ffmpeg ?? "ffmpeg";
  let versions: MeasurerVersions | undefined;
  const versionsOf = (runner: Runner): MeasurerVersions =>
    (versions ??= {
      measurer: measurerVersion,
      soundFeatures: runner.versionOf("sync-sound"),
      pictureFeatures: runner.versionOf("sync-picture"),
      decoder: decoderBuild(ffmpeg),
    });
  const runnerIn = (scratch: string): Runner => createAnalyserRunner({ ...options, scratch });

  return {
    versions: () => versionsOf(runnerIn(options.scratch ?? tmpdir())),
    async measure(files, control) {
      demandOneIdEach(files);
      const scratch = await mkdtemp(join(options.scratch ?? tmpdir(), "witnessmark-sync-")).catch(namingRoom);
      try {
        const runner = runnerIn(scratch);
        const idOf = (at: number): string => (files[at] as FileToMeasure).id;
        const plan = planPairLooks(everyPair(files.length), (a, b) => control.known?.(idOf(a), idOf(b)));
        const sound = await channelOf("sound", files, plan.wanted, { ...control, runner, scratch });
        if (sound === undefined) return undefined;
        const taken = new Map(plan.taken.map(({ a, b, measurement }) => [keyOf(a, b), measurement]));
        const said = everyPair(files.length).map(([a, b]) => {
          const measurement = taken.get(keyOf(a, b)) ?? sound.pairs.get(keyOf(a, b));
          return { a, b, measurement };
        });
        const wanted = picturePairs(said, control.picture ?? "where-sound-joins-nothing");
        const lookedAt = new Set(wanted.map(([a, b]) => keyOf(a, b)));
        const pictures = wanted.map(([a, b]): WantedPair => [a, b, "closely"]);
        const picture = await channelOf("picture", files, pictures, { ...control, runner, scratch });
        if (picture === undefined) return undefined;
        control.onProgress({ doing: "comparing-picture", done: wanted.length, of: wanted.length, share: 1 });
        return {
          files: files.map(({ id }, at): FileMeasured => ({ id, sound: trackOf(sound.read[at]), picture: trackOf(picture.read[at]) })),
          pairs: said.map(({ a, b, measurement }): PairOfFiles => {
            const bySound = measurement ?? refusal("sound", refusalOf("sound", sound.read[a], sound.read[b]));
            const looked = lookedAt.has(keyOf(a, b));
            const byPicture = picture.pairs.get(keyOf(a, b)) ?? refusal("picture", refusalOf("picture", picture.read[a], picture.read[b]));
            return {
              a: (files[a] as FileToMeasure).id,
              b: (files[b] as FileToMeasure).id,
              measurement: looked ? better(bySound, byPicture) : bySound,
            };
          }),
          versions: versionsOf(runner),
        };
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
  };
}

interface ChannelSaid {
  /** Undefined for a file that nobody needed. */
  readonly read: readonly (FeaturesRead | undefined)[];
  /** Pairs whose features could be read, by `keyOf`. */
  readonly pairs: ReadonlyMap<string, PairMeasurement>;
}

const keyOf = (a: number, b: number): string => `${a} ${b}`;

async function channelOf(
  channel: SyncChannel,
  files: readonly FileToMeasure[],
  wanted: readonly WantedPair[],
  control: MeasureControl & { readonly runner: Runner; readonly scratch: string },
): Promise<ChannelSaid | undefined> {
  const { runner, scratch, signal } = control;
  const needed = [...new Set(wanted.flatMap(([a, b]) => [a, b]))].sort((a, b) => a - b);
  const report = (doing: MeasureProgress["doing"]) => (done: number, of: number) => {
    const [from, length] = shares[doing];
    control.onProgress({ doing, done, of, share: from + (of === 0 ? length : (length * done) / of) });
  };
  const places = new Map(files.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number => places.get(id) ?? -1;
  let cache = control.cache;
  for (;;) {
    const found =
      needed.length === 0
        ? []
        : await readFeatures(
            needed.map((at) => files[at] as FileToMeasure),
            channel,
            { signal, runner, scratch, cache, onFiles: report(`reading-${channel}`) },
          );
    if (found === undefined || signal.aborted) return undefined;
    const read: (FeaturesRead | undefined)[] = files.map(() => undefined);
    for (const [n, at] of needed.entries()) read[at] = found[n];
    const readable = needed.filter((at) => read[at]?.state === "read");
    const placeIn = new Map(readable.map((at, place) => [at, place]));
    const pairs = wanted.flatMap(([a, b, look]): WantedPair[] => {
      const [one, other] = [placeIn.get(a), placeIn.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other, look]];
    });
    if (pairs.length === 0) return { read, pairs: new Map() };
    const compared = await compareFeatures(
      {
        channel,
        files: readable.map((at) => ({ id: (files[at] as FileToMeasure).id, features: (read[at] as { features: string }).features })),
        pairs,
      },
      { signal, scratch, onPairs: report(`comparing-${channel}`) },
    );
    if (signal.aborted) return undefined;
    if (compared.state === "done")
      return { read, pairs: new Map(compared.pairs.map(({ a, b, measurement }) => [keyOf(placeOf(a), placeOf(b)), measurement])) };
    // What was kept is damaged: all is read anew, once, and kept instead.
    if (cache === undefined || cache !== control.cache) throw new Error("sync: expected features as they were just written; found others");
    const { keep } = cache;
    cache = { find: () => Promise.resolve(undefined), keep };
  }
}

function everyPair(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, n): [number, number] => [a, a + 1 + n]),
  );
}

function demandOneIdEach(files: readonly FileToMeasure[]): void {
  if (new Set(files.map(({ id }) => id)).size !== files.length) throw new RangeError("sync: expected an id for each file; found one twice");
}

function trackOf(read: FeaturesRead | undefined): FileMeasured["sound"] {
  if (read === undefined) return { state: "not-read" };
  return read.state === "read" ? { state: "read" } : read;
}

function refusalOf(channel: SyncChannel, ...read: readonly (FeaturesRead | undefined)[]): SyncRefusal {
  // A stream that nobody has is none, whatever befell the other; one that is there is never said not to be.
  if (read.some((one) => one?.state === "failed") && !read.some((one) => one?.state === "none")) return "unread";
  if (read.some((one) => one?.state !== "read")) return channel === "sound" ? "no-sound" : "no-picture";
  return "nothing-common";
}

function refusal(channel: SyncChannel, reason: SyncRefusal): PairMeasurement {
  return { state: "refused", channel, reason, candidates: [], stretches: [] };
}
