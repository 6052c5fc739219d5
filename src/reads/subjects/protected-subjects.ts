/**
 * Persons in items whose pictures and voices are not made public unasked: what was stated of them, of whoever is judged the same
 * person, and what their states themselves show. When in doubt somebody is protected; what says so is named.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { SubjectFactName } from "../../core/subject/subject-state.ts";
import { shownProtection } from "../../core/subject/shown-protection.ts";
import { type SpokenOf, type SubjectId, type SubjectKnown, SubjectProtection } from "../../core/subject/subject.ts";
import { joinedTo } from "../../reason/subject/same-persons.ts";
import { isOutOfFrame, showsNoSignOfLife, standingOf, type StatedState } from "../../reason/subject/subject-facts.ts";
import type { CaseReader } from "../case-reader.ts";
import { subjectCase } from "./subject-case.ts";

export interface ProtectedBecause {
  readonly sort: SubjectProtection;
  /** The subject that it was stated of, or the state that shows it. */
  readonly record: string;
  /** Judgements by which that subject is this one; empty where it is of this one itself. */
  readonly by: readonly string[];
}

export interface ProtectedSubject {
  readonly subject: SubjectId;
  readonly known: SubjectKnown;
  readonly item: ItemId;
  /** Each sort once, in the order of the vocabulary. */
  readonly protection: readonly SubjectProtection[];
  readonly because: readonly ProtectedBecause[];
  /** Where states say something of this person in the picture, item time, seconds. */
  readonly stretches: readonly { readonly fromS: number; readonly toS: number }[];
  /** Where states say that this person is not in the picture. What is in neither, nobody has looked at. */
  readonly outOfFrame: readonly { readonly fromS: number; readonly toS: number }[];
  /** Where states say that this person's voice or breath is heard, in the picture or out of it, and where somebody speaks of them. */
  readonly heard: readonly { readonly fromS: number; readonly toS: number }[];
  /** Where states say that their voice was listened for and is not there. */
  readonly silent: readonly { readonly fromS: number; readonly toS: number }[];
}

const order: readonly SubjectProtection[] = SubjectProtection.options;

/** `items`: of these alone; all of the case when absent. */
export async function protectedSubjects(reader: CaseReader, items?: readonly ItemId[]): Promise<ProtectedSubject[]> {
  const { subjects, states, judgements } = await subjectCase(reader);
  const rows = await reader.views.db
    .selectFrom("subject")
    .select(["id", "protection_json", "spoken_json"])
    .where("withdrawn", "is", null)
    .execute();
  const stated = new Map(rows.map(({ id, protection_json }) => [`P${id}`, JSON.parse(protection_json) as { sort: SubjectProtection }[]]));
  const spoken = new Map(rows.map(({ id, spoken_json }) => [`P${id}`, spokenStretch(spoken_json)]));
  const of = (subject: SubjectId, by: readonly string[]): ProtectedBecause[] => [
    ...(stated.get(subject) ?? []).map(({ sort }) => ({ sort, record: subject, by })),
    ...states.filter((state) => state.subject === subject).flatMap((state) => shown(state).map((sort) => ({ sort, record: state.id, by }))),
  ];
  return subjects.flatMap(({ id, item, known }) => {
    if (items !== undefined && !items.includes(item)) return [];
    const because = [...of(id, []), ...[...joinedTo(id, judgements)].flatMap(([other, way]) => of(other, way))];
    if (because.length === 0) return [];
    const own = states.filter((state) => state.subject === id && state.item === item);
    const stretch = ({ fromS, toS }: StatedState) => ({ fromS, toS });
    return [
      {
        ...{ subject: id, known, item, because },
        protection: order.filter((sort) => because.some((one) => one.sort === sort)),
        stretches: own.filter((state) => !isOutOfFrame(state)).map(stretch),
        outOfFrame: own.filter(isOutOfFrame).map(stretch),
        heard: [...own.filter(isHeard).map(stretch), ...(spoken.get(id) ?? [])],
        silent: own.filter((state) => standingOf(state, "voice") === "not-seen" && !isHeard(state)).map(stretch),
      },
    ];
  });
}

function isHeard(state: StatedState): boolean {
  return standingOf(state, "voice") === "seen" || standingOf(state, "breath") === "seen";
}

function spokenStretch(json: string | null): { fromS: number; toS: number }[] {
  const spoken = json === null ? null : (JSON.parse(json) as SpokenOf);
  return spoken?.by === "stretch" ? [{ fromS: spoken.fromS, toS: spoken.toS }] : [];
}

/** Out of the frame nothing is seen, and so nothing of it says that somebody may be dead. */
function shown(state: StatedState): SubjectProtection[] {
  const still: SubjectProtection[] = !isOutOfFrame(state) && showsNoSignOfLife(state) ? ["dead"] : [];
  const seen = (Object.entries(shownProtection) as [SubjectFactName, SubjectProtection][])
    .filter(([fact]) => standingOf(state, fact) === "seen")
    .map(([, sort]) => sort);
  return [...seen, ...still];
}
