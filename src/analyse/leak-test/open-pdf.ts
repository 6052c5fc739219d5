/**
 * A PDF from its objects, not from its pages: earlier revisions, hidden layers, annotations, forms and attachments are objects like
 * what is printed. Words of pages are put together from the codes of their fonts.
 */
import { memorySource } from "./byte-source.ts";
import type { Opened, Pixels } from "./layer.ts";
import { unfilter } from "./pdf-filters.ts";
import { codesAsText, type FontRead, readFont } from "./pdf-fonts.ts";
import { pdfText, pdfTokens } from "./pdf-strings.ts";

interface PdfObject {
  readonly number: number;
  readonly head: string;
  readonly stream: Buffer | undefined;
}

const mostObjects = 200_000;

export function* openPdf(bytes: Buffer): Generator<Opened> {
  const text = bytes.toString("latin1");
  if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text)) {
    yield { refused: "an encrypted PDF", part: "PDF" };
    return;
  }
  const objects = objectsOf(text, bytes);
  if (objects.length >= mostObjects) yield { refused: `more than ${mostObjects} objects`, part: "PDF" };
  const unpacked = new Map<PdfObject, ReturnType<typeof unfilter>>();
  const packedObjects: PdfObject[] = [];
  for (const object of objects) {
    if (object.stream === undefined) continue;
    const made = unfilter(object.head, object.stream);
    unpacked.set(object, made);
    if ("bytes" in made && /\/Type\s*\/ObjStm\b/.test(object.head))
      packedObjects.push(...membersOf(object.head, made.bytes.toString("latin1")));
  }
  const all = [...objects, ...packedObjects];
  const fonts = fontsOf(all, (number) => {
    const holder = objects.findLast((one) => one.number === number && one.stream !== undefined);
    const made = holder === undefined ? undefined : unpacked.get(holder);
    return made !== undefined && "bytes" in made ? made.bytes : undefined;
  });
  for (const object of all) {
    const part = `PDF object ${object.number}`;
    const words = stringsIn(object.head);
    if (words !== "") yield { part, words };
    const made = unpacked.get(object);
    if (made === undefined) continue;
    if ("refused" in made) yield { refused: made.refused, part };
    else yield* streamParts(part, object.head, made, fonts);
  }
  const end = text.lastIndexOf("%%EOF");
  if (end >= 0 && bytes.length > end + 7) yield { part: "behind the end", source: memorySource(bytes.subarray(end + 5)), loose: true };
}

function objectsOf(text: string, bytes: Buffer): PdfObject[] {
  const objects: PdfObject[] = [];
  for (const match of text.matchAll(/(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    if (objects.length >= mostObjects) break;
    const from = match.index + match[0].length;
    const ending = text.indexOf("endobj", from);
    const until = ending < 0 ? text.length : ending;
    const stream = /stream\r?\n/.exec(text.slice(from, until));
    if (stream === null) {
      objects.push({ number: Number(match[1]), head: text.slice(from, until), stream: undefined });
      continue;
    }
    const head = text.slice(from, from + stream.index);
    const body = from + stream.index + stream[0].length;
    const stated = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN);
    const byLength =
      Number.isNaN(stated) || !/^\s*endstream/.test(text.slice(body + stated, body + stated + 16)) ? undefined : body + stated;
    const found = text.indexOf("endstream", body);
    objects.push({ number: Number(match[1]), head, stream: bytes.subarray(body, byLength ?? (found < 0 ? bytes.length : found)) });
  }
  return objects;
}

function membersOf(head: string, text: string): PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const pairs = text.slice(0, first).trim().split(/\s+/).map(Number);
  const members: PdfObject[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2)
    members.push({
      number: pairs[at] as number,
      head: text.slice(first + (pairs[at + 1] as number), first + (pairs[at + 3] ?? text.length)),
      stream: undefined,
    });
  return members;
}

/** Fonts by the name that pages use. Two pages may mean two fonts by one name: each is tried. */
function fontsOf(objects: readonly PdfObject[], streamOf: (number: number) => Buffer | undefined): Map<string, FontRead[]> {
  const heads = new Map(objects.map((object) => [object.number, object.head]));
  const numbers = new Map<string, Set<number>>();
  for (const { head } of objects)
    for (const [, direct, reference] of head.matchAll(/\/Font\s*(?:<<([^>]*)>>|(\d+)\s+\d+\s+R)/g)) {
      const list = direct ?? heads.get(Number(reference)) ?? "";
      for (const [, name, number] of list.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g)) {
        const known = numbers.get(name as string) ?? new Set();
        known.add(Number(number));
        numbers.set(name as string, known);
      }
    }
  return new Map([...numbers].map(([name, of]) => [name, [...of].map((number) => readFont(heads.get(number) ?? "", streamOf))]));
}

