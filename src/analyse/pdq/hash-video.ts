/** Hashes the frames of a video one by one, as they come from the decoder: no more than one frame is held. */
import type { HashSaid } from "../../core/copies/picture-hasher.port.ts";
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { lumaGain } from "../ffmpeg/luma-range.ts";
import { type Moment, timedPictures } from "../ffmpeg/timed-pictures.ts";
import { orientationOf } from "../probe/streams.ts";
import type { HashChildRequest } from "./hash-contract.ts";
import { hashToHex } from "./hash-bits.ts";
import { createPdqHasher } from "./pdq.ts";

export async function hashVideo(
  { size, everySec, asStored, threads, decoder }: HashChildRequest,
  file: MediaFile,
  stream: ProbedStream,
  say: (said: HashSaid) => void,
): Promise<void> {
  const stored = { width: stream.width ?? 0, height: stream.height ?? 0 };
  const { rotationDeg, mirrored } = orientationOf(stream);
  const turned = !asStored && (rotationDeg !== 0 || mirrored);
  const native = turned && rotationDeg % 180 !== 0 ? { width: stored.height, height: stored.width } : stored;
  const side = Number(size);
  const input = size === "native" ? native : { width: side, height: side };
  say({ type: "opened", kind: "video", stored, input, turned, pictures: 1, luma: "decoder", decoder });

  const hasher = createPdqHasher(input.width, input.height, lumaGain(stream));
  const hashed: { hash: string; quality: number }[] = [];
  const moments: Moment[] = [];
  let told = 0;
  const pair = () => {
    const picture = hashed[0];
    const moment = moments[0];
    if (picture === undefined || moment === undefined) return;
    hashed.shift();
    moments.shift();
    told += 1;
    say({ type: "picture", ...moment, ...picture });
  };
  const { end, frames } = await timedPictures(file, stream, {
    size: input,
    everySec: everySec ?? undefined,
    asStored,
    threads,
    onPicture(luma) {
      const { hash, quality } = hasher.hash(luma);
      hashed.push({ hash: hashToHex(hash), quality });
      pair();
    },
    onMoment(moment) {
      moments.push(moment);
      pair();
    },
  });
  if (end.missing) return say({ type: "refused", code: "program-missing", message: "hash: expected ffmpeg on this machine; found none" });
  if (told === 0)
    return say({ type: "refused", code: "crashed", message: `hash: expected frames that can be decoded; found: ${end.said || "none"}` });
  const ended = end.code === 0 ? "" : `the decoder ended with ${end.signal ?? end.code}`;
  say({ type: "end", frames, complaint: end.said || ended });
}
