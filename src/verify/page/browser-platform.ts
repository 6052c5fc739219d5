/** Arithmetic of a browser: SHA-256 in WebAssembly that can be fed piece by piece, Ed25519 in plain JavaScript, Web Crypto for tokens. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { createSHA256, type IHasher } from "hash-wasm";
import type { Sha256Stream } from "../../core/hash/digest.ts";
import type { VerifyPlatform } from "../verify-options.ts";

/** Streams under way at once. Verifying hashes one file at a time and the ledger beside it. */
const streamsAtOnce = 4;

export async function browserPlatform(): Promise<VerifyPlatform> {
  const whole = await createSHA256();
  const free: IHasher[] = [];
  for (let i = 0; i < streamsAtOnce; i++) free.push(await createSHA256());
  return {
    sha256: Object.assign((bytes: Uint8Array) => whole.init().update(bytes).digest("binary"), {
      ofText: (text: string) => whole.init().update(text).digest("hex"),
    }),
    sha256Stream() {
      const hasher = free.pop();
      if (hasher === undefined) throw new RangeError(`expected at most ${streamsAtOnce} files to be hashed at once`);
      return streamOf(hasher.init(), () => free.push(hasher));
    },
    verifyEd25519: async (publicKey, message, signature) => {
      try {
        return ed25519.verify(signature, message, publicKey, { zip215: false });
      } catch {
        // Bytes that are no key or no signature; the port promises an answer.
        return false;
      }
    },
    crypto: globalThis.crypto,
  };
}

function streamOf(hasher: IHasher, giveBack: () => void): Sha256Stream {
  return {
    update: (bytes) => void hasher.update(bytes),
    digest() {
      const digest = hasher.digest("binary");
      giveBack();
      return digest;
    },
  };
}
