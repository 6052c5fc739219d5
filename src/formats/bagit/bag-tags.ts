/** `bagit.txt` and `bag-info.txt` of a pack (RFC 8493, 2.1.1 and 2.2.2), in one spelling only. */
import { CaseId } from "../../core/entry/entry.ts";
import { Digest } from "../../core/hash/digest.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";

export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

export interface BagInfo {
  /** Name and version of the program that wrote it. */
  readonly program: string;
  /** YYYY-MM-DD, UTC. */
  readonly baggingDate: string;
  readonly caseId: CaseId;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
  readonly seq: number;
  readonly head: Digest;
}

export function writeBagInfo(info: BagInfo): string {
  return [
    `Bag-Software-Agent: ${info.program}`,
    `Bagging-Date: ${info.baggingDate}`,
    `External-Identifier: ${info.caseId}`,
    `Payload-Oxum: ${info.payloadBytes}.${info.payloadFiles}`,
    `Witnessmark-Seq: ${info.seq}`,
    `Witnessmark-Head: ${info.head}`,
    `Witnessmark-Short-Code: ${shortCode(info.head)}`,
    "",
  ].join("\n");
}

/** Undefined for every text that `writeBagInfo` would not write. */
export function readBagInfo(text: string): BagInfo | undefined {
  const match =
    /^Bag-Software-Agent: ([^\r\n]+)\nBagging-Date: (\d{4}-\d{2}-\d{2})\nExternal-Identifier: (.*)\nPayload-Oxum: (\d{1,16})\.(\d{1,16})\nWitnessmark-Seq: (\d{1,16})\nWitnessmark-Head: (.*)\n/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, program, baggingDate, id, bytes, files, seq, digest] = match as unknown as [string, ...string[]] as string[];
  const [caseId, head] = [CaseId.safeParse(id), Digest.safeParse(digest)];
  if (!caseId.success || !head.success) return undefined;
  const info: BagInfo = {
    program: program as string,
    baggingDate: baggingDate as string,
    caseId: caseId.data,
    payloadBytes: Number(bytes),
    payloadFiles: Number(files),
    seq: Number(seq),
    head: head.data,
  };
  return writeBagInfo(info) === text ? info : undefined;
}
