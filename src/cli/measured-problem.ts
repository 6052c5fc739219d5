/** Recordings that a person named, probed and measured, as the problem that the sync reasoner reads. */
import type { FilesMeasured, MeasureProgress } from "../core/sync/measurer.port.ts";
import type { RecordingFacts } from "../core/sync/recordings.port.ts";
import type { RefusedPair, SyncPair, SyncProblem } from "../reason/sync/sync-problem.ts";
import type { Program } from "./program.ts";

export interface MeasuredFiles {
  readonly problem: SyncProblem;
  /** Files that are no recordings, or could not be read, and why; by their number from 1. */
  readonly notRead: readonly { readonly number: number; readonly path: string; readonly why: string }[];
  /** Channels of a file that could not be read though it has them. */
  readonly complaints: readonly { readonly number: number; readonly channel: "sound" | "picture"; readonly why: string }[];
  readonly versions: FilesMeasured["versions"] | null;
}

/** Files that are looked at together: each has a child of its own. */
const lookers = 4;

const doingWords: Readonly<Record<MeasureProgress["doing"], string>> = {
  "reading-sound": "reading sound",
  "comparing-sound": "comparing sound",
  "reading-picture": "reading light and movement",
  "comparing-picture": "comparing light and movement",
};

/** `paths`: absolute. Undefined when the person ended it. */
export async function measureFiles(
  program: Program,
  paths: readonly string[],
  names: readonly string[],
): Promise<MeasuredFiles | undefined> {
  const { out, signal } = program;
  const { measurer, facts } = await program.recordings();
  const found: RecordingFacts[] = [];
  const left = paths.keys();
  let done = 0;
  const look = async (): Promise<void> => {
    for (const at of left) {
      if (signal.aborted) return;
      found[at] = await facts(paths[at] as string, signal);
      out.progress(`looking at files: ${++done} of ${paths.length}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lookers, paths.length) }, look));
  if (signal.aborted) return undefined;
  const files = paths.flatMap((path, at) => (found[at]?.state === "read" ? [{ id: String(at + 1), path }] : []));
  const measured =
    files.length < 2
      ? null
      : await measurer.measure(files, {
          signal,
          onProgress: ({ doing, done, of, share }) =>
            out.progress(`${doingWords[doing]}: ${done} of ${of}, ${Math.floor(share * 100)} % of all`),
        });
  out.endProgress();
  if (measured === undefined) return undefined;
  return {
    problem: {
      clips: found.flatMap((one, at) => (one.state === "read" ? [clipOf(one, String(at + 1), names[at] as string)] : [])),
      pairs: (measured?.pairs ?? []).flatMap(pairOf),
      refused: (measured?.pairs ?? []).flatMap(refusedOf),
    },
    notRead: found.flatMap((one, at) => (one.state === "read" ? [] : [{ number: at + 1, path: names[at] as string, why: whyNot(one) }])),
    complaints: (measured?.files ?? []).flatMap(({ id, sound, picture }) =>
      [
        { channel: "sound" as const, track: sound },
        { channel: "picture" as const, track: picture },
      ].flatMap(({ channel, track }) => (track.state === "failed" ? [{ number: Number(id), channel, why: track.failure.message }] : [])),
    ),
    versions: measured?.versions ?? null,
  };
}

function clipOf({ startS, endS, rate, picture, sound }: Extract<RecordingFacts, { state: "read" }>, id: string, file: string) {
  const has = [...(picture ? (["picture"] as const) : []), ...(sound ? (["sound"] as const) : [])];
  return { id, label: (file.split(/[\\/]/u).at(-1) ?? file).slice(0, 300), file: file.slice(0, 4096), startS, endS, rate, has };
}

function whyNot(one: Exclude<RecordingFacts, { state: "read" }>): string {
  return one.state === "failed"
    ? one.failure.message
    : "expected sound or moving picture, and how long it lasts; found neither or not that";
}

type Pair = FilesMeasured["pairs"][number];

function pairOf({ a, b, measurement }: Pair): SyncPair[] {
  if (measurement.state === "refused") return [];
  const { channel, offset, wrong, sameRecording } = measurement;
  return [
    {
      ...{ id: `${a} ${b}`, a, b, channel, wrong, sameRecording },
      ...{ offsetS: offset.offsetS, plusMinusS: offset.plusMinusS, at: { ...offset.at } },
      ...(offset.rate === "not-measured" ? {} : { rate: { ...offset.rate } }),
    },
  ];
}

function refusedOf({ a, b, measurement }: Pair): RefusedPair[] {
  return measurement.state === "refused" ? [{ a, b, channel: measurement.channel, reason: measurement.reason }] : [];
}
