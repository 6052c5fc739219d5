/**
 * Writes a finding, or the next version of one, whole. A draft may be incomplete; what it misses is said when it is signed. A version that
 * is written from one that is no longer the newest is not taken: who asks is told, and nothing of somebody else's is written over.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { FindingDocument, type FindingId } from "../core/finding/finding.ts";
import type { Digest } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandFinding, demandQuestion, type FindingPorts } from "./finding-ports.ts";
import { once } from "./once.ts";
import { createSealing } from "./sealing.ts";

export interface WantedFinding {
  /** Absent for a new one. */
  readonly finding?: FindingId | undefined;
  /** Demanded of a next version: the one that it is written from. */
  readonly base?: number | undefined;
  readonly document: FindingDocument;
  /** Demanded of a next version. */
  readonly reason: string;
}

export type FindingWritten =
  | { state: "written"; id: FindingId; version: number; document: Digest; seq: number }
  /** Somebody wrote a version meanwhile: this is the newest. */
  | { state: "stale"; id: FindingId; version: number };

/** Throws CaseError INPUT_INVALID naming the field. */
export async function writeFinding(ports: FindingPorts, viewer: Viewer, wanted: WantedFinding): Promise<FindingWritten> {
  demand(viewer, "append");
  const { finding, base = 0, reason } = wanted;
  const thing = finding === undefined ? "new finding" : `finding ${finding}`;
  if (finding !== undefined) demandReason(thing, reason);
  const document: FindingDocument = { ...checked(thing, wanted.document), salt: ports.writer.seal(null).opened.salt };
  const { question } = document;
  await demandQuestion(ports, question);
  const { vault } = ports;
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(document as unknown as Json)}\n`)));
  await vault.commit([staged]);
  const { opens, seal } = createSealing(ports.writer);
  const why = finding === undefined ? null : seal(reason.trim());
  let id: FindingId = finding ?? "f1";
  let newest: number | undefined;
  const [line] = await ports.writer.append(async (numbers) => {
    await demandQuestion(ports, question);
    if (finding === undefined) id = numbers.next("f");
    else {
      const held = await demandFinding(ports, finding);
      if (held.question !== question)
        throw new CaseError("INPUT_INVALID", `${thing}: expected an answer to ${held.question}, as it is; found one to ${question}`);
      const last = held.versions.at(-1)?.version ?? 0;
      if (base !== last) {
        newest = last;
        return [];
      }
    }
    const data = { finding: id, version: base + 1, question, document: staged.digest, reason: why };
    return [{ kind: "finding.written", data, opens }];
  });
  if (newest !== undefined) return { state: "stale", id, version: newest };
  return { state: "written", id, version: base + 1, document: staged.digest, seq: line?.head.seq ?? 0 };
}

function checked(thing: string, given: FindingDocument): FindingDocument {
  const read = FindingDocument.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CaseError("INPUT_INVALID", `${thing}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another shape"}`);
  }
  const { hypotheses } = read.data;
  if (new Set(hypotheses.map(({ hypothesis }) => hypothesis)).size !== hypotheses.length)
    throw new CaseError("INPUT_INVALID", `${thing}: hypotheses: expected each once; found one twice`);
  return read.data;
}
