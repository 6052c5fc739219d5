/** Certificates as people hand them over: PEM, DER one after the other, or a PKCS #7 bundle. Kept as PEM, which stock tools take. */
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { type Element, objectIdentifier, readElement, readElements, sequence } from "./ber-element.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { TokenRefused } from "./token-refused.ts";

const most = 64;

/** Throws TokenRefused when it holds no certificate, or anything that is none. */
export function readCertificates(bytes: Uint8Array): Certificate[] {
  const elements = bytes[0] === 0x30 ? readElements(bytes, "the chain") : pemBlocks(bytes).map((block) => readElement(block, "the chain"));
  const found = elements.flatMap(certificatesIn);
  if (found.length === 0 || found.length > most) {
    throw new TokenRefused(`the chain: expected from one to ${most} certificates; found ${found.length}`);
  }
  return found.map(readCertificate);
}

/** The same certificates as PEM, whatever form they came in; a sentence when there is none. */
export function chainAsPem(bytes: Uint8Array): Uint8Array | string {
  try {
    return writeCertificates(readCertificates(bytes));
  } catch (error) {
    if (error instanceof TokenRefused) return error.message;
    throw error;
  }
}

function writeCertificates(certificates: readonly Certificate[]): Uint8Array {
  const blocks = certificates.map(({ raw }) => {
    const lines = toBase64(raw).match(/.{1,64}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
  });
  return encodeUtf8(blocks.join(""));
}

function pemBlocks(bytes: Uint8Array): Uint8Array[] {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const blocks = text.matchAll(/-----BEGIN (?:TRUSTED |X509 )?(?:CERTIFICATE|PKCS7)-----([A-Za-z0-9+/=\s]*)-----END /g);
  return [...blocks].map(([, base64 = ""]) => {
    try {
      return fromBase64(base64.replace(/\s+/g, ""));
    } catch {
      throw new TokenRefused("the chain: expected base64 between the lines of each certificate; found other text");
    }
  });
}

/** A certificate itself, or those of a SignedData without content. */
function certificatesIn(element: Element): readonly Element[] {
  if (element.children[0]?.tag !== objectIdentifier) return [element];
  const data = element.children[1]?.children[0];
  return data?.children.find(({ tag }) => tag === "context 0")?.children.filter(({ tag }) => tag === sequence) ?? [];
}
