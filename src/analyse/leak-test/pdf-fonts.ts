/** What the codes of a PDF's fonts stand for. A font whose codes mean nothing to us makes its text unread, and that is said. */
import { pdfTokens } from "./pdf-strings.ts";

export interface PdfFont {
  readonly codeLength: 1 | 2;
  /** Undefined: codes are letters of Latin-1, or near enough for names. */
  readonly toText: ReadonlyMap<number, string> | undefined;
}

export type FontRead = PdfFont | { readonly refused: string };

export function readFont(font: string, streamOf: (object: number) => Buffer | undefined): FontRead {
  const composite = /\/Subtype\s*\/Type0\b/.test(font);
  const reference = /\/ToUnicode\s+(\d+)\s+\d+\s+R/.exec(font)?.[1];
  const map = reference === undefined ? undefined : streamOf(Number(reference));
  if (map !== undefined) return { codeLength: composite ? 2 : 1, toText: readMap(map.toString("latin1")) };
  if (composite) return { refused: "a font whose codes stand for no letters (no ToUnicode)" };
  if (/\/Subtype\s*\/Type3\b/.test(font) || /\/Differences\b/.test(font))
    return { refused: "a font with letters of its own and no ToUnicode" };
  return { codeLength: 1, toText: undefined };
}

function readMap(text: string): Map<number, string> {
  const map = new Map<number, string>();
  const code = (bytes: Buffer) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const letters = (bytes: Buffer) =>
    Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  for (const [, sort, body = ""] of text.matchAll(/begin(bfchar|bfrange)([\s\S]*?)end\1/g)) {
    const tokens = [...pdfTokens(body)];
    for (let at = 0; at < tokens.length;) {
      const [from, second, third] = tokens.slice(at, at + 3);
      if (from?.sort !== "string" || second?.sort !== "string") {
        at++;
        continue;
      }
      if (sort === "bfchar") {
        map.set(code(from.bytes), letters(second.bytes));
        at += 2;
        continue;
      }
      const [low, high] = [code(from.bytes), Math.min(code(second.bytes), code(from.bytes) + 0xffff)];
      if (third?.sort === "string") {
        const start = letters(third.bytes);
        const last = start.codePointAt(start.length - 1) ?? 0;
        for (let one = low; one <= high; one++)
          map.set(one, start.slice(0, -1) + String.fromCodePoint(Math.min(0x10ffff, last + one - low)));
        at += 3;
      } else {
        at += 3;
        for (let one = low; one <= high && tokens[at]?.sort === "string"; one++, at++)
          map.set(one, letters((tokens[at] as { bytes: Buffer }).bytes));
      }
    }
  }
  return map;
}

export function codesAsText(bytes: Buffer, { codeLength, toText }: PdfFont): string {
  if (toText === undefined) return bytes.toString("latin1");
  let text = "";
  for (let at = 0; at + codeLength <= bytes.length; at += codeLength) text += toText.get(bytes.readUIntBE(at, codeLength)) ?? "\ufffd";
  return text;
}
