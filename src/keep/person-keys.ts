/**
 * The local person's Ed25519 key (RFC 8032), in the person's own configuration folder and nowhere else: never in a
 * case, never in a pack. With a passphrase the private half is encrypted by age (scrypt). A key that was replaced is
 * kept: it signs the hand-over to the new one in every case that still knows only the old one.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { chmodSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import { PublicKey, type Signer } from "../core/key/key.ts";
import type { KeyProtection } from "../core/key/key-protection.ts";
import { type PersonSecrets, secretsOf } from "./person-secrets.ts";
import { decryptWithPassphrase, encryptWithPassphrase } from "./private-store.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

export interface Identity {
  readonly name: string;
  readonly signer: Signer;
  /** Keys of the same person before this one, latest first, and why each was replaced. */
  readonly former?: readonly { readonly signer: Signer; readonly reason: string }[];
  /** Encrypts what this person keeps to themselves. */
  readonly secrets: PersonSecrets;
}

/** PKCS #8 (RFC 5958): PEM, or the same encrypted to the passphrase. */
const PrivateKey = z.union([z.strictObject({ pem: z.string() }), z.strictObject({ age: z.string() })]);
const KeyPair = z.strictObject({ publicKey: PublicKey, privateKey: PrivateKey });
type KeyPair = z.infer<typeof KeyPair>;

const PersonFile = z.strictObject({
  v: z.literal(1),
  name: z.string(),
  ...KeyPair.shape,
  former: z.array(KeyPair.extend({ reason: z.string() })).optional(),
});
type PersonFile = z.infer<typeof PersonFile>;

/** Asks for the passphrase when one is needed; undefined when there is none to be had. */
export type Passphrase = string | (() => Promise<string | undefined>);

export interface IdentityOptions {
  readonly name: string;
  readonly passphrase?: Passphrase;
  /** "later": nothing is asked until something is signed, for those who only read. */
  readonly unlock?: "now" | "later";
}

/**
 * The identity kept in `configFolder`, made there on first use under `name`. Throws CaseError PASSPHRASE_WRONG when the key
 * is encrypted and the passphrase is missing or wrong, NOT_ALLOWED when other users of the machine may read the key.
 */
export async function loadOrCreateIdentity(configFolder: string, o: IdentityOptions): Promise<Identity> {
  const path = pathIn(configFolder);
  const file = (await readPerson(path)) ?? (await createPerson(configFolder, path, o));
  const unlocker = unlockerOf(path, o.passphrase);
  const identity = {
    name: file.name,
    signer: signerOf(file, unlocker),
    former: (file.former ?? []).map((pair) => ({ signer: signerOf(pair, unlocker), reason: pair.reason })),
    secrets: secretsOf(protectionOf(file), async () => {
      const keys: KeyObject[] = [];
      for (const pair of [file, ...(file.former ?? [])]) keys.push(await unlocker(pair));
      return keys;
    }),
  };
  if (o.unlock !== "later") await unlocker(file);
  return identity;
}

/** Makes a new key for the same person and keeps the old one as former. Cases take it over when they are next opened for writing. */
export async function renewKey(configFolder: string, o: { reason: string; passphrase?: Passphrase }): Promise<PublicKey> {
  const path = pathIn(configFolder);
  const file = await demandPerson(path);
  const unlocker = unlockerOf(path, o.passphrase);
  await unlocker(file);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const fresh = rawPublicKey(publicKey);
  const former = [{ publicKey: file.publicKey, privateKey: file.privateKey, reason: o.reason }, ...(file.former ?? [])];
  await writePerson(path, { ...file, publicKey: fresh, privateKey: await lock(pemOf(privateKey), unlocker.passphrase()), former });
  return fresh;
}

/** Encrypts every private half anew; `next` undefined takes the passphrase off. */
export async function setPassphrase(configFolder: string, o: { passphrase?: Passphrase; next: string | undefined }): Promise<void> {
  const path = pathIn(configFolder);
  const file = await demandPerson(path);
  const unlocker = unlockerOf(path, o.passphrase);
  const relock = async <P extends KeyPair>(pair: P): Promise<P> => ({
    ...pair,
    privateKey: await lock(pemOf(await unlocker(pair)), o.next),
  });
  const former: NonNullable<PersonFile["former"]> = [];
  for (const pair of file.former ?? []) former.push(await relock(pair));
  await writePerson(path, { ...(await relock(file)), ...(file.former === undefined ? {} : { former }) });
}

