/**
 * The local person's Ed25519 key (RFC 8032), in the person's own configuration folder and nowhere else: never in a
 * case, never in a pack. With a passphrase the private half is encrypted by age (scrypt).
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { chmodSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import { PublicKey, type Signer } from "../core/key/key.ts";
import { decryptWithPassphrase, encryptWithPassphrase } from "./private-store.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

export interface Identity {
  readonly name: string;
  readonly signer: Signer;
}

const PersonFile = z.strictObject({
  v: z.literal(1),
  name: z.string(),
  publicKey: PublicKey,
  /** PKCS #8 (RFC 5958): PEM, or the same encrypted to the passphrase. */
  privateKey: z.union([z.strictObject({ pem: z.string() }), z.strictObject({ age: z.string() })]),
});
type PersonFile = z.infer<typeof PersonFile>;

/**
 * The identity kept in `configFolder`, made there on first use under `name`. Throws CaseError PASSPHRASE_WRONG when the key
 * is encrypted and the passphrase is missing or wrong, NOT_ALLOWED when other users of the machine may read the key.
 */
export async function loadOrCreateIdentity(configFolder: string, o: { name: string; passphrase?: string }): Promise<Identity> {
  const path = join(configFolder, "person.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return createIdentity(configFolder, path, o);
  }
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new CaseError("NOT_ALLOWED", `${path}: expected a key that only its owner may read (mode 600); found one that others may read`);
  }
  const file = readPersonFile(path, text);
  return identityOf(file, createPrivateKey(await pemOf(path, file, o.passphrase)));
}

async function createIdentity(configFolder: string, path: string, o: { name: string; passphrase?: string }): Promise<Identity> {
  await makeFolders(configFolder, { mode: 0o700 });
  if (process.platform !== "win32") chmodSync(configFolder, 0o700);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  const file: PersonFile = {
    v: 1,
    name: o.name,
    publicKey: rawPublicKey(publicKey),
    privateKey: o.passphrase === undefined ? { pem } : { age: await encryptWithPassphrase(Buffer.from(pem), o.passphrase) },
  };
  await replaceFile(path, Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`), { mode: 0o600 });
  return identityOf(file, privateKey);
}

async function pemOf(path: string, { privateKey }: PersonFile, passphrase: string | undefined): Promise<string> {
  if ("pem" in privateKey) return privateKey.pem;
  if (passphrase === undefined) throw new CaseError("PASSPHRASE_WRONG", `${path}: expected the passphrase of this key; found none`);
  return Buffer.from(await decryptWithPassphrase(privateKey.age, passphrase)).toString();
}

function readPersonFile(path: string, text: string): PersonFile {
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

function identityOf(file: PersonFile, key: KeyObject): Identity {
  return {
    name: file.name,
    signer: { publicKey: file.publicKey, sign: (bytes) => Promise.resolve(sign(null, bytes, key)) },
  };
}

/** The 32 raw bytes are the last of the key's SubjectPublicKeyInfo (RFC 8410). */
function rawPublicKey(key: KeyObject): PublicKey {
  const info = key.export({ type: "spki", format: "der" });
  return { algorithm: "Ed25519", base64: info.subarray(info.length - 32).toString("base64") };
}
