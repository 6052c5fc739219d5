/**
 * `seal.txt`: a signed note over the pack. Text: `witnessmark.pack/<case id>` LF SHA-256 of tagmanifest-sha256.txt LF seq
 * LF head LF time LF. Through the tag manifest it covers every other byte; so it is the one file that no manifest lists.
 */
import { CaseId } from "../../core/entry/entry.ts";
import { Digest, type Sha256 } from "../../core/hash/digest.ts";
import type { Signer } from "../../core/key/key.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";
import { readNote, type SignedNote, signNote } from "../checkpoint/signed-note.ts";

export interface PackSeal {
  readonly caseId: CaseId;
  readonly tagManifest: Digest;
  readonly seq: number;
  readonly head: Digest;
  readonly at: UtcInstant;
}

const origin = "witnessmark.pack/";

export function signPackSeal(sha256: Sha256, signer: Signer, person: string, seal: PackSeal): Promise<string> {
  const { caseId, tagManifest, seq, head, at } = seal;
  const text = `${origin}${caseId}\n${tagManifest}\n${seq}\n${head}\n${at}\n`;
  return signNote(sha256, signer, `${origin}${caseId}/${person}`, text);
}

/** Undefined when it is not exactly what `signPackSeal` writes. `person` is who the key name speaks of. */
export function readPackSeal(note: string): { readonly seal: PackSeal; readonly person: string; readonly note: SignedNote } | undefined {
  const read = readNote(note);
  const match = /^witnessmark\.pack\/([0-9a-f]{32})\n(sha256:[0-9a-f]{64})\n([1-9][0-9]{0,15})\n(sha256:[0-9a-f]{64})\n([^\n]+)\n$/.exec(
    read?.text ?? "",
  );
  if (read === undefined || match === null) return undefined;
  const [, id, tag, seq, digest, time] = match as unknown as string[];
  const caseId = CaseId.safeParse(id);
  const tagManifest = Digest.safeParse(tag);
  const head = Digest.safeParse(digest);
  const at = UtcInstant.safeParse(time);
  if (!caseId.success || !tagManifest.success || !head.success || !at.success) return undefined;
  const prefix = `${origin}${caseId.data}/`;
  if (!read.signer.startsWith(prefix)) return undefined;
  const seal = { caseId: caseId.data, tagManifest: tagManifest.data, seq: Number(seq), head: head.data, at: at.data };
  return { seal, person: read.signer.slice(prefix.length), note: read };
}
