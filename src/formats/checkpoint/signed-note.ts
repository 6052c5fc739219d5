/**
 * C2SP signed notes (c2sp.org/signed-note) with one Ed25519 signature: the text, an empty line, and
 * `— <key name> <base64 of key id and signature>`. Key id = first 4 bytes of SHA-256(name LF 0x01 key).
 */
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import type { Sha256 } from "../../core/hash/digest.ts";
import type { PublicKey, Signer, VerifyEd25519 } from "../../core/key/key.ts";

export interface SignedNote {
  /** Ends with LF. */
  readonly text: string;
  /** Name of the key, without spaces and plus signs. */
  readonly signer: string;
  /** Key id and signature, 68 bytes. */
  readonly signature: Uint8Array;
}

export async function signNote(sha256: Sha256, signer: Signer, name: string, text: string): Promise<string> {
  const signature = await signer.sign(encodeUtf8(text));
  return `${text}\n\u2014 ${name} ${toBase64(joined(keyHash(sha256, name, signer.publicKey), signature))}\n`;
}

/** Strict: one spelling per note, so that no byte of it can be changed unseen. Undefined for anything else. */
export function readNote(note: string): SignedNote | undefined {
  const match = /^((?:[^\n]+\n)+)\n\u2014 ([^ \n+]+) ([A-Za-z0-9+/=]+)\n$/.exec(note);
  if (match === null) return undefined;
  const [, text, signer, encoded] = match as unknown as [string, string, string, string];
  try {
    const signature = fromBase64(encoded);
    return signature.length === 68 ? { text, signer, signature } : undefined;
  } catch {
    return undefined;
  }
}

export async function noteSignatureHolds(sha256: Sha256, verify: VerifyEd25519, key: PublicKey, note: SignedNote): Promise<boolean> {
  const expected = keyHash(sha256, note.signer, key);
  if (expected.some((byte, i) => byte !== note.signature[i])) return false;
  return verify(fromBase64(key.base64), encodeUtf8(note.text), note.signature.slice(4));
}

function keyHash(sha256: Sha256, name: string, key: PublicKey): Uint8Array {
  return sha256(joined(encodeUtf8(`${name}\n`), Uint8Array.of(1), fromBase64(key.base64))).slice(0, 4);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
