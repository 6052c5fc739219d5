/**
 * Whether an RFC 3161 token stamps exactly these bytes, and when. All that the token says of itself is checked: imprint,
 * signed attributes, signature, the signer's certificate (bound by ESSCertID, RFC 5035), its purpose, and that it was
 * valid at the token's own time; a certificate that is expired today was not then. Trust is another matter: without a
 * chain from outside, anybody could have signed.
 */
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { hexOfInteger, octetString, sameBytes, sequence } from "./ber-element.ts";
import { type Certificate, extendedKeyUsage, isValidAt, keyUsage, subjectKeyId, unjudgedCriticalExtension } from "./certificate.ts";
import { readCertificates } from "./certificate-bundle.ts";
import { whyNotRooted } from "./check-chain.ts";
import { readToken, type Token } from "./read-token.ts";
import { signatureHolds } from "./signature.ts";
import { hashNames, hashOf, type TokenCrypto } from "./token-crypto.ts";
import { TokenRefused } from "./token-refused.ts";

export interface TokenInput {
  /** DER or BER of the token, or of the whole response around it. */
  readonly token: Uint8Array;
  /** Certificates up to a root, PEM or DER; undefined when none was handed over. */
  readonly chain: Uint8Array | undefined;
  /** The exact bytes that were to be stamped. */
  readonly note: Uint8Array;
}

export interface TokenFound {
  /** The token stamps these bytes and its signature is right. Whose signature it is, `chain` says. */
  readonly holds: boolean;
  readonly genTime: UtcInstant | "unknown";
  /** Seconds either side of genTime. */
  readonly accuracy: number | "not stated";
  /** Subject of the certificate that signed: what it calls itself. */
  readonly authority: string;
  /** Object identifier of the policy. */
  readonly policy: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** Lower-case hex; a token that answers a request repeats its nonce. */
  readonly nonce: string | "none";
  readonly chain: "not given" | "leads to the given root" | "does not lead to it";
  /** One sentence: why it does not hold, or how far it reaches. */
  readonly why: string;
}

const timeStamping = "1.3.6.1.5.5.7.3.8";
const attribute = {
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
} as const;
const timestampInfo = "1.2.840.113549.1.9.16.1.4";

/** Never throws for bytes from outside: what is wrong with them is the answer. */
export async function checkToken({ token: bytes, chain: chainBytes, note }: TokenInput, crypto: TokenCrypto): Promise<TokenFound> {
  const unknown = { genTime: "unknown", accuracy: "not stated", authority: "unknown", policy: "unknown", serial: "unknown" } as const;
  let said: Omit<TokenFound, "holds" | "chain" | "why"> = { ...unknown, nonce: "none" };
  const chain = chainBytes === undefined ? "not given" : "does not lead to it";
  try {
    const token = readToken(bytes);
    const { genTime, accuracySec: accuracy, policy, serial, nonce } = token;
    said = { genTime, accuracy, authority: "unknown", policy, serial, nonce };
    await demandImprint(crypto, token, note);
    await demandAttributes(crypto, token);
    const given = chainBytes === undefined ? [] : readCertificates(chainBytes);
    const signer = await signingCertificate(crypto, token, [...token.certificates, ...given]);
    said = { ...said, authority: signer.subjectText };
    demandPurpose(signer, genTime);
    await demandSignature(crypto, token, signer);
    if (chainBytes === undefined) {
      return { holds: true, ...said, chain, why: "The signature holds; the authority is not known: no chain was given." };
    }
    const why = await whyNotRooted(crypto, signer, { given, carried: token.certificates, at: genTime });
    return why === undefined
      ? { holds: true, ...said, chain: "leads to the given root", why: "The signature holds, and leads to the root that was given." }
      : { holds: true, ...said, chain, why: `The signature holds; the authority is not known: ${why}.` };
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    return { holds: false, ...said, chain, why: error.message };
  }
}

async function demandImprint(crypto: TokenCrypto, { imprint }: Token, note: Uint8Array): Promise<void> {
  const hash = hashNames.get(imprint.algorithm);
  if (hash === undefined) throw new TokenRefused(`the token: expected a hash that still holds; found ${imprint.algorithm}`);
  if (!sameBytes(await hashOf(crypto, hash, note), imprint.digest)) {
    throw new TokenRefused(`the token: expected the ${hash} of this checkpoint; found the hash of other bytes`);
  }
}

async function demandAttributes(crypto: TokenCrypto, { signer, info }: Token): Promise<void> {
  const { attributes, digestAlgorithm } = signer;
  if (attributes.get(attribute.contentType)?.oid !== timestampInfo) {
    throw new TokenRefused("the token: expected signed attributes that name a time stamp; found others");
  }
  const hash = hashNames.get(digestAlgorithm);
  if (hash === undefined) throw new TokenRefused(`the token: expected a digest that still holds; found ${digestAlgorithm}`);
  const stated = attributes.get(attribute.messageDigest);
  if (stated?.tag !== octetString || !sameBytes(await hashOf(crypto, hash, info), stated.content)) {
    throw new TokenRefused("the token: expected signed attributes over this time stamp; found the hash of another one");
  }
}

