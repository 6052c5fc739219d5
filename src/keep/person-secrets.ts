/**
 * Small secrets of a person, encrypted (age, X25519) to a key that is derived from their private key by HKDF-SHA-256 (RFC 5869; no salt,
 * info `witnessmark-answers-v1`, 32 bytes). Whoever can open the private key can open them, and nobody else: a passphrase that is set,
 * changed or taken off later holds for them at once, and no second file has to follow it. Without one the key lies beside them.
 */
import { armor, Decrypter, Encrypter, identityToRecipient } from "age-encryption";
import { hkdfSync, type KeyObject, webcrypto } from "node:crypto";
import { CaseError } from "../core/case/case-error.ts";
import type { KeyProtection } from "../core/key/key-protection.ts";

export interface PersonSecrets {
  readonly protection: KeyProtection;
  /** Armoured age text. Throws CaseError PASSPHRASE_WRONG. */
  lock(bytes: Uint8Array): Promise<string>;
  /** Opens also what was locked to a key of the same person before this one. Throws CaseError PASSPHRASE_WRONG, INPUT_INVALID. */
  unlock(text: string): Promise<Uint8Array>;
}

/** `keys`: private halves, the one in force first; asked for once something is locked or opened. */
export function secretsOf(protection: KeyProtection, keys: () => Promise<readonly KeyObject[]>): PersonSecrets {
  const derived = async () => Promise.all((await keys()).map(derivedKey));
  return {
    protection,
    async lock(bytes) {
      const [own] = await derived();
      if (own === undefined) throw new RangeError("a person has a key");
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(own));
      return armor.encode(await encrypter.encrypt(bytes));
    },
    async unlock(text) {
      const decrypter = new Decrypter();
      for (const key of await derived()) decrypter.addIdentity(key);
      try {
        return await decrypter.decrypt(armor.decode(text));
      } catch (error) {
        throw new CaseError(
          "INPUT_INVALID",
          "expected what your key, or one of yours before it, opens; found something else, or altered bytes",
          {
            cause: error,
          },
        );
      }
    },
  };
}

/** PKCS #8 of an X25519 key up to its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");

function derivedKey(key: KeyObject): Promise<CryptoKey> {
  const { d = "" } = key.export({ format: "jwk" });
  const secret = hkdfSync("sha256", Buffer.from(d, "base64url"), "", "witnessmark-answers-v1", 32);
  return webcrypto.subtle.importKey("pkcs8", Buffer.concat([pkcs8, Buffer.from(secret)]), "X25519", false, ["deriveBits"]);
}
