/** Checkpoints in lines and in files: whether each is signed by a key in force then, and agrees with the line that it covers. */
import { digestOf, digitsOf, type Digest } from "../core/hash/digest.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { personOfKeyName, readCheckpoint } from "../formats/checkpoint/checkpoint-note.ts";
import type { Findings } from "./findings.ts";
import { otherHistory } from "./outside-heads.ts";
import type { CheckpointReport } from "./report.ts";
import type { VerifyPlatform } from "./verify-options.ts";
import type { History } from "./walk-history.ts";

export interface NoteFile {
  readonly path: string;
  readonly text: string;
}

export async function checkCheckpoints(
  history: History,
  files: readonly NoteFile[],
  platform: VerifyPlatform,
  findings: Findings,
): Promise<CheckpointReport[]> {
  const byNote = new Map<string, { line?: (typeof history.checkpoints)[number]; file?: NoteFile }>();
  for (const line of history.checkpoints) byNote.set(line.note, { line });
  for (const file of files) byNote.set(file.text, { ...byNote.get(file.text), file });
  const reports: CheckpointReport[] = [];
  for (const [note, { line, file }] of byNote) {
    const report = await checkOne(note, line, file, history, platform, findings);
    if (report !== undefined) reports.push(report);
    if (line !== undefined && file === undefined) {
      findings.notice(
        "checkpoint-note-missing",
        `The note of the checkpoint in line ${line.line} is not in checkpoints/; the line itself carries it.`,
        {
          line: line.line,
        },
      );
    }
  }
  return reports.sort((a, b) => a.seq - b.seq);
}

async function checkOne(
  note: string,
  line: History["checkpoints"][number] | undefined,
  file: NoteFile | undefined,
  history: History,
  { sha256 }: VerifyPlatform,
  findings: Findings,
): Promise<CheckpointReport | undefined> {
  const what = line === undefined ? `The checkpoint ${file?.path}` : `The checkpoint in line ${line.line}`;
  const where = { ...(line === undefined ? {} : { line: line.line }), ...(file === undefined ? {} : { path: file.path }) };
  const read = readCheckpoint(note);
  if (read === undefined) {
    findings.against("checkpoint-unreadable", `${what} is not a signed note over a head in its one spelling.`, where);
    return undefined;
  }
  const { caseId, seq, head, at } = read.checkpoint;
  const person = personOfKeyName(caseId, read.signer) ?? read.signer;
  const from = line === undefined ? "file" : file === undefined ? "line" : "line-and-file";
  const answer = (holds: boolean, why: string): CheckpointReport => ({ seq, head, at, person, from, holds, why });
  const wrong = (why: string): CheckpointReport => {
    findings.against("checkpoint-wrong", `${what}: ${why}.`, where);
    return answer(false, why);
  };

  if (file !== undefined && !file.path.endsWith(`/${seq}-${digitsOf(noteDigest(sha256, note))}.note`))
    return wrong("its file has another name than its bytes give it");
  if (caseId !== history.opened?.caseId) return wrong("it is of another case");
  if (line !== undefined && (line.seq !== seq || line.head !== head || line.by !== person))
    return wrong("the line says something else than the note in it");
  if (line !== undefined && seq >= line.line) return wrong(`it covers line ${seq}, which was not there yet`);
  const judged = await history.keyring.judgeNote(read, person, line?.line ?? seq + 1);
  if (seq > (history.last?.seq ?? 0)) {
    if (judged.held === undefined) return wrong(judged.why);
    const why = `it covers line ${seq}; this history ends at line ${history.last?.seq ?? 0}`;
    findings.against("tail-cut", `${what}: ${why}. The end was cut off.`, where);
    return answer(false, why);
  }
  if (history.heads.get(seq) !== head) {
    findings.against(judged.held === undefined ? "rewritten" : "fork", otherHistory(what, seq, judged.held !== undefined), where);
    return answer(false, `line ${seq} has another head`);
  }
  if (judged.why !== undefined) {
    if (judged.held?.revokedAtLine != null) findings.against("signed-after-revocation", `${what} is signed ${judged.why}.`, where);
    else if (judged.held?.replacedAtLine != null) findings.against("signed-after-replacement", `${what} is signed ${judged.why}.`, where);
    else if (judged.held === undefined && history.bare.size > 0) {
      findings.notice("signature-by-unknown-key", `${what} is ${judged.why} in what is open here; its signature was not checked.`, where);
    } else return wrong(judged.why);
    return answer(false, judged.why);
  }
  if (line === undefined) findings.notice("checkpoint-not-recorded", `${what} holds; no line records it.`, where);
  return answer(true, `line ${seq} has this head`);
}

function noteDigest(sha256: VerifyPlatform["sha256"], note: string): Digest {
  return digestOf(sha256(encodeUtf8(note)));
}
