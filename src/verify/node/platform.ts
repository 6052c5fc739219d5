/** SHA-256, Ed25519 and Web Crypto of Node, as verifying receives them. */
import { createHash, createPublicKey, hash, verify, webcrypto } from "node:crypto";
import type { TokenCrypto } from "../../formats/timestamp/token-crypto.ts";
import type { VerifyPlatform } from "../verify-options.ts";

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the 32 bytes of the key. */
const spkiBefore = Buffer.from("302a300506032b6570032100", "hex");

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const nodePlatform: VerifyPlatform = {
  sha256: Object.assign((bytes: Uint8Array) => hash("sha256", bytes, "buffer"), { ofText: (text: string) => hash("sha256", text, "hex") }),
  sha256Stream() {
    const running = createHash("sha256");
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
  },
  decodeUtf8(bytes) {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  },
  async verifyEd25519(publicKey, message, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      const key = createPublicKey({ key: Buffer.concat([spkiBefore, publicKey]), format: "der", type: "spki" });
      return verify(null, message, key, signature);
    } catch {
      // Bytes that are no point of the curve are no key.
      return false;
    }
  },
  crypto: webcrypto as TokenCrypto,
};
