/** An RFC 3161 token taken apart: a CMS SignedData (RFC 5652) with one signer over one TSTInfo. Nothing is judged here. */
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { instantOf } from "./asn1-time.ts";
import {
  childOf,
  type Element,
  generalizedTime,
  hexOfInteger,
  integer,
  objectIdentifier,
  octetString,
  readElement,
  sequence,
  set,
} from "./ber-element.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { TokenRefused } from "./token-refused.ts";

export interface Token {
  /** The TimeStampToken alone, without the response around it. */
  readonly raw: Uint8Array;
  /** DER of the TSTInfo: what the signed attributes name. */
  readonly info: Uint8Array;
  readonly policy: string;
  readonly imprint: { readonly algorithm: string; readonly digest: Uint8Array };
  /** Lower-case hex. */
  readonly serial: string;
  readonly genTime: UtcInstant;
  readonly accuracySec: number | "not stated";
  /** Lower-case hex. */
  readonly nonce: string | "none";
  readonly certificates: readonly Certificate[];
  readonly signer: {
    /** IssuerAndSerialNumber, or a subject key id under [0]. */
    readonly id: Element;
    readonly digestAlgorithm: string;
    /** The attributes as they were signed: with the tag of a SET. */
    readonly signedBytes: Uint8Array;
    readonly attributes: ReadonlyMap<string, Element>;
    readonly signatureAlgorithm: Element;
    readonly signature: Uint8Array;
  };
}

const signedData = "1.2.840.113549.1.7.2";
const timestampInfo = "1.2.840.113549.1.9.16.1.4";
/** More certificates than any authority sends. */
const mostCertificates = 32;

/** `bytes`: a token, or the whole TimeStampResp around it. Throws TokenRefused, also when the authority refused. */
export function readToken(bytes: Uint8Array): Token {
  const content = tokenIn(readElement(bytes, "the token"));
  const what = "the token";
  const type = childOf(content, 0, objectIdentifier, what);
  const data = childOf(childOf(content, 1, "context 0", what), 0, sequence, what);
  if (type.oid !== signedData) throw new TokenRefused(`${what}: expected signed data; found another content, ${type.oid}`);
  const carried = childOf(data, 2, sequence, what);
  if (childOf(carried, 0, objectIdentifier, what).oid !== timestampInfo) {
    throw new TokenRefused(`${what}: expected a time stamp (RFC 3161) inside; found other signed data`);
  }
  const info = childOf(childOf(carried, 1, "context 0", what), 0, octetString, what).content;
  const certificates = data.children.find(({ tag }) => tag === "context 0")?.children ?? [];
  if (certificates.length > mostCertificates) {
    throw new TokenRefused(`${what}: expected at most ${mostCertificates} certificates; found ${certificates.length}`);
  }
  const signers = childOf(data, data.children.length - 1, set, what).children;
  const [signer] = signers;
  if (signer === undefined || signers.length !== 1) throw new TokenRefused(`${what}: expected one signer; found ${signers.length}`);
  return {
    raw: content.raw,
    info,
    ...readInfo(info),
    certificates: certificates.filter(({ tag }) => tag === sequence).map(readCertificate),
    signer: readSigner(signer),
  };
}

/** A response starts with its status, a token with an object identifier. */
function tokenIn(outer: Element): Element {
  const [first, token] = outer.children;
  if (outer.tag !== sequence || first === undefined)
    throw new TokenRefused("the token: expected an RFC 3161 token or response; found other bytes");
  if (first.tag === objectIdentifier) return outer;
  const status = first.children[0];
  if (first.tag !== sequence || status === undefined) {
    throw new TokenRefused("the token: expected an RFC 3161 token or response; found other bytes");
  }
  const code = Number.parseInt(hexOfInteger(status, "the response"), 16);
  // PKIStatus 0 and 1: granted, granted with changes.
  if (code > 1 || token === undefined)
    throw new TokenRefused(`the response: expected a granted time stamp; found status ${code}, a refusal`);
  return token;
}

function readInfo(bytes: Uint8Array): Pick<Token, "policy" | "imprint" | "serial" | "genTime" | "accuracySec" | "nonce"> {
  const what = "the time stamp";
  const info = readElement(bytes, what);
  if (info.tag !== sequence || hexOfInteger(childOf(info, 0, integer, what), what) !== "1") {
    throw new TokenRefused(`${what}: expected version 1 of RFC 3161; found another one`);
  }
  const imprint = childOf(info, 2, sequence, what);
  const rest = info.children.slice(5);
  const nonce = rest.find(({ tag }) => tag === integer);
  return {
    policy: childOf(info, 1, objectIdentifier, what).oid,
    imprint: {
      algorithm: childOf(childOf(imprint, 0, sequence, what), 0, objectIdentifier, what).oid,
      digest: childOf(imprint, 1, octetString, what).content,
    },
    serial: hexOfInteger(childOf(info, 3, integer, what), what),
    genTime: instantOf(childOf(info, 4, generalizedTime, what), "the time of the stamp"),
    accuracySec: accuracyOf(rest.find(({ tag }) => tag === sequence)),
    nonce: nonce === undefined ? "none" : hexOfInteger(nonce, what),
  };
}

/** Accuracy ::= SEQUENCE { seconds INTEGER, millis [0], micros [1] }, each optional. */
function accuracyOf(accuracy: Element | undefined): number | "not stated" {
  if (accuracy === undefined) return "not stated";
  const units: { [tag: string]: number } = { [integer]: 1, "context 0": 1e-3, "context 1": 1e-6 };
  const sum = accuracy.children.reduce((total, { tag, content }) => {
    const value = [...content].reduce((number, byte) => number * 256 + byte, 0);
    return total + value * (units[tag] ?? 0);
  }, 0);
  return Number(sum.toFixed(6));
}

function readSigner(signer: Element): Token["signer"] {
  const what = "the token's signer";
  const id = signer.children[1];
  const attributes = childOf(signer, 3, "context 0", what);
  if (id === undefined) throw new TokenRefused(`${what}: expected who signed; found nothing`);
  const signedBytes = new Uint8Array(attributes.raw);
  signedBytes[0] = 0x31;
  const byId = new Map<string, Element>();
  for (const attribute of attributes.children) {
    const name = childOf(attribute, 0, objectIdentifier, what).oid;
    const values = childOf(attribute, 1, set, what).children;
    const [value] = values;
    // RFC 5652 11.1, 11.2: each once, with one value.
    if (byId.has(name) || value === undefined) throw new TokenRefused(`${what}: expected each signed attribute once; found ${name} again`);
    byId.set(name, value);
  }
  return {
    id,
    digestAlgorithm: childOf(childOf(signer, 2, sequence, what), 0, objectIdentifier, what).oid,
    signedBytes,
    attributes: byId,
    signatureAlgorithm: childOf(signer, 4, sequence, what),
    signature: childOf(signer, 5, octetString, what).content,
  };
}
