/** Bytes to text as they arrive, in the encoding that their mark or their shape shows. */
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { readOpeningBytes } from "./byte-order-mark.ts";
import { guessSingleByte, mostlyUtf8, shapeOf } from "./guess-encoding.ts";
import type { MakeDecoder } from "./text-decoder.port.ts";

export interface TextEncoding {
  readonly label: string;
  /** "mark" and "pattern" are read off the bytes, "shape" too; "guess" is one. */
  readonly by: "mark" | "pattern" | "shape" | "guess";
}

/** Enough to tell an encoding by. */
const headLength = 64 * 1024;
/** The text in pieces as it arrives; `onEncoding` is told once, before the first. */
export async function* textPieces(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  onEncoding: (found: TextEncoding) => void,
): AsyncGenerator<string> {
  let head: Uint8Array[] | undefined = [];
  let length = 0;
  let decode: ((piece: Uint8Array, stream: boolean) => string) | undefined;
  const begin = (whole: Uint8Array) => {
    const { markLength, ...found } = encodingOf(whole);
    const decoder = makeDecoder(found.label);
    if (decoder === undefined) throw new RangeError(`expected a decoder for ${found.label}; found none on this platform`);
    onEncoding(found);
    decode = (piece, stream) => decoder.decode(piece, { stream });
    head = undefined;
    return decode(whole.subarray(markLength), true);
  };
  for await (const chunk of bytes) {
    if (decode !== undefined) yield decode(chunk, true);
    else {
      // A copy: whoever gives the pieces may use their memory again.
      head?.push(chunk.slice());
      length += chunk.length;
      if (length >= headLength) yield begin(joined(head ?? [], length));
    }
  }
  if (decode === undefined) yield begin(joined(head ?? [], length));
  yield decode?.(new Uint8Array(), false) ?? "";
}

function encodingOf(head: Uint8Array): TextEncoding & { readonly markLength: number } {
  const opening = readOpeningBytes(head);
  if (opening !== undefined)
    return { label: opening.encoding, by: opening.markLength > 0 ? "mark" : "pattern", markLength: opening.markLength };
  if (shapeOf(head) !== "other" || mostlyUtf8(head)) return { label: "utf-8", by: "shape", markLength: 0 };
  return { label: guessSingleByte(head), by: "guess", markLength: 0 };
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
