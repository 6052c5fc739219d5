/**
 * Protected persons of an item whom no mark covers, or not throughout, as the rules of public editions ask for it: a box over all of it
 * but what states say they are not in, and the sound where they are heard or spoken of.
 */
import type { Shot } from "../../core/redaction/stretch-standing.ts";
import type { SubjectId, SubjectProtection } from "../../core/subject/subject.ts";
import { leftOver } from "../../policy/stretches.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ProtectedSubject, protectedSubjects } from "../subjects/protected-subjects.ts";
import type { ItemRedaction } from "./redaction-of.ts";
import { wholeOf } from "./shots-of.ts";

export interface UnmarkedProtected {
  readonly subject: SubjectId;
  readonly protection: readonly SubjectProtection[];
  /** Stretches in which they are not covered; empty where the item's length is not known. */
  readonly bare: readonly Shot[];
  /** Whether some mark names this person. */
  readonly marked: boolean;
}

export async function unmarkedProtected(reader: CaseReader, layer: ItemRedaction): Promise<UnmarkedProtected[]> {
  const whole = await wholeOf(reader, layer.item);
  const row = await reader.views.db
    .selectFrom("item")
    .select("has_sound")
    .where("number", "=", Number(layer.item.slice(1)))
    .executeTakeFirst();
  const persons = await protectedSubjects(reader, [layer.item]);
  return persons.flatMap((person): UnmarkedProtected[] => {
    const { subject, protection } = person;
    const own = layer.marks.filter((one) => one.withdrawn === undefined && one.subject === subject && one.mark !== "withheld");
    const told = { subject, protection, marked: own.length > 0 };
    if (whole === undefined) return [{ ...told, bare: [] }];
    const bare = [...bareToTheEye(person, layer, whole), ...bareToTheEar(person, layer, whole, row?.has_sound !== 0)];
    return bare.length === 0 ? [] : [{ ...told, bare: once(bare) }];
  });
}

/** Spans of what stands and can be read. */
function spans({ marks }: ItemRedaction, what: "box" | "sound", subject?: SubjectId): Shot[] {
  return marks.flatMap(({ mark, withdrawn, subject: of }) =>
    withdrawn !== undefined || mark === "withheld" || mark.sort.what !== what || (subject !== undefined && of !== subject)
      ? []
      : [{ fromS: mark.sort.fromS, toS: mark.sort.toS }],
  );
}

/** What nobody looked at counts as seen. */
function bareToTheEye({ subject, known, stretches, outOfFrame }: ProtectedSubject, layer: ItemRedaction, whole: Shot): Shot[] {
  if (layer.kind === "sound") return [];
  const boxes = spans(layer, "box", subject);
  return known === "said" ? leftOver(stretches, boxes) : leftOver([whole], [...leftOver(outOfFrame, stretches), ...boxes]);
}

/** A span of sound covers whoever is heard in it. Where nobody listened for a voice, it counts as heard. */
function bareToTheEar({ subject, known, heard, silent }: ProtectedSubject, layer: ItemRedaction, whole: Shot, hasSound: boolean): Shot[] {
  if (layer.kind === "picture" || (layer.kind === "video" && !hasSound)) return [];
  const muted = spans(layer, "sound");
  if (layer.kind === "sound" || known === "seen") return leftOver([whole], [...leftOver(silent, heard), ...muted]);
  const isMarked = [...spans(layer, "box", subject), ...spans(layer, "sound", subject)].length > 0;
  return leftOver(heard.length === 0 && !isMarked ? [whole] : heard, muted);
}

function once(bare: readonly Shot[]): Shot[] {
  return [...new Map(bare.map(({ fromS, toS }) => [`${fromS} ${toS}`, { fromS, toS }])).values()].toSorted((a, b) => a.fromS - b.fromS);
}
