/**
 * Whose keys sign in this case, learned from its own lines in order. A key that was revoked or replaced binds nobody from
 * then on; what it signed before stays signed.
 */
import { type CaseId, type EntryBody, type EntryBodyOf, signedKinds } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PublicKey } from "../core/key/key.ts";
import { noteSignatureHolds, type SignedNote } from "../formats/checkpoint/signed-note.ts";
import { bodySignatureHolds, keyIdOf } from "../formats/ledger/sign-body.ts";
import type { Findings } from "./findings.ts";
import type { KeyReport } from "./report.ts";
import type { VerifyPlatform } from "./verify-options.ts";

export interface HeldKey {
  readonly id: Digest;
  readonly person: string;
  readonly key: PublicKey;
  readonly fromLine: number;
  replacedAtLine: number | null;
  revokedAtLine: number | null;
  signatures: number;
}

/** `held` is the key whose signature it is, also when that key binds nobody any more; then `why` says so. */
export type NoteJudged = { readonly held: HeldKey; readonly why?: string } | { readonly held: undefined; readonly why: string };

export interface Keyring {
  /** Checks an entry's signature and takes in what it says of keys. `bareBefore`: lines before it whose body is not here. */
  takeEntry(caseId: CaseId, line: number, body: EntryBody, bareBefore: boolean): Promise<void>;
  /** Whether a note was signed by a key of `person` that was in force at `line`. */
  judgeNote(note: SignedNote, person: string, line: number): Promise<NoteJudged>;
  find(id: Digest): HeldKey | undefined;
  readonly checked: number;
  readonly hold: number;
  reports(told: ReadonlySet<string>): KeyReport[];
}

