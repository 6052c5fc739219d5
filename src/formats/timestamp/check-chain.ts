/**
 * From the certificate that signed a token to a root that somebody handed over (RFC 5280 6.1, as far as authorities of
 * time stamps go): every certificate valid at the token's own time, since what is expired today was not then. Whether
 * one was revoked is not asked: that would need the network, and an answer from that time.
 */
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { sameBytes } from "./ber-element.ts";
import { basicConstraints, type Certificate, isValidAt, keyUsage, unjudgedCriticalExtension } from "./certificate.ts";
import { signatureHolds } from "./signature.ts";
import type { TokenCrypto } from "./token-crypto.ts";
import { TokenRefused } from "./token-refused.ts";

const longest = 8;
/** Bit of keyUsage: may sign certificates. */
const certificateSigning = 5;

/** `undefined` when it leads to a self-signed certificate of `given`; else why it does not. */
export async function whyNotRooted(
  crypto: TokenCrypto,
  signer: Certificate,
  o: { given: readonly Certificate[]; carried: readonly Certificate[]; at: UtcInstant },
): Promise<string | undefined> {
  const roots: Certificate[] = [];
  for (const certificate of o.given) {
    if (sameBytes(certificate.subject, certificate.issuer) && (await issued(crypto, certificate, certificate))) roots.push(certificate);
  }
  if (roots.length === 0) return "the chain given holds no root (a certificate signed by itself)";
  const pool = [...o.given, ...o.carried];
  let furthest = "no certificate of the chain given issued the one that signed";

  async function leads(certificate: Certificate, depth: number, seen: readonly Certificate[]): Promise<boolean> {
    if (!isValidAt(certificate, o.at)) {
      furthest = `the certificate of ${certificate.subjectText} was not valid at the token's time`;
      return false;
    }
    const unjudged = unjudgedCriticalExtension(certificate);
    if (unjudged !== undefined) {
      furthest = `the certificate of ${certificate.subjectText} has a critical extension that is not judged here, ${unjudged}`;
      return false;
    }
    if (roots.some((root) => sameBytes(root.raw, certificate.raw))) return true;
    if (depth >= longest) return false;
    for (const issuer of pool) {
      if (!sameBytes(issuer.subject, certificate.issuer) || seen.some(({ raw }) => sameBytes(raw, issuer.raw))) continue;
      const { authority, below } = basicConstraints(issuer);
      const usage = keyUsage(issuer);
      if (!authority || below < depth || (usage !== undefined && usage[certificateSigning] !== true)) {
        furthest = `the certificate of ${issuer.subjectText} may not issue certificates here`;
        continue;
      }
      if ((await issued(crypto, issuer, certificate)) && (await leads(issuer, depth + 1, [...seen, issuer]))) return true;
    }
    return false;
  }

  return (await leads(signer, 0, [signer])) ? undefined : furthest;
}

async function issued(crypto: TokenCrypto, issuer: Certificate, certificate: Certificate): Promise<boolean> {
  const { signatureAlgorithm: algorithm, signature, signed: bytes } = certificate;
  try {
    return await signatureHolds(crypto, { algorithm, signature, bytes, publicKey: issuer.publicKey }, "a certificate of the chain");
  } catch (error) {
    // An algorithm that no longer holds proves nothing; the path may lead by another certificate.
    if (error instanceof TokenRefused) return false;
    throw error;
  }
}
