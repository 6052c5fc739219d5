/** TimeStampReq (RFC 3161 2.4.1): asks an authority to stamp the SHA-256 of a note. Carries no name, no title, nothing of the case. */
import { childOf, hexOfInteger, integer, octetString, readElement, sequence } from "./ber-element.ts";
import { TokenRefused } from "./token-refused.ts";

/** AlgorithmIdentifier of SHA-256 with the NULL that most authorities expect. */
const sha256Algorithm = [0x30, 13, 0x06, 9, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0];
const nonceBytes = 16;

/** `digest`: 32 bytes; `nonce`: 16 fresh random bytes, which a right answer repeats. Asks for the signer's certificate too. */
export function writeTimestampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  if (digest.length !== 32 || nonce.length !== nonceBytes) {
    throw new RangeError(`a request: expected 32 and ${nonceBytes} bytes; found ${digest.length} and ${nonce.length}`);
  }
  const imprint = [0x30, sha256Algorithm.length + 34, ...sha256Algorithm, 0x04, 32, ...digest];
  // The top bits 01 keep the number positive and its spelling one length.
  const number = [((nonce[0] as number) & 0x3f) | 0x40, ...nonce.subarray(1)];
  const fields = [0x02, 1, 1, ...imprint, 0x02, nonceBytes, ...number, 0x01, 1, 0xff];
  return Uint8Array.of(0x30, fields.length, ...fields);
}

/** The nonce of a request of ours, as `checkToken` states it; undefined when `bytes` is no request. */
export function nonceOfRequest(bytes: Uint8Array): string | undefined {
  try {
    const request = readElement(bytes, "the request");
    childOf(childOf(request, 1, sequence, "the request"), 1, octetString, "the request");
    return hexOfInteger(childOf(request, 2, integer, "the request"), "the request");
  } catch (error) {
    if (error instanceof TokenRefused) return undefined;
    throw error;
  }
}
