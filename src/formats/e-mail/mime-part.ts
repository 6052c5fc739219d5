/**
 * An e-mail taken apart (RFC 5322, RFC 2045-2046): header fields unfolded, parts by their boundaries, nothing decoded yet.
 * Reads whatever is there: a boundary that never closes ends with the part around it.
 */
import { type HeaderField, readHeader } from "./header-fields.ts";
import { readParameters } from "./parameters.ts";

export interface MimePart {
  /** "2.1": the first part of the second part. The message itself is "". */
  readonly place: string;
  readonly fields: readonly HeaderField[];
  /** Lower case; what the standard says where nothing is said. */
  readonly type: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  readonly disposition: string;
  readonly dispositionParameters: ReadonlyMap<string, string>;
  readonly transfer: string;
  readonly body: Uint8Array;
  readonly parts: readonly MimePart[];
}

export type MimeFlaw = "boundary-missing" | "boundary-open" | "too-deep" | "too-many-parts" | "header-broken" | "header-cut";

export interface MimeLimits {
  readonly depth: number;
  readonly parts: number;
}

const lf = 10;
const cr = 13;

/** `note` is told what is wrong, and in which part. */
export function readMime(
  bytes: Uint8Array,
  note: (flaw: MimeFlaw, place: string) => void,
  limits: MimeLimits = { depth: 20, parts: 2000 },
): MimePart {
  let parts = 0;

  const read = (range: Uint8Array, place: string, depth: number, usual: string): MimePart => {
    parts++;
    const { fields, bodyAt, flaws } = readHeader(range);
    for (const flaw of flaws) note(flaw, place);
    const said = (name: string) => fields.find((field) => field.name === name)?.value;
    const type = readParameters(said("content-type") ?? usual);
    const disposition = readParameters(said("content-disposition") ?? "");
    const body = range.subarray(bodyAt);
    const part = {
      place,
      fields,
      type: /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value : "text/plain",
      typeParameters: type.parameters,
      disposition: disposition.value,
      dispositionParameters: disposition.parameters,
      transfer: (said("content-transfer-encoding") ?? "7bit").trim().toLowerCase(),
      body,
    };
    return { ...part, parts: part.type.startsWith("multipart/") ? inside(part, depth) : [] };
  };

  const inside = ({ place, type, typeParameters, body }: Omit<MimePart, "parts">, depth: number): MimePart[] => {
    const boundary = typeParameters.get("boundary") ?? "";
    if (boundary === "" || boundary.length > 200) {
      note("boundary-missing", place);
      return [];
    }
    if (depth >= limits.depth) {
      note("too-deep", place);
      return [];
    }
    const { ranges, closed } = split(body, boundary);
    if (!closed) note("boundary-open", place);
    const found: MimePart[] = [];
    for (const [i, range] of ranges.entries()) {
      if (parts >= limits.parts) {
        note("too-many-parts", place);
        break;
      }
      found.push(
        read(
          range,
          place === "" ? `${i + 1}` : `${place}.${i + 1}`,
          depth + 1,
          type === "multipart/digest" ? "message/rfc822" : "text/plain",
        ),
      );
    }
    return found;
  };

  return read(bytes, "", 0, "text/plain");
}

/** The ranges between lines that begin with the boundary (RFC 2046, 5.1.1); the line end in front of one belongs to it. */
function split(body: Uint8Array, boundary: string): { ranges: Uint8Array[]; closed: boolean } {
  const mark = Uint8Array.from(`--${boundary}`, (sign) => sign.charCodeAt(0) & 255);
  const ranges: Uint8Array[] = [];
  let start = -1;
  for (let line = 0; line < body.length; line = nextLine(body, line)) {
    if (!startsWith(body, line, mark)) continue;
    const end = lineEnd(body, line);
    const behind = String.fromCharCode(...body.subarray(line + mark.length, Math.min(end, line + mark.length + 80))).trimEnd();
    // Another boundary may begin with this one.
    if (behind !== "" && behind !== "--") continue;
    if (start >= 0) ranges.push(body.subarray(start, Math.max(start, beforeLineEnd(body, line))));
    if (behind === "--") return { ranges, closed: true };
    start = nextLine(body, line);
  }
  if (start >= 0) ranges.push(body.subarray(start));
  return { ranges, closed: false };
}

function startsWith(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  if (bytes[at] !== mark[0] || bytes[at + 1] !== mark[1]) return false;
  return mark.every((byte, i) => bytes[at + i] === byte);
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(lf, at);
  return found < 0 ? bytes.length : found;
}

function nextLine(bytes: Uint8Array, at: number): number {
  return lineEnd(bytes, at) + 1;
}

function beforeLineEnd(bytes: Uint8Array, line: number): number {
  const before = line - 1;
  return bytes[before - 1] === cr ? before - 1 : before;
}
