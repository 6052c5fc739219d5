/**
 * Describes a person in the material under a label of their own. A label stays with its item: whoever is seen in another clip gets
 * another label, and that the two are one person is a judgement of its own.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ClaimId } from "../core/claim/claim.ts";
import type { ItemId } from "../core/item/item.ts";
import { faultOfStretch } from "../core/subject/check-state.ts";
import { faultOfSubject, type SubjectDescription } from "../core/subject/check-subject.ts";
import type { SpokenOf, SubjectId } from "../core/subject/subject.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandFits } from "./demand-fits.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandNoNames, demandSubject, type SubjectPorts } from "./subject-ports.ts";

export interface WantedSubject extends SubjectDescription {
  /** Absent for a new one. */
  readonly subject?: SubjectId | undefined;
  readonly item: ItemId;
  readonly roleAsClaimed: { readonly claim: ClaimId; readonly words: string } | null;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function describeSubject(ports: SubjectPorts, viewer: Viewer, wanted: WantedSubject): Promise<{ id: SubjectId; seq: number }> {
  demand(viewer, "append");
  const { subject, item, known, spokenOf, roleAsClaimed, protection } = wanted;
  const [description, reason] = [wanted.description.trim(), wanted.reason.trim()];
  const thing = subject === undefined ? `new subject in ${item}` : `subject ${subject}`;
  if (subject !== undefined) demandReason(thing, reason);
  refuseFault(thing, faultOfSubject(wanted));
  const words = [description, reason, roleAsClaimed?.words ?? "", ...protection.map((one) => one.reason)];
  demandNoNames(thing, item, words);
  demandFits(thing, "words", words);
  const { seal, sealOrNull, opens } = createSealing(ports.writer);
  const data = {
    ...{ item, known, spokenOf, description: seal(description) },
    roleAsClaimed: roleAsClaimed === null ? null : { claim: roleAsClaimed.claim, words: seal(roleAsClaimed.words.trim()) },
    protection: protection.map((one) => ({ sort: one.sort, reason: seal(one.reason.trim()) })),
    reason: sealOrNull(reason === "" ? null : reason),
  };
  let id: SubjectId = subject ?? "P1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandItems(ports, [item]);
    await demandSpoken(ports, thing, item, spokenOf);
    if (roleAsClaimed !== null) demandStanding(`${thing}: claim ${roleAsClaimed.claim}`, await ports.subjects.claim(roleAsClaimed.claim));
    if (subject === undefined) id = numbers.next("P");
    else {
      const held = await demandSubject(ports, subject);
      if (held.item !== item)
        throw new CaseError(
          "INPUT_INVALID",
          `${thing}: expected ${held.item}, in which it is; found ${item}. Give the person in ${item} a label of their own, and judge whether the two are one.`,
        );
    }
    return [{ kind: "subject.described", data: { subject: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandSpoken(ports: SubjectPorts, thing: string, item: ItemId, spokenOf: SpokenOf | null): Promise<void> {
  if (spokenOf?.by === "claim") demandStanding(`${thing}: claim ${spokenOf.claim}`, await ports.subjects.claim(spokenOf.claim));
  if (spokenOf?.by === "stretch") refuseFault(thing, faultOfStretch(spokenOf.fromS, spokenOf.toS, await ports.subjects.span(item)));
}