function stringsIn(head: string): string {
  const words: string[] = [];
  for (const token of pdfTokens(head)) {
    if (token.sort === "string") words.push(pdfText(token.bytes));
    // Names too: a layer, a file or a bookmark can be called like a person.
    else if (token.sort === "word" && token.word.startsWith("/"))
      words.push(token.word.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  }
  return words.join("\n");
}

function* streamParts(
  part: string,
  head: string,
  { bytes, left }: { bytes: Buffer; left: string | undefined },
  fonts: Map<string, FontRead[]>,
): Generator<Opened> {
  if (left === "DCTDecode") {
    yield { part, source: memorySource(bytes) };
    return;
  }
  if (/\/Subtype\s*\/Image\b/.test(head)) {
    const pixels = pixelsOf(head, bytes);
    if (pixels === undefined) yield { refused: "a picture in a form that is not read here", part };
    else yield { part, pixels };
    return;
  }
  yield { part, source: memorySource(bytes), loose: /\/Type\s*\/(?:XRef|ObjStm)\b/.test(head) };
  if (
    /\/Type\s*\/(?:XRef|ObjStm|EmbeddedFile|Metadata)\b|\/Length1\b|\/FontFile|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/.test(head)
  )
    return;
  const content = bytes.toString("latin1");
  if (/\bBT\b[\s\S]*\bET\b/.test(content)) yield* pageWords(part, content, fonts);
}

function pixelsOf(head: string, bytes: Buffer): Pixels | undefined {
  const number = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(head)?.[1] ?? Number.NaN);
  const [width, height] = [number("Width"), number("Height")];
  const pixels = width * height;
  if (number("BitsPerComponent") === 1 || /\/ImageMask\s+true/.test(head))
    return pixels > 0 && bytes.length >= pixels / 8 ? oneBit(bytes, width, height) : undefined;
  const channels = [1, 3, 4].find((count) => bytes.length >= pixels * count && bytes.length < pixels * count + width + 16);
  return channels === undefined || !(pixels > 0)
    ? undefined
    : { width, height, channels: channels as 1 | 3 | 4, data: bytes.subarray(0, pixels * channels) };
}

function oneBit(bytes: Buffer, width: number, height: number): Pixels {
  const row = Math.ceil(width / 8);
  const data = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = ((bytes[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return { width, height, channels: 1, data };
}

/** The words of a page twice: runs put apart, and put together, since a program may place each letter for itself. */
function* pageWords(part: string, content: string, fonts: Map<string, FontRead[]>): Generator<Opened> {
  const most = Math.max(1, ...[...fonts.values()].map((list) => Math.min(4, list.length)));
  const refused = new Set<string>();
  for (let choice = 0; choice < most; choice++) {
    const runs: string[] = [];
    let font: FontRead | undefined;
    let waiting: string[] = [];
    let last = "";
    for (const token of pdfTokens(content)) {
      if (token.sort === "string")
        waiting.push(font !== undefined && "codeLength" in font ? codesAsText(token.bytes, font) : pdfText(token.bytes));
      else if (token.sort === "mark") continue;
      else if (token.word === "Tf") {
        const named = fonts.get(last) ?? [];
        font = named[Math.min(choice, named.length - 1)];
        if (font === undefined) refused.add("a font that no page names");
        else if ("refused" in font) refused.add(font.refused);
        waiting = [];
      } else if (/^(?:Tj|TJ|'|")$/.test(token.word)) {
        runs.push(waiting.join(""));
        waiting = [];
      } else if (token.word.startsWith("/")) last = token.word.slice(1);
      else if (Number(token.word) < -180 && waiting.length > 0) waiting.push(" ");
      else if (/^[A-Za-z*]+$/.test(token.word)) {
        runs.push(...waiting);
        waiting = [];
      }
    }
    yield { part: `${part}, words of the page`, words: `${runs.join(" ")}\n\n${runs.join("")}` };
  }
  for (const why of refused) yield { refused: why, part };
}
