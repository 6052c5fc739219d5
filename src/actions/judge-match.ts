/**
 * What a person decides of a match: it is one, it is none, or words on it. Only a rejection takes a copy out of a group; where that
 * moves the bound of earliest known upload, the line lists what rests on it.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { MatchPart, MatchVerdict } from "../core/copies/match-judgement.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CopyPorts, reopensOf } from "./copy-ports.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason } from "./event-ports.ts";

export interface NewMatchJudgement {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly result: Digest | null;
  readonly part: MatchPart;
  readonly verdict: MatchVerdict;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function judgeMatch(ports: CopyPorts, viewer: Viewer, judgement: NewMatchJudgement): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { a, b, result, part, verdict, reason } = judgement;
  const thing = `match of ${a} and ${b}`;
  demandReason(thing, reason);
  if (a === b && part.of !== "text") throw new CaseError("INPUT_INVALID", `${thing}: expected two items; found one twice`);
  await demandItems(ports, [a, b]);
  const words = ports.writer.seal(reason);
  const [line] = await ports.writer.append(async () => {
    if (part.of !== "text" && !(await ports.copies.isPair(a, b)))
      throw new CaseError("INPUT_INVALID", `${thing}: expected two items that a comparison found to share something; found none`);
    const line = Number.MAX_SAFE_INTEGER;
    const reopens = await reopensOf(ports, (material) => ({
      ...material,
      judgements: [...material.judgements, { line, a, b, part, verdict }],
    }));
    return [{ kind: "match.judged", data: { a, b, result, part, verdict, reason: words.sealed, reopens }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
