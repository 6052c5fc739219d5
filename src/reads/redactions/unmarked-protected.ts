/**
 * Protected persons of an item whom no mark covers, or not throughout: where states put them in the picture, their marks have to lie;
 * of whom no state says when they are seen, a mark is asked for at all.
 */
import type { ItemId } from "../../core/item/item.ts";
import { isViewed, type Shot } from "../../core/redaction/stretch-standing.ts";
import type { SubjectId, SubjectProtection } from "../../core/subject/subject.ts";
import type { CaseReader } from "../case-reader.ts";
import { protectedSubjects } from "../subjects/protected-subjects.ts";
import type { MarkOf } from "./redaction-of.ts";

export interface UnmarkedProtected {
  readonly subject: SubjectId;
  readonly protection: readonly SubjectProtection[];
  /** Stretches that no mark of this person covers; empty where it is not known when they are seen. */
  readonly bare: readonly Shot[];
  /** Whether some mark names this person. */
  readonly marked: boolean;
}

export async function unmarkedProtected(reader: CaseReader, item: ItemId, marks: readonly MarkOf[]): Promise<UnmarkedProtected[]> {
  const persons = await protectedSubjects(reader, [item]);
  return persons.flatMap(({ subject, protection, known, stretches }): UnmarkedProtected[] => {
    const own = marks.flatMap(({ mark, subject: of, withdrawn }): Shot[] =>
      withdrawn === undefined && of === subject && mark !== "withheld" && (mark.sort.what === "box") === (known === "seen")
        ? [mark.sort]
        : [],
    );
    const bare = stretches.filter((stretch) => !isViewed(stretch, own)).map(({ fromS, toS }) => ({ fromS, toS }));
    return own.length > 0 && bare.length === 0 ? [] : [{ subject, protection, bare, marked: own.length > 0 }];
  });
}
