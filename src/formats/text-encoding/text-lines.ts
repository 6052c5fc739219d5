/** The lines of a text as it arrives, in whatever encoding its bytes show. A line longer than is kept is cut, and said so. */
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { readOpeningBytes } from "./byte-order-mark.ts";
import { guessSingleByte, mostlyUtf8, shapeOf } from "./guess-encoding.ts";
import type { MakeDecoder } from "./text-decoder.port.ts";

export interface TextLine {
  readonly text: string;
  /** The rest of the line was left out. */
  readonly cut: boolean;
}

export interface TextEncoding {
  readonly label: string;
  /** "mark" and "pattern" are read off the bytes, "shape" too; "guess" is one. */
  readonly by: "mark" | "pattern" | "shape" | "guess";
}

export interface LinesTold {
  encoding(found: TextEncoding): void;
  /** The last line did not end. */
  open(): void;
}

/** Enough to tell an encoding by. */
const headLength = 64 * 1024;
/** Longest line kept, UTF-16 units. */
const longestLine = 1024 * 1024;

/** As many lines at a time as each piece of the stream ends; without their line ends. */
export async function* textLines(bytes: ByteStream, makeDecoder: MakeDecoder, told: LinesTold): AsyncGenerator<readonly TextLine[]> {
  let parts: string[] = [];
  let length = 0;
  let cut = false;
  const keep = (text: string) => {
    const room = longestLine - length;
    if (text.length > room) cut = true;
    if (room > 0 && text !== "") parts.push(text.slice(0, room));
    length = Math.min(longestLine, length + text.length);
  };
  const take = (): TextLine => {
    const text = parts.join("");
    const line = { text: text.endsWith("\r") ? text.slice(0, -1) : text, cut };
    parts = [];
    length = 0;
    cut = false;
    return line;
  };
  for await (const text of decoded(bytes, makeDecoder, told)) {
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      keep(text.slice(from, end));
      lines.push(take());
      from = end + 1;
    }
    keep(text.slice(from));
    if (lines.length > 0) yield lines;
  }
  if (length === 0) return;
  told.open();
  yield [take()];
}

async function* decoded(bytes: ByteStream, makeDecoder: MakeDecoder, told: LinesTold): AsyncGenerator<string> {
  let head: Uint8Array[] | undefined = [];
  let length = 0;
  let decode: ((piece: Uint8Array, stream: boolean) => string) | undefined;
  const begin = (whole: Uint8Array) => {
    const { markLength, ...found } = encodingOf(whole);
    const decoder = makeDecoder(found.label);
    if (decoder === undefined) throw new RangeError(`expected a decoder for ${found.label}; found none on this platform`);
    told.encoding(found);
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
