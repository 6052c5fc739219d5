/** The lines of a text as it arrives, in whatever encoding its bytes show. A line longer than is kept is cut, and said so. */
import type { ByteStream } from "../../core/vault/vault.port.ts";
import type { MakeDecoder } from "./text-decoder.port.ts";
import { decodedText, type FoundEncoding } from "./decoded-text.ts";

export interface TextLine {
  readonly text: string;
  /** The rest of the line was left out. */
  readonly cut: boolean;
}

export interface LinesTold {
  encoding(found: FoundEncoding): void;
  /** The last line did not end. */
  open(): void;
}

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
  for await (const text of decodedText(bytes, makeDecoder, (found) => told.encoding(found))) {
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
