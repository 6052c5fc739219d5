/** Elements of Matroska and WebM (RFC 9559): tags, attachments, chapters, names of tracks. Clusters are left to the decoders. */
import { type ByteSource, memorySource } from "./byte-source.ts";
import type { Opened } from "./layer.ts";

const segment = 0x18538067;
const cluster = 0x1f43b675;
const attachments = 0x1941a469;
const attachedFile = 0x61a7;
const fileData = 0x465c;
const longestElement = 64 * 1024 * 1024;

export function* openMatroska(source: ByteSource, from = 0, end = source.size): Generator<Opened> {
  let at = from;
  while (at < end) {
    const head = elementAt(source, at);
    if (head === undefined) break;
    const { id, body } = head;
    const size = head.size ?? end - body;
    const stop = Math.min(end, body + size);
    if (id === segment || id === attachments || id === attachedFile) yield* openMatroska(source, body, stop);
    else if (id === fileData) yield { part: "attachment", source: memorySource(source.slice(body, Math.min(size, longestElement))) };
    else if (id !== cluster) {
      if (size > longestElement) yield { refused: `an element of ${size} bytes`, part: `element ${id.toString(16)}` };
      else if (size > 0) yield { part: `element ${id.toString(16)}`, source: memorySource(source.slice(body, stop - body)), loose: true };
    }
    at = stop;
  }
  if (at < end)
    yield { part: "behind the elements", source: memorySource(source.slice(at, Math.min(end - at, longestElement))), loose: true };
}

function elementAt(source: ByteSource, at: number): { id: number; size: number | undefined; body: number } | undefined {
  const head = source.slice(at, 12);
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  if (head.length < 2 || idLength < 1 || idLength > 4) return undefined;
  const first = head[idLength];
  const sizeLength = Math.clz32(first ?? 0) - 23;
  if (first === undefined || sizeLength < 1 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined;
  let size = first & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let n = 1; n < sizeLength; n++) {
    const byte = head[idLength + n] as number;
    unknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  return { id: head.readUIntBE(0, idLength), size: unknown ? undefined : size, body: at + idLength + sizeLength };
}