/** The certificate that the signed attributes name by its hash, so that no other one with the same key can stand in. */
async function signingCertificate(crypto: TokenCrypto, token: Token, candidates: readonly Certificate[]): Promise<Certificate> {
  const { hash, digest } = namedCertificate(token);
  for (const candidate of candidates) {
    if (!sameBytes(await hashOf(crypto, hash, candidate.raw), digest)) continue;
    if (isNamedBySigner(token, candidate)) return candidate;
    throw new TokenRefused("the token: expected one certificate to be named as the signer's; found two different ones");
  }
  throw new TokenRefused("the token: expected the certificate that signed, in the token or the chain; found none that it names");
}

function namedCertificate({ signer }: Token): { hash: string; digest: Uint8Array } {
  const second = signer.attributes.get(attribute.signingCertificateV2);
  // SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID, ... }; the first one is the signer's.
  const named = (second ?? signer.attributes.get(attribute.signingCertificate))?.children[0]?.children[0]?.children;
  const digest = named?.find(({ tag }) => tag === octetString)?.content;
  if (named === undefined || digest === undefined) {
    throw new TokenRefused("the token: expected the signer's certificate to be named by its hash (ESSCertID); found no name");
  }
  // The first version is bound to SHA-1. It only points out a certificate whose key is then tried, and SHA-1 still resists that.
  if (second === undefined) return { hash: "SHA-1", digest };
  const stated = named[0]?.tag === sequence ? named[0].children[0]?.oid : undefined;
  const hash = stated === undefined ? "SHA-256" : hashNames.get(stated);
  if (hash === undefined) throw new TokenRefused(`the token: expected a hash that still holds in ESSCertID; found ${stated}`);
  return { hash, digest };
}

function isNamedBySigner({ signer: { id } }: Token, certificate: Certificate): boolean {
  if (id.tag === "context 0") {
    const keyId = subjectKeyId(certificate);
    return keyId !== undefined && sameBytes(keyId, id.content);
  }
  const [issuer, serial] = id.children;
  if (issuer === undefined || serial === undefined) return false;
  return sameBytes(issuer.raw, certificate.issuer) && hexOfInteger(serial, "the token's signer") === certificate.serial;
}

/** RFC 3161 2.3: the purpose is time stamping alone, and critical. */
function demandPurpose(signer: Certificate, genTime: UtcInstant): void {
  const usage = extendedKeyUsage(signer);
  if (usage === undefined || !usage.critical || usage.purposes.length !== 1 || usage.purposes[0] !== timeStamping) {
    throw new TokenRefused(
      "the token: expected a certificate for time stamping alone (critical extended key usage); found another purpose",
    );
  }
  const [digitalSignature, nonRepudiation] = keyUsage(signer) ?? [true];
  if (digitalSignature !== true && nonRepudiation !== true) {
    throw new TokenRefused("the token: expected a certificate that may sign; found one that may not");
  }
  const unjudged = unjudgedCriticalExtension(signer);
  if (unjudged !== undefined) {
    throw new TokenRefused(`the token: expected no critical extension beyond those judged here; found ${unjudged}`);
  }
  if (!isValidAt(signer, genTime)) {
    throw new TokenRefused(
      `the token: expected a certificate valid at ${genTime}; found one valid from ${signer.notBefore} to ${signer.notAfter}`,
    );
  }
}

async function demandSignature(crypto: TokenCrypto, { signer }: Token, { publicKey }: Certificate): Promise<void> {
  const digest = hashNames.get(signer.digestAlgorithm);
  const signed = {
    algorithm: signer.signatureAlgorithm,
    ...(digest === undefined ? {} : { digest }),
    publicKey,
    signature: signer.signature,
    bytes: signer.signedBytes,
  };
  if (!(await signatureHolds(crypto, signed, "the token's signature"))) {
    throw new TokenRefused("the token: expected a signature that holds; found one that does not");
  }
}

/** What a token stamps, and the token alone, without the response around it; a sentence when it cannot be read. */
export function tokenOf(bytes: Uint8Array): { readonly bare: Uint8Array; readonly hash: string; readonly digest: Uint8Array } | string {
  try {
    const { raw, imprint } = readToken(bytes);
    const hash = hashNames.get(imprint.algorithm);
    if (hash === undefined) return `the token: expected a hash that still holds; found ${imprint.algorithm}`;
    return { bare: raw, hash, digest: imprint.digest };
  } catch (error) {
    if (error instanceof TokenRefused) return error.message;
    throw error;
  }
}
