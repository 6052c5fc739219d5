/** Small PDFs by hand: pages in a composite font whose codes mean nothing without their map, and what people forget in a PDF. */
import { deflateSync } from "node:zlib";

export interface PdfAsked {
  readonly pages: readonly string[];
  /** Words of a layer that is switched off. */
  readonly hidden?: string;
  /** Of a note beside a page. */
  readonly note?: string;
  readonly attachment?: Buffer;
  readonly picture?: { readonly width: number; readonly height: number; readonly rgb: Buffer };
  /** What a page said before it was changed and saved again. */
  readonly before?: string;
}

/** Codes run from 3 on in the order in which letters come, as programs that embed a part of a font write them. */
function fontOf(texts: readonly string[]) {
  const letters = [...new Set(texts.join(""))];
  const codeOf = new Map(letters.map((letter, at) => [letter, at + 3]));
  const hex = (value: number) => value.toString(16).padStart(4, "0");
  const map = letters.map(
    (letter) =>
      `<${hex(codeOf.get(letter) as number)}> <${[...Buffer.from(letter, "utf16le").swap16()].map((byte) => byte.toString(16).padStart(2, "0")).join("")}>`,
  );
  const cmap = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar\n${map.join("\n")}\nendbfchar endcmap end`;
  return { cmap, show: (text: string) => `<${[...text].map((letter) => hex(codeOf.get(letter) as number)).join("")}> Tj` };
}

export function writePdf({ pages, hidden, note, attachment, picture, before }: PdfAsked): Buffer {
  const font = fontOf([...pages, hidden ?? "", before ?? ""]);
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const object = (number: number, text: string, stream?: Buffer) => {
    parts.push(Buffer.from(`${number} 0 obj\n${text}\n`));
    if (stream !== undefined) parts.push(Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n"));
    parts.push(Buffer.from("endobj\n"));
  };
  const packed = (number: number, entries: string, bytes: Buffer) => {
    const stream = deflateSync(bytes);
    object(number, `<< ${entries} /Filter /FlateDecode /Length ${stream.length} >>`, stream);
  };
  const kids = pages.map((_, at) => `${10 + 3 * at} 0 R`).join(" ");
  object(1, `<< /Type /Catalog /Pages 2 0 R ${hidden === undefined ? "" : "/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>"} >>`);
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  object(3, "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
  object(
    4,
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
  );
  packed(5, "", Buffer.from(font.cmap));
  if (hidden !== undefined) object(7, "<< /Type /OCG /Name (Layer 2) >>");
  for (const [at, page] of pages.entries()) {
    const number = 10 + 3 * at;
    const layer = hidden !== undefined && at === 0 ? `/OC /Layer BDC BT /F1 12 Tf 50 600 Td ${font.show(hidden)} ET EMC` : "";
    object(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${picture === undefined ? "" : "/XObject << /X1 8 0 R >>"} >> ${note !== undefined && at === 0 ? "/Annots [9 0 R]" : ""} >>`,
    );
    packed(number + 1, "", Buffer.from(`BT /F1 18 Tf 40 200 Td ${font.show(page)} ET ${layer}`));
  }
  if (picture !== undefined)
    packed(
      8,
      `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
      picture.rgb,
    );
  if (note !== undefined)
    object(
      9,
      `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /F 2 /Contents <feff${Buffer.from(note, "utf16le").swap16().toString("hex")}> >>`,
    );
  if (attachment !== undefined) packed(6, "/Type /EmbeddedFile", attachment);
  if (before !== undefined) packed(99, "", Buffer.from(`BT /F1 18 Tf 40 200 Td ${font.show(before)} ET`));
  parts.push(Buffer.from("trailer\n<< /Root 1 0 R >>\n%%EOF\n"));
  return Buffer.concat(parts);
}
