/**
 * Protected persons of an item's copies who have no label in the item itself: whoever shows the copy shows them too. Where a label of the
 * item is judged the same person, that label is protected by itself, and is left out here.
 */
import type { ItemId } from "../../core/item/item.ts";
import { joinedTo } from "../../reason/subject/same-persons.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyCase } from "../copies/copy-case.ts";
import { type ProtectedSubject, protectedSubjects } from "./protected-subjects.ts";
import { subjectCase } from "./subject-case.ts";

export interface ProtectedInCopy extends Pick<ProtectedSubject, "subject" | "protection" | "known"> {
  /** The item of the label. */
  readonly labelOf: ItemId;
}

export async function protectedInCopies(reader: CaseReader, item: ItemId): Promise<ProtectedInCopy[]> {
  const copies = await copyCase(reader);
  const others = new Set(copies.groupsOf(item).flatMap(({ items }) => items));
  others.delete(item);
  if (others.size === 0) return [];
  const { subjects, judgements } = await subjectCase(reader);
  const own = new Set(subjects.filter((one) => one.item === item).map(({ id }) => id));
  return (await protectedSubjects(reader, [...others])).flatMap(({ subject, protection, known, item: labelOf }) =>
    [...joinedTo(subject, judgements).keys()].some((other) => own.has(other)) ? [] : [{ subject, protection, known, labelOf }],
  );
}
