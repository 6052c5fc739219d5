/** X.509 certificates (RFC 5280) as far as judging a time-stamp authority needs them. */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { instantOf } from "./asn1-time.ts";
import { childOf, type Element, hexOfInteger, octetString, readElement, sequence } from "./ber-element.ts";
import { TokenRefused } from "./token-refused.ts";

export interface Certificate {
  readonly raw: Uint8Array;
  /** What the issuer signed. */
  readonly signed: Uint8Array;
  readonly signatureAlgorithm: Element;
  readonly signature: Uint8Array;
  /** Lower-case hex. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The subject for a person: common name, organisation, country. */
  readonly subjectText: string;
  readonly notBefore: UtcInstant;
  readonly notAfter: UtcInstant;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Element;
  readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }>;
}

export const extensionIds = {
  subjectKeyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  certificatePolicies: "2.5.29.32",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** Throws TokenRefused when it is no certificate. */
export function readCertificate(element: Element): Certificate {
  const what = "a certificate";
  if (element.tag !== sequence) throw new TokenRefused(`${what}: expected ASN.1 ${sequence}; found ${element.tag}`);
  const body = childOf(element, 0, sequence, what);
  const first = body.children[0]?.tag === "context 0" ? 1 : 0;
  const validity = childOf(body, first + 3, sequence, what);
  const [notBefore, notAfter] = validity.children;
  if (notBefore === undefined || notAfter === undefined)
    throw new TokenRefused(`${what}: expected from when to when it is valid; found less`);
  const serial = body.children[first];
  if (serial === undefined) throw new TokenRefused(`${what}: expected a serial number; found none`);
  const subject = childOf(body, first + 4, sequence, what);
  const signatureAlgorithm = childOf(element, 1, sequence, what);
  if (String(childOf(body, first + 1, sequence, what).raw) !== String(signatureAlgorithm.raw)) {
    throw new TokenRefused(`${what}: expected one signature algorithm; found another one outside what is signed`);
  }
  return {
    raw: element.raw,
    signed: body.raw,
    signatureAlgorithm,
    signature: bitsOf(childOf(element, 2, "universal 3", what), what),
    serial: hexOfInteger(serial, what),
    issuer: childOf(body, first + 2, sequence, what).raw,
    subject: subject.raw,
    subjectText: textOfName(subject),
    notBefore: instantOf(notBefore, what),
    notAfter: instantOf(notAfter, what),
    publicKey: childOf(body, first + 5, sequence, what),
    extensions: extensionsOf(body.children.find(({ tag }) => tag === "context 3")),
  };
}

/** A certificate speaks for an instant only from its first second to its last. */
export function isValidAt({ notBefore, notAfter }: Certificate, at: UtcInstant): boolean {
  return Date.parse(notBefore) <= Date.parse(at) && Date.parse(at) <= Date.parse(notAfter);
}

/** Object identifiers of the extended key usage; undefined when there is none. */
export function extendedKeyUsage({ extensions }: Certificate): { critical: boolean; purposes: string[] } | undefined {
  const found = extensions.get(extensionIds.extendedKeyUsage);
  if (found === undefined) return undefined;
  return { critical: found.critical, purposes: readElement(found.value, "an extended key usage").children.map(({ oid }) => oid) };
}

/** Bits of the key usage, bit 0 first; undefined when there is none, and so no limit. */
export function keyUsage({ extensions }: Certificate): boolean[] | undefined {
  const found = extensions.get(extensionIds.keyUsage);
  if (found === undefined) return undefined;
  const { content } = readElement(found.value, "a key usage");
  return [...content.subarray(1)].flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((place) => ((byte >> place) & 1) === 1));
}

/** Whether it may issue certificates, and over how many further authorities. */
export function basicConstraints({ extensions }: Certificate): { authority: boolean; below: number } {
  const found = extensions.get(extensionIds.basicConstraints);
  if (found === undefined) return { authority: false, below: 0 };
  const [authority, below] = readElement(found.value, "basic constraints").children;
  return {
    authority: authority?.tag === "universal 1" && authority.content[0] !== 0,
    below: below === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(hexOfInteger(below, "basic constraints"), 16),
  };
}

/** A critical extension that this reader does not judge forbids to rely on the certificate (RFC 5280 4.2). */
export function unjudgedCriticalExtension({ extensions }: Certificate): string | undefined {
  const judged = new Set<string>(Object.values(extensionIds));
  return [...extensions].find(([id, { critical }]) => critical && !judged.has(id))?.[0];
}

export function subjectKeyId({ extensions }: Certificate): Uint8Array | undefined {
  const found = extensions.get(extensionIds.subjectKeyId);
  return found === undefined ? undefined : readElement(found.value, "a subject key id").content;
}

export function bitsOf({ content }: Element, what: string): Uint8Array {
  if (content[0] !== 0) throw new TokenRefused(`${what}: expected a signature of whole bytes; found other bits`);
  return content.subarray(1);
}

function extensionsOf(wrapper: Element | undefined): Certificate["extensions"] {
  const found = new Map<string, { critical: boolean; value: Uint8Array }>();
  for (const extension of wrapper?.children[0]?.children ?? []) {
    const [id, second] = extension.children;
    const value = extension.children.at(-1);
    if (id === undefined || id.oid === "" || value?.tag !== octetString || found.has(id.oid)) {
      throw new TokenRefused("a certificate: expected each extension once, with its value; found another form");
    }
    found.set(id.oid, { critical: second?.tag === "universal 1" && second.content[0] !== 0, value: value.content });
  }
  return found;
}

const shownParts = ["2.5.4.3", "2.5.4.10", "2.5.4.6"];

function textOfName(name: Element): string {
  const parts = name.children.flatMap(({ children }) => children).filter(({ children }) => children.length === 2);
  const shown = shownParts.flatMap((id) =>
    parts.filter(({ children }) => children[0]?.oid === id).map(({ children }) => textOf(children[1])),
  );
  return (shown.length === 0 ? "no name" : shown.join(", ")).slice(0, 200);
}

/** UTF-8 and its subsets; the UTF-16 of a BMPString; else one letter a byte, as old certificates have it. */
function textOf(element: Element | undefined): string {
  if (element === undefined) return "";
  const { tag, content } = element;
  if (tag === "universal 30") {
    return Array.from({ length: content.length >> 1 }, (_, i) =>
      String.fromCharCode(((content[2 * i] as number) << 8) | (content[2 * i + 1] as number)),
    ).join("");
  }
  return decodeUtf8(content) ?? [...content].map((byte) => String.fromCharCode(byte)).join("");
}
