/** Makes a hypothesis, or describes one anew: other words, or another standing with its reason. Rejected ones stay in the list. */
import { CaseError } from "../core/case/case-error.ts";
import { faultOfHypothesis } from "../core/hypothesis/check-hypothesis.ts";
import type { HypothesisId, HypothesisStanding, HypothesisStart, Question } from "../core/hypothesis/hypothesis.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type EventPorts, refuseFault } from "./event-ports.ts";

export interface HypothesisWanted {
  /** Without it a new one is made. */
  readonly hypothesis?: HypothesisId | undefined;
  readonly question: Question;
  readonly start: HypothesisStart;
  readonly statement: string;
  readonly standing: HypothesisStanding;
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function describeHypothesis(
  ports: EventPorts,
  viewer: Viewer,
  { hypothesis, question, start, statement, standing, reason }: HypothesisWanted,
): Promise<{ id: HypothesisId; seq: number }> {
  demand(viewer, "append");
  const thing = hypothesis === undefined ? "new hypothesis" : `hypothesis ${hypothesis}`;
  refuseFault(thing, faultOfHypothesis({ statement, standing, reason, isNew: hypothesis === undefined }));
  const words = ports.writer.seal(statement);
  const why = reason.trim() === "" ? undefined : ports.writer.seal(reason);
  let id: HypothesisId = hypothesis ?? "h1";
  const [line] = await ports.writer.append(async (numbers) => {
    if (hypothesis === undefined) id = numbers.next("h");
    else if (!(await ports.known.hypothesis(hypothesis)))
      throw new CaseError("INPUT_INVALID", `hypothesis ${hypothesis}: expected one of this case; found none of that number`);
    return [
      {
        kind: "hypothesis.described",
        data: { hypothesis: id, question, start, statement: words.sealed, standing, reason: why?.sealed ?? null },
        opens: [words.opened, ...(why === undefined ? [] : [why.opened])],
      },
    ];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
