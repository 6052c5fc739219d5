/**
 * Checkpoints: C2SP signed notes (c2sp.org/signed-note) over our own text. The text is
 * `witnessmark.case/<case id>` LF seq LF head LF time LF; one signature line follows after an empty line.
 * The Ed25519 note signature type is 0x01; key id = first 4 bytes of SHA-256(name LF 0x01 key).
 */
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseId } from "../../core/entry/entry.ts";
import { Digest, digestOf, type Sha256 } from "../../core/hash/digest.ts";
import type { PublicKey, Signer, VerifyEd25519 } from "../../core/key/key.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";

export interface CheckpointText {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly head: Digest;
  readonly at: UtcInstant;
}

const origin = "witnessmark.case/";

export function writeCheckpointText({ caseId, seq, head, at }: CheckpointText): string {
  return `${origin}${caseId}\n${seq}\n${head}\n${at}\n`;
}

/** Signs as key name `<origin><case id>/<person>`; returns the whole note. */
export async function signCheckpoint(sha256: Sha256, signer: Signer, person: string, checkpoint: CheckpointText): Promise<string> {
  const text = writeCheckpointText(checkpoint);
  const name = keyName(checkpoint.caseId, person);
  const signature = await signer.sign(encodeUtf8(text));
  return `${text}\n\u2014 ${name} ${toBase64(joined(keyHash(sha256, name, signer.publicKey), signature))}\n`;
}

/** The text of a note as written by `signCheckpoint`; undefined when it is not one. */
export function readCheckpoint(
  note: string,
): { checkpoint: CheckpointText; text: string; signer: string; signature: Uint8Array } | undefined {
  const match =
    /^(witnessmark\.case\/([0-9a-f]{32})\n([1-9][0-9]{0,15})\n(sha256:[0-9a-f]{64})\n([^\n]+)\n)\n\u2014 ([^ \n+]+) ([A-Za-z0-9+/=]+)\n$/.exec(
      note,
    );
  if (match === null) return undefined;
  const [, text, caseId, seq, head, at, signer, encoded] = match as unknown as string[];
  const parsed = { caseId: CaseId.safeParse(caseId), head: Digest.safeParse(head), at: UtcInstant.safeParse(at) };
  if (!parsed.caseId.success || !parsed.head.success || !parsed.at.success) return undefined;
  let signature: Uint8Array;
  try {
    signature = fromBase64(encoded as string);
  } catch {
    return undefined;
  }
  if (signature.length !== 68) return undefined;
  return {
    checkpoint: { caseId: parsed.caseId.data, seq: Number(seq), head: parsed.head.data, at: parsed.at.data },
    text: text as string,
    signer: signer as string,
    signature,
  };
}

/** Whether `note` is a checkpoint signed by `key` under `person`'s name. */
export async function checkpointSignatureHolds(
  sha256: Sha256,
  verify: VerifyEd25519,
  key: PublicKey,
  person: string,
  note: string,
): Promise<boolean> {
  const read = readCheckpoint(note);
  if (read === undefined || read.signer !== keyName(read.checkpoint.caseId, person)) return false;
  const expected = keyHash(sha256, read.signer, key);
  if (expected.some((byte, i) => byte !== read.signature[i])) return false;
  return verify(fromBase64(key.base64), encodeUtf8(read.text), read.signature.slice(4));
}

/** What a time-stamp authority stamps, and what `timestamp.recorded` names: SHA-256 of the whole note. */
export function checkpointDigest(sha256: Sha256, note: string): Digest {
  return digestOf(sha256(encodeUtf8(note)));
}

function keyName(caseId: CaseId, person: string): string {
  return `${origin}${caseId}/${person}`;
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
