/**
 * ASN.1 (X.690) as a tree of elements that still know their exact bytes: what is signed is hashed as it came, never as
 * a writer of ours would spell it again. Read by asn1js, with limits, since tokens come from outside.
 */
import { type AsnType, Constructed, fromBER, ObjectIdentifier } from "asn1js";
import { TokenRefused } from "./token-refused.ts";

export interface Element {
  /** "universal 16" is a SEQUENCE, "context 0" a [0]. */
  readonly tag: string;
  /** Tag, length and content. */
  readonly raw: Uint8Array;
  /** Content of a primitive; of a constructed string, its parts joined. */
  readonly content: Uint8Array;
  readonly children: readonly Element[];
  /** Dotted object identifier; empty for other tags. */
  readonly oid: string;
}

export const sequence = "universal 16";
export const set = "universal 17";
export const integer = "universal 2";
export const octetString = "universal 4";
export const objectIdentifier = "universal 6";
export const generalizedTime = "universal 24";

const limits = { maxDepth: 32, maxNodes: 50_000, maxContentLength: 4 << 20, parseEmbedded: false };

/** One element and nothing behind it. Throws TokenRefused; `what` names it. */
export function readElement(bytes: Uint8Array, what: string): Element {
  const { element, length } = readFirst(bytes, what);
  if (length !== bytes.length) throw new TokenRefused(`${what}: expected ${length} bytes; found ${bytes.length - length} more behind them`);
  return element;
}

/** Elements one after the other, as in a file of DER certificates. */
export function readElements(bytes: Uint8Array, what: string): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const { element, length } = readFirst(bytes.subarray(at), what);
    found.push(element);
    at += length;
  }
  return found;
}

/** The child at `place`, which must have `tag`. */
export function childOf(parent: Element, place: number, tag: string, what: string): Element {
  const child = parent.children[place];
  if (child?.tag !== tag) throw new TokenRefused(`${what}: expected ASN.1 ${tag} at place ${place}; found ${child?.tag ?? "none"}`);
  return child;
}

/** A non-negative INTEGER as lower-case hex without leading zeros. */
export function hexOfInteger({ tag, content }: Element, what: string): string {
  if (tag !== integer || content.length === 0 || ((content[0] as number) & 0x80) !== 0) {
    throw new TokenRefused(`${what}: expected a number that is not negative; found something else`);
  }
  return [...content]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .replace(/^0+(?=.)/, "");
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function readFirst(bytes: Uint8Array, what: string): { element: Element; length: number } {
  let read: ReturnType<typeof fromBER>;
  try {
    read = fromBER(new Uint8Array(bytes), limits);
  } catch {
    throw new TokenRefused(`${what}: expected ASN.1 (X.690); found other bytes`);
  }
  if (read.offset <= 0 || read.result.error !== "") throw new TokenRefused(`${what}: expected ASN.1 (X.690); found other bytes`);
  return { element: elementOf(read.result), length: read.offset };
}

const classNames = ["", "universal", "application", "context", "private"];

function elementOf(block: AsnType): Element {
  const { idBlock, lenBlock } = block;
  const tag = `${classNames[idBlock.tagClass] ?? "unknown"} ${idBlock.tagNumber}`;
  const raw = block.valueBeforeDecodeView;
  const parts = (block.valueBlock as { value?: unknown }).value;
  const isTree = block instanceof Constructed || (idBlock.isConstructed && Array.isArray(parts));
  const children = isTree ? (parts as AsnType[]).filter((part) => !isEndOfContent(part)).map(elementOf) : [];
  const content = isTree ? joined(children) : raw.subarray(idBlock.blockLength + lenBlock.blockLength);
  return { tag, raw, content, children, oid: block instanceof ObjectIdentifier ? block.getValue() : "" };
}

/** What ends an indefinite length; no element of its own. */
function isEndOfContent({ idBlock }: AsnType): boolean {
  return idBlock.tagClass === 1 && idBlock.tagNumber === 0;
}

function joined(children: readonly Element[]): Uint8Array {
  const out = new Uint8Array(children.reduce((sum, { content }) => sum + content.length, 0));
  let at = 0;
  for (const { content } of children) {
    out.set(content, at);
    at += content.length;
  }
  return out;
}