/** Whether the private half in `configFolder` is encrypted; "none" before there is one. */
export async function keyProtection(configFolder: string): Promise<KeyProtection | "none"> {
  const file = await readPerson(pathIn(configFolder));
  return file === undefined ? "none" : protectionOf(file);
}

function protectionOf({ privateKey }: PersonFile): KeyProtection {
  return "age" in privateKey ? "passphrase" : "file mode alone";
}

function pathIn(configFolder: string): string {
  return join(configFolder, "person.json");
}

async function demandPerson(path: string): Promise<PersonFile> {
  const file = await readPerson(path);
  if (file === undefined)
    throw new CaseError("INPUT_INVALID", `${path}: expected the key of a person; found none. Opening a case makes one.`);
  return file;
}

async function readPerson(path: string): Promise<PersonFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new CaseError("NOT_ALLOWED", `${path}: expected a key that only its owner may read (mode 600); found one that others may read`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const file = PersonFile.safeParse(value);
  if (!file.success) throw new CaseError("INPUT_INVALID", `${path}: expected a person's name and key; found something else`);
  return file.data;
}

async function createPerson(configFolder: string, path: string, o: IdentityOptions): Promise<PersonFile> {
  await makeFolders(configFolder, { mode: 0o700 });
  if (process.platform !== "win32") chmodSync(configFolder, 0o700);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  // A passphrase is asked for only once one was set; given outright, it is set from the start. An empty one is none.
  const passphrase = typeof o.passphrase === "string" && o.passphrase !== "" ? o.passphrase : undefined;
  const file: PersonFile = {
    v: 1,
    name: o.name,
    publicKey: rawPublicKey(publicKey),
    privateKey: await lock(pemOf(privateKey), passphrase),
  };
  await writePerson(path, file);
  return file;
}

async function writePerson(path: string, file: PersonFile): Promise<void> {
  await replaceFile(path, Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`), { mode: 0o600 });
}

interface Unlocker {
  (pair: KeyPair): Promise<KeyObject>;
  /** The passphrase that opened something; undefined when none was needed. */
  passphrase(): string | undefined;
}

/** Asks once for all keys of a person. */
function unlockerOf(path: string, given: Passphrase | undefined): Unlocker {
  let known: string | undefined;
  const opened = new Map<string, KeyObject>();
  const unlock = async ({ publicKey, privateKey }: KeyPair): Promise<KeyObject> => {
    const before = opened.get(publicKey.base64);
    if (before !== undefined) return before;
    const key = createPrivateKey("pem" in privateKey ? privateKey.pem : await decrypted(privateKey.age));
    opened.set(publicKey.base64, key);
    return key;
  };
  const decrypted = async (age: string): Promise<string> => {
    const passphrase = known ?? (typeof given === "function" ? await given() : given);
    if (passphrase === undefined || passphrase === "") {
      throw new CaseError("PASSPHRASE_WRONG", `${path}: expected the passphrase of this key; found none`);
    }
    const pem = Buffer.from(await decryptWithPassphrase(age, passphrase)).toString();
    known = passphrase;
    return pem;
  };
  return Object.assign(unlock, { passphrase: () => known });
}

function signerOf(pair: KeyPair, unlock: Unlocker): Signer {
  return { publicKey: pair.publicKey, sign: async (bytes) => sign(null, bytes, await unlock(pair)) };
}

async function lock(pem: string, passphrase: string | undefined): Promise<KeyPair["privateKey"]> {
  return passphrase === undefined ? { pem } : { age: await encryptWithPassphrase(Buffer.from(pem), passphrase) };
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }) as string;
}

/** The 32 raw bytes are the last of the key's SubjectPublicKeyInfo (RFC 8410). */
function rawPublicKey(key: KeyObject): PublicKey {
  const info = key.export({ type: "spki", format: "der" });
  return { algorithm: "Ed25519", base64: info.subarray(info.length - 32).toString("base64") };
}