export function createKeyring({ sha256, verifyEd25519 }: VerifyPlatform, findings: Findings): Keyring {
  const keys = new Map<Digest, HeldKey>();
  const strangers = new Map<Digest, string>();
  let checked = 0;
  let hold = 0;

  const inForce = (person: string) =>
    [...keys.values()].find((held) => held.person === person && held.replacedAtLine === null && held.revokedAtLine === null);
  const bring = (line: number, person: string, key: PublicKey) => {
    const id = keyIdOf(sha256, key);
    keys.set(id, { id, person, key, fromLine: line, replacedAtLine: null, revokedAtLine: null, signatures: 0 });
  };

  async function signatureHolds(caseId: CaseId, line: number, body: EntryBody, key: PublicKey): Promise<boolean> {
    checked++;
    const holds = await bodySignatureHolds(sha256, verifyEd25519, key, caseId, body);
    if (holds) hold++;
    else
      findings.against("signature-wrong", `Line ${line} (${body.kind}): the signature is not over this entry by the key that it names.`, {
        line,
      });
    return holds;
  }

  async function enrol(caseId: CaseId, line: number, body: EntryBodyOf<"key.enrolled">): Promise<void> {
    const { person, key } = body.data;
    if (!(await signatureHolds(caseId, line, body, key))) return;
    if (body.by !== person || inForce(person) !== undefined || keys.has(keyIdOf(sha256, key))) {
      const text = `Line ${line} enrols a key for ${person}, who enrols nobody else and has no second key at once; found it written by ${body.by}, or a key in force already.`;
      findings.against("key-changed-wrongly", text, { line });
      return;
    }
    bring(line, person, key);
    (keys.get(keyIdOf(sha256, key)) as HeldKey).signatures++;
  }

  function change(line: number, body: EntryBodyOf<"key.replaced"> | EntryBodyOf<"key.revoked">): void {
    const id = body.kind === "key.replaced" ? body.data.oldKey : body.data.key;
    const held = keys.get(id);
    if (held === undefined || held.person !== body.data.person || held.replacedAtLine !== null || held.revokedAtLine !== null) {
      findings.against("key-changed-wrongly", `Line ${line} (${body.kind}) ends a key that ${body.data.person} did not have in force.`, {
        line,
      });
      return;
    }
    if (body.kind === "key.revoked") held.revokedAtLine = line;
    else {
      // Who holds the old key hands over to the new one; nobody else can, or a colleague could take a person's name.
      if (body.signature?.key !== id) {
        findings.against("key-changed-wrongly", `Line ${line} replaces a key of ${held.person}; expected it signed by the key that goes.`, {
          line,
        });
        return;
      }
      held.replacedAtLine = line;
      bring(line, held.person, body.data.key);
    }
  }

  /** Keys and signatures are text that somebody wrote: what is no base64 throws RangeError and is no signature. */
  async function takeEntry(caseId: CaseId, line: number, body: EntryBody, bareBefore: boolean): Promise<void> {
    try {
      await takeReadable(caseId, line, body, bareBefore);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      findings.against("signature-wrong", `Line ${line} (${body.kind}): its key or signature is not base64 in its one spelling.`, { line });
    }
  }

  async function takeReadable(caseId: CaseId, line: number, body: EntryBody, bareBefore: boolean): Promise<void> {
    if (body.signature === undefined) {
      if (signedKinds.has(body.kind))
        findings.against(
          "signature-missing",
          `Line ${line} (${body.kind}): expected a signature, since this kind binds a person; found none.`,
          { line },
        );
      return;
    }
    if (body.kind === "key.enrolled") return enrol(caseId, line, body);
    const held = keys.get(body.signature.key);
    if (held === undefined) {
      strangers.set(body.signature.key, body.by);
      const text = `Line ${line} (${body.kind}) is signed by ${body.signature.key}, which no line enrols`;
      if (bareBefore) findings.notice("signature-by-unknown-key", `${text} in what is open here; the signature was not checked.`, { line });
      else findings.against("signature-by-unknown-key", `${text}.`, { line });
      return;
    }
    if (held.person !== body.by) {
      findings.against(
        "signature-by-other-person",
        `Line ${line} says that ${body.by} wrote it; the key that signed is ${held.person}'s.`,
        { line },
      );
    }
    if (!(await signatureHolds(caseId, line, body, held.key))) return;
    held.signatures++;
    if (held.revokedAtLine !== null) {
      findings.against(
        "signed-after-revocation",
        `Line ${line} (${body.kind}) is signed by a key that line ${held.revokedAtLine} had revoked.`,
        { line },
      );
      return;
    }
    if (held.replacedAtLine !== null) {
      findings.against(
        "signed-after-replacement",
        `Line ${line} (${body.kind}) is signed by a key that line ${held.replacedAtLine} had replaced.`,
        { line },
      );
      return;
    }
    if (body.kind === "key.replaced" || body.kind === "key.revoked") change(line, body);
  }

  async function judgeNote(note: SignedNote, person: string, line: number): Promise<NoteJudged> {
    checked++;
    for (const held of keys.values()) {
      if (held.person !== person || !(await noteSignatureHolds(sha256, verifyEd25519, held.key, note))) continue;
      hold++;
      held.signatures++;
      if (held.revokedAtLine !== null && held.revokedAtLine <= line)
        return { held, why: `by a key that line ${held.revokedAtLine} had revoked` };
      if (held.replacedAtLine !== null && held.replacedAtLine <= line)
        return { held, why: `by a key that line ${held.replacedAtLine} had replaced` };
      if (held.fromLine > line) return { held, why: `by a key that only line ${held.fromLine} brings` };
      return { held };
    }
    return { held: undefined, why: `not signed by any key of ${person} in this history` };
  }

  return {
    takeEntry,
    judgeNote,
    find: (id) => keys.get(id),
    get checked() {
      return checked;
    },
    get hold() {
      return hold;
    },
    reports: (told) => [
      ...[...keys.values()].map(({ id, person, fromLine, replacedAtLine, revokedAtLine, signatures }) => ({
        key: id,
        person,
        known: told.has(id) ? ("told-outside" as const) : ("first-use" as const),
        fromLine,
        replacedAtLine,
        revokedAtLine,
        signatures,
      })),
      ...[...strangers].map(([key, person]) => ({
        key,
        person,
        known: told.has(key) ? ("told-outside" as const) : ("unknown" as const),
        fromLine: null,
        replacedAtLine: null,
        revokedAtLine: null,
        signatures: 0,
      })),
    ],
  };
}
