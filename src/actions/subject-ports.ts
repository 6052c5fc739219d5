/** What actions on subjects and shots must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { ClaimId } from "../core/claim/claim.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import type { ItemSpan } from "../core/subject/check-state.ts";
import type { SamePersonId } from "../core/subject/same-person.ts";
import type { ShotBasis, ShotChannel, ShotId } from "../core/subject/shot.ts";
import type { SubjectStateId } from "../core/subject/subject-state.ts";
import type { SubjectId, SubjectKnown } from "../core/subject/subject.ts";
import { faultOfNaming } from "../reason/identification/check-identification.ts";
import { likelyNames } from "../reason/identification/person-names.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandStanding, type RecordState } from "./claim-ports.ts";
import type { KnowsItems } from "./demand-items.ts";
import { refuseFault } from "./event-ports.ts";

export interface SubjectPorts extends KnowsItems {
  readonly writer: CaseWriter;
  readonly subjects: {
    subject(id: SubjectId): Promise<SubjectFound | undefined>;
    state(id: SubjectStateId): Promise<{ readonly state: RecordState; readonly subject: SubjectId | undefined }>;
    judgement(id: SamePersonId): Promise<RecordState>;
    /** The judgement of the two that stands, in whichever order. */
    judgementOf(a: SubjectId, b: SubjectId): Promise<SamePersonId | undefined>;
    shot(id: ShotId): Promise<{ readonly state: RecordState; readonly item: ItemId | undefined; readonly said: ShotSaid | undefined }>;
    claim(id: ClaimId): Promise<RecordState>;
    /** Those that are no observation of the item, or were taken back. */
    notOfItem(item: ItemId, observations: readonly ObservationId[]): Promise<readonly ObservationId[]>;
    /** Undefined where nobody can say when the item begins and ends. */
    span(item: ItemId): Promise<ItemSpan | undefined>;
    /** The newest list of the item's sudden sounds, where it has one at that moment. */
    soundListing(item: ItemId, atS: number): Promise<Digest | undefined>;
  };
}

/** As it was counted last; also of one that was taken back. */
export interface ShotSaid {
  readonly channel: ShotChannel;
  readonly basis: ShotBasis;
  /** Null where this copy withholds them. */
  readonly words: string | null;
}

export interface SubjectFound {
  readonly item: ItemId;
  readonly known: SubjectKnown;
  readonly withdrawn: boolean;
}

/** Throws CaseError INPUT_INVALID unless the subject is there and stands. */
export async function demandSubject({ subjects }: Pick<SubjectPorts, "subjects">, id: SubjectId): Promise<SubjectFound> {
  const found = await subjects.subject(id);
  demandStanding(`subject ${id}`, found === undefined ? "unknown" : found.withdrawn ? "withdrawn" : "stands");
  return found as SubjectFound;
}

/** Throws CaseError INPUT_INVALID unless all of these are observations of the item that stand. */
export async function demandOwnObservations(
  { subjects }: Pick<SubjectPorts, "subjects">,
  thing: string,
  item: ItemId,
  observations: readonly ObservationId[],
): Promise<void> {
  const [other] = await subjects.notOfItem(item, observations);
  if (other !== undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected observations of ${item} that stand; found ${other}, which is none`);
}

/** Throws CaseError INPUT_INVALID where words look like a person's name. The name is in no message. */
export function demandNoNames(thing: string, item: ItemId, words: readonly string[]): void {
  refuseFault(
    thing,
    faultOfNaming(
      item,
      words.flatMap((one) => likelyNames(one)),
    ),
  );
}
