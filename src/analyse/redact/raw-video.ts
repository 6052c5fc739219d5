/**
 * Raw frames with exact times, as a stream that ffmpeg reads from a pipe: Matroska (RFC 9559) of one uncompressed track. Raw video by
 * itself has no times, and a rate would move every frame of a clip whose frames are not evenly spaced.
 */
import type { FrameSize } from "../ffmpeg/small-frames.ts";

/** Nanoseconds of one tick: times are kept to the microsecond. */
const tickNs = 1000;
const ids = {
  head: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  tick: 0x2ad7b1,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackId: 0x73c5,
  trackType: 0x83,
  codec: 0x86,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  colourSpace: 0x2eb524,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  group: 0xa0,
  block: 0xa1,
  duration: 0x9b,
} as const;

export function rawVideoHead({ width, height }: FrameSize): Buffer {
  const video = element(ids.video, Buffer.concat([number(ids.width, width), number(ids.height, height), words(ids.colourSpace, "I420")]));
  const track = [number(ids.trackNumber, 1), number(ids.trackId, 1), number(ids.trackType, 1), words(ids.codec, "V_UNCOMPRESSED"), video];
  return Buffer.concat([
    element(ids.head, words(ids.docType, "matroska")),
    // Of unknown length: it is written as it comes.
    Buffer.concat([idBytes(ids.segment), Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]),
    element(ids.info, number(ids.tick, tickNs)),
    element(ids.tracks, element(ids.track, Buffer.concat(track))),
  ]);
}

/** What stands before the bytes of a frame. */
export function rawFrameHead(bytes: number, atUs: number, durationUs: number): Buffer {
  const duration = number(ids.duration, durationUs);
  const block = Buffer.concat([idBytes(ids.block), size(4 + bytes), Buffer.from([0x81, 0, 0, 0x00])]);
  const timestamp = number(ids.timestamp, atUs);
  const group = Buffer.concat([idBytes(ids.group), size(duration.length + block.length + bytes), duration, block]);
  return Buffer.concat([idBytes(ids.cluster), size(timestamp.length + group.length + bytes), timestamp, group]);
}

function element(id: number, body: Buffer): Buffer {
  return Buffer.concat([idBytes(id), size(body.length), body]);
}

function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(id);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
}

/** Always in eight bytes. */
function size(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length) | 0x0100_0000_0000_0000n);
  return bytes;
}

function number(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return element(id, bytes);
}

function words(id: number, text: string): Buffer {
  return element(id, Buffer.from(text, "latin1"));
}
