/** Which time in the proxy stands for each frame of the original. */
import type { MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { askFfprobe } from "../ffmpeg/ask-ffprobe.ts";
import { readFrames } from "../ffmpeg/frame-table.ts";
import { mainVideo } from "../probe/streams.ts";
import type { ProxyClock } from "./proxy-clock.ts";

/** Undefined when the proxy holds no frames. */
export async function matchFrames(proxy: MediaFile, { wanted }: ProxyClock): Promise<number[] | undefined> {
  const asked = await askFfprobe(proxy);
  const video = asked.state === "done" ? mainVideo(asked.probed.streams) : undefined;
  if (video === undefined) return undefined;
  const { table } = await readFrames(proxy, video, { size: 1, onProgress: () => undefined });
  const made = table.edited.flatMap((time) => (time === null ? [] : [time]));
  return made.length === 0 ? undefined : matchTimes(made, wanted);
}

/**
 * One to one where the counts agree. A decoder that dropped frames (damage, or a start inside a group of pictures) leaves
 * fewer: a dropped frame then shares the time of the one before it, which is what a player keeps showing.
 */
export function matchTimes(made: readonly number[], wanted: readonly number[]): number[] {
  if (made.length === wanted.length) return [...made];
  const slack = 0.0005;
  let at = 0;
  return wanted.map((time) => {
    while (at + 1 < made.length && (made[at + 1] as number) <= time + slack) at++;
    return made[at] as number;
  });
}
