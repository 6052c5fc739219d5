/** Bytes to text as they arrive: by the mark, else by their shape, else by a guess that is said. */
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { readOpeningBytes } from "./byte-order-mark.ts";
import { guessSingleByte, mostlyUtf8, shapeOf } from "./guess-encoding.ts";
import type { MakeDecoder } from "./text-decoder.port.ts";

export interface FoundEncoding {
  readonly label: string;
  readonly by: "mark" | "pattern" | "shape" | "guess";
  readonly markLength: number;
}

/** Bytes by which an encoding is told. */
const headLength = 64 * 1024;

export function encodingOf(head: Uint8Array): FoundEncoding {
  const opening = readOpeningBytes(head);
  if (opening !== undefined)
    return { label: opening.encoding, by: opening.markLength > 0 ? "mark" : "pattern", markLength: opening.markLength };
  if (shapeOf(head) !== "other" || mostlyUtf8(head)) return { label: "utf-8", by: "shape", markLength: 0 };
  return { label: guessSingleByte(head), by: "guess", markLength: 0 };
}

/** Pieces of text without the mark. `told` hears of the encoding before the first of them. */
export async function* decodedText(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  told: (found: FoundEncoding) => void,
): AsyncGenerator<string> {
  let head: Uint8Array[] = [];
  let length = 0;
  let decode: ((piece: Uint8Array, stream: boolean) => string) | undefined;
  const begin = () => {
    const whole = joined(head, length);
    head = [];
    const found = encodingOf(whole);
    const decoder = makeDecoder(found.label);
    if (decoder === undefined) throw new RangeError(`expected a decoder for ${found.label}; found none on this platform`);
    told(found);
    decode = (piece, stream) => decoder.decode(piece, { stream });
    return decoder.decode(whole.subarray(found.markLength), { stream: true });
  };
  for await (const chunk of bytes) {
    if (decode !== undefined) yield decode(chunk, true);
    else {
      // A copy: whoever gives the pieces may use their memory again.
      head.push(chunk.slice());
      length += chunk.length;
      if (length >= headLength) yield begin();
    }
  }
  if (decode === undefined) yield begin();
  yield decode?.(new Uint8Array(), false) ?? "";
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
