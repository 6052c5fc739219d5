/**
 * Keeps a person's judgement whether two labels are one person, on clothing and position, with the reason. It joins nothing by itself
 * and can be taken back; nothing proposes one, and nothing compares faces.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { SamePersonBasis, SamePersonId, SamePersonVerdict } from "../core/subject/same-person.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandNoNames, demandSubject, type SubjectPorts } from "./subject-ports.ts";

export interface WantedSamePerson {
  /** Absent for a new one. */
  readonly judgement?: SamePersonId | undefined;
  readonly a: SubjectId;
  readonly b: SubjectId;
  readonly verdict: SamePersonVerdict;
  readonly on: readonly SamePersonBasis[];
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function judgeSamePerson(
  ports: SubjectPorts,
  viewer: Viewer,
  { judgement, a, b, verdict, on, reason }: WantedSamePerson,
): Promise<{ id: SamePersonId; seq: number }> {
  demand(viewer, "append");
  const thing = judgement === undefined ? `new judgement of ${a} and ${b}` : `judgement ${judgement}`;
  demandReason(thing, reason);
  if (a === b) throw new CaseError("INPUT_INVALID", `${thing}: expected two labels; found ${a} twice`);
  if (verdict !== "cannot-tell" && on.length === 0)
    throw new CaseError("INPUT_INVALID", `${thing}: expected what was looked at (clothing, position and the like); found nothing`);
  const { seal, opens } = createSealing(ports.writer);
  const data = { a, b, verdict, on: [...new Set(on)], reason: seal(reason.trim()) };
  let id: SamePersonId = judgement ?? "sj1";
  const [line] = await ports.writer.append(async (numbers) => {
    const { item } = await demandSubject(ports, a);
    await demandSubject(ports, b);
    demandNoNames(thing, item, [reason]);
    const standing = await ports.subjects.judgementOf(a, b);
    if (judgement === undefined) {
      if (standing !== undefined)
        throw new CaseError("INPUT_INVALID", `${thing}: expected no judgement of the two that stands; found ${standing}. Change that one.`);
      id = numbers.next("sj");
    } else {
      demandStanding(thing, await ports.subjects.judgement(judgement));
      if (standing !== judgement)
        throw new CaseError("INPUT_INVALID", `${thing}: expected a judgement of ${a} and ${b}; found one of others`);
    }
    return [{ kind: "same-person.judged", data: { judgement: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
