/**
 * Checkpoints: signed notes over our own text, `witnessmark.case/<case id>` LF seq LF head LF time LF, signed under the key
 * name `witnessmark.case/<case id>/<person>`.
 */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseId } from "../../core/entry/entry.ts";
import { Digest, digestOf, type Sha256 } from "../../core/hash/digest.ts";
import type { Signer } from "../../core/key/key.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";
import { readNote, signNote } from "./signed-note.ts";

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
  return signNote(sha256, signer, keyName(checkpoint.caseId, person), writeCheckpointText(checkpoint));
}

/** The text of a note as written by `signCheckpoint`; undefined when it is not one. */
export function readCheckpoint(
  note: string,
): { checkpoint: CheckpointText; text: string; signer: string; signature: Uint8Array } | undefined {
  const read = readNote(note);
  const match = /^witnessmark\.case\/([0-9a-f]{32})\n([1-9][0-9]{0,15})\n(sha256:[0-9a-f]{64})\n([^\n]+)\n$/.exec(read?.text ?? "");
  if (read === undefined || match === null) return undefined;
  const [, caseId, seq, head, at] = match as unknown as string[];
  const parsed = { caseId: CaseId.safeParse(caseId), head: Digest.safeParse(head), at: UtcInstant.safeParse(at) };
  if (!parsed.caseId.success || !parsed.head.success || !parsed.at.success) return undefined;
  return { checkpoint: { caseId: parsed.caseId.data, seq: Number(seq), head: parsed.head.data, at: parsed.at.data }, ...read };
}

/** What a time-stamp authority stamps, and what `timestamp.recorded` names: SHA-256 of the whole note. */
export function checkpointDigest(sha256: Sha256, note: string): Digest {
  return digestOf(sha256(encodeUtf8(note)));
}

/** The person that a key name of this case speaks of; undefined for another case's. */
export function personOfKeyName(caseId: CaseId, name: string): string | undefined {
  const prefix = keyName(caseId, "");
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

function keyName(caseId: CaseId, person: string): string {
  return `${origin}${caseId}/${person}`;
}
