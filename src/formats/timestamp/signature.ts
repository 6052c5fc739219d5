/** Signatures of authorities and tokens: which algorithm an identifier names, and whether the signature holds. */
import { childOf, type Element, hexOfInteger, objectIdentifier, readElement, sequence } from "./ber-element.ts";
import { type HashedAlgorithm, hashNames, owned, type TokenCrypto } from "./token-crypto.ts";
import { TokenRefused } from "./token-refused.ts";

const pkcs1 = "RSASSA-PKCS1-v1_5";
const rsaEncryption = "1.2.840.113549.1.1.1";
const rsaPss = "1.2.840.113549.1.1.10";
const ed25519 = "1.3.101.112";

const algorithms: ReadonlyMap<string, { name: string; hash: string }> = new Map([
  ["1.2.840.113549.1.1.11", { name: pkcs1, hash: "SHA-256" }],
  ["1.2.840.113549.1.1.12", { name: pkcs1, hash: "SHA-384" }],
  ["1.2.840.113549.1.1.13", { name: pkcs1, hash: "SHA-512" }],
  ["1.2.840.10045.4.3.2", { name: "ECDSA", hash: "SHA-256" }],
  ["1.2.840.10045.4.3.3", { name: "ECDSA", hash: "SHA-384" }],
  ["1.2.840.10045.4.3.4", { name: "ECDSA", hash: "SHA-512" }],
]);

/** Named curves and the length of a coordinate. */
const curves: ReadonlyMap<string, { name: string; bytes: number }> = new Map([
  ["1.2.840.10045.3.1.7", { name: "P-256", bytes: 32 }],
  ["1.3.132.0.34", { name: "P-384", bytes: 48 }],
  ["1.3.132.0.35", { name: "P-521", bytes: 66 }],
]);

export interface Signed {
  /** AlgorithmIdentifier. */
  readonly algorithm: Element;
  /** The hash that goes with an identifier which names none (CMS: rsaEncryption). */
  readonly digest?: string;
  /** SubjectPublicKeyInfo of whoever is said to have signed. */
  readonly publicKey: Element;
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Throws TokenRefused for an algorithm that is broken, unknown, or not known to this platform; `what` names the signature. */
export async function signatureHolds(crypto: TokenCrypto, signed: Signed, what: string): Promise<boolean> {
  const { key, verify } = algorithmOf(signed, what);
  const signature = key.namedCurve === undefined ? signed.signature : pairOf(signed.signature, coordinateBytes(key.namedCurve), what);
  let imported: object;
  try {
    imported = await crypto.subtle.importKey("spki", owned(signed.publicKey.raw), key, false, ["verify"]);
  } catch {
    throw new TokenRefused(`${what}: expected a key for ${key.name} that this platform can use; found another one`);
  }
  return crypto.subtle.verify(verify, imported, owned(signature), owned(signed.bytes));
}

function algorithmOf({ algorithm, digest, publicKey }: Signed, what: string): { key: HashedAlgorithm; verify: HashedAlgorithm } {
  const id = childOf(algorithm, 0, objectIdentifier, what).oid;
  if (id === rsaEncryption && digest !== undefined) return { key: { name: pkcs1, hash: digest }, verify: { name: pkcs1 } };
  if (id === ed25519) return { key: { name: "Ed25519" }, verify: { name: "Ed25519" } };
  if (id === rsaPss) return pss(algorithm.children[1], what);
  const known = algorithms.get(id);
  if (known === undefined) throw new TokenRefused(`${what}: expected a signature algorithm that still holds; found ${id}`);
  if (known.name === pkcs1) return { key: known, verify: { name: pkcs1 } };
  const curve = curves.get(childOf(publicKey, 0, sequence, what).children[1]?.oid ?? "");
  if (curve === undefined) throw new TokenRefused(`${what}: expected a key on P-256, P-384 or P-521; found another one`);
  return { key: { name: "ECDSA", namedCurve: curve.name }, verify: known };
}

/** RSASSA-PSS-params (RFC 4055): hash [0], mask [1], salt length [2]. The defaults are SHA-1, and so refused. */
function pss(parameters: Element | undefined, what: string): { key: HashedAlgorithm; verify: HashedAlgorithm } {
  const field = (tag: string) => parameters?.children.find((child) => child.tag === tag)?.children[0];
  const hash = hashNames.get(field("context 0")?.children[0]?.oid ?? "");
  const maskHash = hashNames.get(field("context 1")?.children[1]?.children[0]?.oid ?? "");
  const length = field("context 2");
  if (hash === undefined || hash !== maskHash || length === undefined) {
    throw new TokenRefused(`${what}: expected RSASSA-PSS with one hash that still holds; found other parameters`);
  }
  return { key: { name: "RSA-PSS", hash }, verify: { name: "RSA-PSS", saltLength: Number.parseInt(hexOfInteger(length, what), 16) } };
}

function coordinateBytes(curve: string): number {
  return [...curves.values()].find(({ name }) => name === curve)?.bytes ?? 0;
}

/** The two numbers of an ECDSA signature side by side, as Web Crypto wants them (IEEE P1363). */
function pairOf(signature: Uint8Array, bytes: number, what: string): Uint8Array {
  const pair = new Uint8Array(2 * bytes);
  const { tag, children } = readElement(signature, what);
  if (tag !== sequence || children.length !== 2) throw new TokenRefused(`${what}: expected two numbers; found another form`);
  children.forEach(({ content }, i) => {
    const digits = content[0] === 0 ? content.subarray(1) : content;
    if (digits.length > bytes) throw new TokenRefused(`${what}: expected numbers of the curve; found longer ones`);
    pair.set(digits, (i + 1) * bytes - digits.length);
  });
  return pair;
}
