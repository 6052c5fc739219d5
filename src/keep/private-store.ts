/**
 * `private.age`: restricted values and unrevealed answers of a case, encrypted to a passphrase (age, scrypt), replaced
 * whole at each change. Never in a pack. What is in memory is gone with the store; no key is kept anywhere.
 */
import { armor, Decrypter, Encrypter } from "age-encryption";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import type { OpenedValue } from "../core/entry/entry.ts";
import { Digest } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { sealedDigest } from "../formats/ledger/line-hashes.ts";
import { codeOf, replaceFile } from "./durable.ts";
import { sha256 } from "./sha256.ts";

/** Work factor of scrypt as a power of two: age's own default, about a second on a laptop. */
const scryptLogN = 18;

const Stored = z.strictObject({
  v: z.literal(1),
  values: z.record(Digest, z.strictObject({ salt: z.string().regex(/^[0-9a-f]{64}$/), value: z.json() })),
});

export interface PrivateStore {
  /** What opens a sealed value; undefined when this store does not hold it. */
  get(sealed: Digest): OpenedValue | undefined;
  /** Seals of the values that it holds. */
  list(): readonly Digest[];
  /** Keeps values, durably when it resolves. Throws CaseError INPUT_INVALID when one does not open what it names. */
  put(values: readonly OpenedValue[]): Promise<void>;
  /** Forgets values, durably when it resolves. Earlier copies of the file, and worn flash, may still hold them. */
  remove(sealed: readonly Digest[]): Promise<void>;
}

/** Opens the store of a case folder, or an empty one when there is none yet. Throws CaseError PASSPHRASE_WRONG. */
export async function openPrivateStore(caseFolder: string, passphrase: string): Promise<PrivateStore> {
  const path = join(caseFolder, "private.age");
  const values = await readStored(path, passphrase);
  let turn: Promise<void> = Promise.resolve();

  function replace(change: (next: Map<Digest, OpenedValue>) => void): Promise<void> {
    const mine = turn.then(async () => {
      const next = new Map(values);
      change(next);
      const stored = Object.fromEntries([...next].map(([digest, { salt, value }]) => [digest, { salt, value }]));
      await replaceFile(path, await encrypt(Buffer.from(canonicalJson({ v: 1, values: stored } as Json)), passphrase), { mode: 0o600 });
      values.clear();
      for (const [digest, value] of next) values.set(digest, value);
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    get: (sealed) => values.get(sealed),
    list: () => [...values.keys()],
    put(given) {
      for (const { digest, salt, value } of given) {
        if (sealedDigest(sha256, salt, value) !== digest) {
          throw new CaseError("INPUT_INVALID", `private.age: expected a value that opens ${digest}; found one with another hash`);
        }
      }
      return replace((next) => given.forEach((value) => next.set(value.digest, value)));
    },
    remove: (sealed) => replace((next) => sealed.forEach((digest) => next.delete(digest))),
  };
}

export function hasPrivateStore(caseFolder: string): boolean {
  return existsSync(join(caseFolder, "private.age"));
}

async function readStored(path: string, passphrase: string): Promise<Map<Digest, OpenedValue>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Map();
    throw error;
  }
  const stored = Stored.safeParse(JSON.parse(Buffer.from(await decrypt(bytes, passphrase)).toString()));
  if (!stored.success) throw new CaseError("INPUT_INVALID", "private.age: expected restricted values of format 1; found something else");
  const entries = Object.entries(stored.data.values) as [Digest, { salt: string; value: Json }][];
  return new Map(entries.map(([digest, { salt, value }]) => [digest, { digest, salt, value }]));
}

async function encrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptLogN);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

async function decrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw new CaseError("PASSPHRASE_WRONG", "expected the passphrase that this was encrypted to; found another one, or altered bytes", {
      cause: error,
    });
  }
}

/** Armoured age text of `bytes`, for small secrets inside other files. */
export async function encryptWithPassphrase(bytes: Uint8Array, passphrase: string): Promise<string> {
  return armor.encode(await encrypt(bytes, passphrase));
}

/** Throws CaseError PASSPHRASE_WRONG. */
export async function decryptWithPassphrase(text: string, passphrase: string): Promise<Uint8Array> {
  return decrypt(armor.decode(text), passphrase);
}
