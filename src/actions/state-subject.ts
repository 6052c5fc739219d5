/** States what is seen of a subject in a stretch of its item: facts of a closed list, each seen, not seen or not to be told. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { faultOfFacts, faultOfStretch } from "../core/subject/check-state.ts";
import type { SubjectStateFacts, SubjectStateId } from "../core/subject/subject-state.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandFits } from "./demand-fits.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandNoNames, demandOwnObservations, demandSubject, type SubjectPorts } from "./subject-ports.ts";

export interface WantedState {
  /** Absent for a new one. */
  readonly state?: SubjectStateId | undefined;
  readonly subject: SubjectId;
  readonly item: ItemId;
  readonly fromS: number;
  readonly toS: number;
  readonly facts: SubjectStateFacts;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function stateSubject(ports: SubjectPorts, viewer: Viewer, wanted: WantedState): Promise<{ id: SubjectStateId; seq: number }> {
  demand(viewer, "append");
  const { state, subject, item, fromS, toS, facts } = wanted;
  const reason = wanted.reason.trim();
  const thing = state === undefined ? `new state of ${subject}` : `state ${state}`;
  if (state !== undefined) demandReason(thing, reason);
  refuseFault(thing, faultOfFacts(facts) ?? faultOfStretch(fromS, toS, await ports.subjects.span(item)));
  demandNoNames(thing, item, [...facts.facts.map(({ note }) => note), reason]);
  const plain = JSON.parse(JSON.stringify(facts)) as Json;
  demandFits(thing, "notes", [plain, reason]);
  const { seal, sealOrNull, opens } = createSealing(ports.writer);
  const data = { subject, item, fromS, toS, facts: seal(plain), reason: sealOrNull(reason === "" ? null : reason) };
  let id: SubjectStateId = state ?? "st1";
  const [line] = await ports.writer.append(async (numbers) => {
    const held = await demandSubject(ports, subject);
    if (held.item !== item)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected ${held.item}, in which ${subject} is; found ${item}. Give the person in ${item} a label of their own, and judge whether the two are one.`,
      );
    await demandOwnObservations(ports, thing, item, facts.observations);
    if (state === undefined) id = numbers.next("st");
    else {
      const before = await ports.subjects.state(state);
      demandStanding(thing, before.state);
      if (before.subject !== subject)
        throw new CaseError("INPUT_INVALID", `${thing}: expected ${before.subject}, of which it is; found ${subject}`);
    }
    return [{ kind: "subject-state.stated", data: { state: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
