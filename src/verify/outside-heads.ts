/** Compares this history with what a person knows from elsewhere: a head they were told, a checkpoint they kept. */
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, Digest as DigestSchema } from "../core/hash/digest.ts";
import { shortCode } from "../core/ledger/ledger-line.ts";
import { personOfKeyName, readCheckpoint } from "../formats/checkpoint/checkpoint-note.ts";
import type { Findings } from "./findings.ts";
import type { OutsideReport } from "./report.ts";
import type { History } from "./walk-history.ts";

/** Throws CaseError INPUT_INVALID for what is neither a head nor a short code. */
export function demandReadableHead(expect: string): string {
  const given = expect.trim().toLowerCase();
  if (DigestSchema.safeParse(given).success || /^[0-9a-f]{5}-[0-9a-f]{5}-[0-9a-f]{5}$/.test(given)) return given;
  throw new CaseError(
    "INPUT_INVALID",
    "the expected head: expected sha256: and 64 hex digits, or its short code (1a2b3-c4d5e-f6071); found something else",
  );
}

export function compareHead(expect: string, history: History, findings: Findings): OutsideReport {
  const given = demandReadableHead(expect);
  const matches = (head: Digest) => head === given || shortCode(head) === given;
  const found = [...history.heads].find(([, head]) => matches(head))?.[0];
  const base = { given, kind: "head" as const };
  if (found === undefined) {
    const text = `The head that was told, ${given}, is none of the ${history.lines} heads of this history: its end was cut off, or it is a fork, or it was written anew.`;
    findings.against("expected-head-absent", text);
    return { ...base, outcome: "not-in-this-history", line: null, text };
  }
  if (found === history.last?.seq) {
    const text = `The head that was told is that of the last line, ${found}: nothing is missing from the end, and no other history has it.`;
    return { ...base, outcome: "is-the-last-line", line: found, text };
  }
  const text = `The head that was told is that of line ${found}; ${history.lines - found} lines follow, whose end nobody told.`;
  findings.notice("expected-head-earlier", text, { line: found });
  return { ...base, outcome: "is-an-earlier-line", line: found, text };
}

/** A checkpoint names its line, so that a cut end, a fork and a history written anew can be told apart. Throws CaseError INPUT_INVALID. */
export async function compareCheckpoint(note: string, history: History, findings: Findings): Promise<OutsideReport> {
  const read = readCheckpoint(note);
  if (read === undefined)
    throw new CaseError("INPUT_INVALID", "the checkpoint from elsewhere: expected a signed note over a head; found other text");
  const { caseId, seq, head } = read.checkpoint;
  const base = { given: `line ${seq}, ${head}`, kind: "checkpoint" as const };
  if (caseId !== history.opened?.caseId) {
    const text = "The checkpoint from elsewhere is of another case than this one.";
    findings.against("rewritten", text);
    return { ...base, outcome: "of-another-case", line: null, text };
  }
  if (seq > (history.last?.seq ?? 0)) {
    const text = `The checkpoint from elsewhere covers line ${seq}; this history ends at line ${history.last?.seq ?? 0}. Its end was cut off.`;
    findings.against("tail-cut", text, { line: seq });
    return { ...base, outcome: "beyond-the-end", line: null, text };
  }
  if (history.heads.get(seq) === head) {
    const last = seq === history.last?.seq;
    const text = `The checkpoint from elsewhere has the head of line ${seq}${last ? ", the last one" : ""}: up to there this is the same history.`;
    return { ...base, outcome: last ? "is-the-last-line" : "is-an-earlier-line", line: seq, text };
  }
  const judged = await history.keyring.judgeNote(read, personOfKeyName(caseId, read.signer) ?? "", seq + 1);
  const text = otherHistory("The checkpoint from elsewhere", seq, judged.held !== undefined);
  findings.against(judged.held === undefined ? "rewritten" : "fork", text, { line: seq });
  return { ...base, outcome: "not-in-this-history", line: seq, text };
}

/** Same key, other history: a fork. Other key: somebody wrote it anew and signed it again. */
export function otherHistory(what: string, seq: number, sameKey: boolean): string {
  return sameKey
    ? `${what} has another head at line ${seq} than this history, signed by the same key: there are two histories of this case (a fork).`
    : `${what} has another head at line ${seq} than this history, and no key of this history signed it: one of the two was written anew and signed again.`;
}
