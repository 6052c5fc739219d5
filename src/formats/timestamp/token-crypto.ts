/** The three calls of Web Crypto that checking a token needs. Node's `webcrypto` and a browser's `crypto` are both one. */

export interface HashedAlgorithm {
  readonly name: string;
  readonly hash?: string;
  readonly namedCurve?: string;
  readonly saltLength?: number;
}

export interface TokenCrypto {
  readonly subtle: {
    digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    importKey(
      format: "spki",
      key: Uint8Array<ArrayBuffer>,
      algorithm: HashedAlgorithm,
      extractable: boolean,
      usages: "verify"[],
    ): Promise<object>;
    verify(algorithm: HashedAlgorithm, key: object, signature: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>): Promise<boolean>;
  };
}

/** Hashes that still hold, by object identifier. MD5 and SHA-1 are left out on purpose. */
export const hashNames: ReadonlyMap<string, "SHA-256" | "SHA-384" | "SHA-512"> = new Map([
  ["2.16.840.1.101.3.4.2.1", "SHA-256"],
  ["2.16.840.1.101.3.4.2.2", "SHA-384"],
  ["2.16.840.1.101.3.4.2.3", "SHA-512"],
]);

export async function hashOf(crypto: TokenCrypto, algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, owned(bytes)));
}

/** Web Crypto takes no view of shared memory; a copy of its own is always right. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
