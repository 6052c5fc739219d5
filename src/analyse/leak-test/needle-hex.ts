/** Hashes and prints in text and bytes: enough digits of one find its file again. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";
import { digitsOf } from "../../core/hash/digest.ts";

export interface SecretHex {
  readonly label: string;
  readonly kind: "digest" | "fingerprint";
  readonly hex: string;
}

/** 48 bits: a chance of one in 10^9 over 100,000 runs of other hashes. */
const digitsAtLeast = 12;
const otherHashes = ["md5", "sha1", "sha512"] as const;

export type HexFinder = (text: string, use: (secret: SecretHex, at: number) => void) => void;

/** Also of the originals' hashes in other algorithms, which whoever holds the file can work out too. */
export async function secretHexes({ digests, fingerprints, media }: LeakSecrets): Promise<SecretHex[]> {
  const secrets: SecretHex[] = [
    ...digests.map(({ label, digest }): SecretHex => ({ label, kind: "digest", hex: digitsOf(digest) })),
    ...fingerprints.map(({ label, hex }): SecretHex => ({ label, kind: "fingerprint", hex: hex.toLowerCase() })),
  ];
  for (const { label, path } of media) {
    const running = otherHashes.map((name) => createHash(name));
    const whole = createHash("sha256");
    for await (const piece of createReadStream(path)) for (const one of [...running, whole]) one.update(piece as Buffer);
    for (const [at, one] of running.entries())
      secrets.push({ label: `${label} (${otherHashes[at]})`, kind: "digest", hex: one.digest("hex") });
    const hex = whole.digest("hex");
    if (!secrets.some((one) => one.hex === hex)) secrets.push({ label: `${label} (sha256)`, kind: "digest", hex });
  }
  return secrets.filter(({ hex }) => hex.length >= digitsAtLeast);
}

export function createHexFinder(secrets: readonly SecretHex[]): HexFinder {
  const byStart = new Map<string, SecretHex>();
  for (const one of secrets) byStart.set(one.hex.slice(0, digitsAtLeast), one);
  return (text, use) => {
    if (byStart.size === 0) return;
    for (const match of text.matchAll(/[0-9a-f]{12,}/gi)) {
      const run = match[0].toLowerCase();
      for (let at = 0; at + digitsAtLeast <= run.length; at++) {
        const secret = byStart.get(run.slice(at, at + digitsAtLeast));
        if (secret !== undefined) use(secret, match.index + at);
      }
    }
  };
}
