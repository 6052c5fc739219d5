/**
 * Marks on the words of an item, where those words stand now, and who read its texts whole. What counts and what hangs loose is worked
 * out here and never taken from a line.
 */
import { isSoughtAlone } from "../../core/edition/sought-words.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { RedactionId, RedactionReason } from "../../core/redaction/redaction.ts";
import type { LayerStanding } from "../../core/redaction/stretch-standing.ts";
import { type ReadText, type TextFault, textFault } from "../../core/redaction/text-standing.ts";
import { WordsMark } from "../../core/redaction/words-mark.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { type AnchoredMark, anchorMark, type ItemTexts, itemTexts } from "./item-texts.ts";

interface Said {
  readonly line: number;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: string;
}

export interface WordsMarkOf extends Said {
  readonly redaction: RedactionId;
  readonly document: Digest;
  readonly mark: WordsMark | "withheld";
  /** Null of one that was taken back, or cannot be read. */
  readonly anchored: AnchoredMark | null;
  /** Whether a leak test looks for the words without what stands around them. */
  readonly soughtAlone: boolean;
  readonly cause: RedactionReason;
  readonly subject: SubjectId | null;
  readonly reason: string | null;
  /** Everybody who made some version of it or took it back. */
  readonly makers: readonly PersonId[];
  readonly withdrawn?: string;
}

export interface TextViewOf extends Said {
  readonly texts: readonly ReadText[];
  readonly note: string | null;
  /** Null: it counts, for those of its texts that are still what they were. */
  readonly fault: TextFault | null;
}

export interface ItemWords {
  readonly item: ItemId;
  readonly object: Digest | null;
  readonly texts: ItemTexts;
  /** Withdrawn ones come along, marked. */
  readonly marks: readonly WordsMarkOf[];
  readonly views: readonly TextViewOf[];
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function wordsOf(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<ItemWords> {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(item.slice(1));
  const row = await db.selectFrom("item").select("object").where("number", "=", number).where("undone", "is", null).executeTakeFirst();
  const object = (row?.object ?? null) as Digest | null;
  const nameOf = await peopleNames(reader);
  const said = ({ at, by }: { at: string; by: string }, line: number): Said => ({ line, by: by as PersonId, byName: nameOf(by), at });
  const texts = await itemTexts(reader, item);
  const marks: WordsMarkOf[] = [];
  for (const one of await wordsRows(reader, number)) {
    const mark = one.words === 1 && one.mark_json !== null ? WordsMark.parse(JSON.parse(one.mark_json)) : "withheld";
    marks.push({
      ...said(one, one.seq),
      ...{ redaction: `rm${one.id}`, document: one.mark as Digest, mark, cause: one.cause as RedactionReason, reason: one.reason },
      anchored: mark === "withheld" || one.withdrawn !== null ? null : await anchorMark(texts, mark),
      soughtAlone: mark !== "withheld" && isSoughtAlone(mark.sort),
      subject: one.subject as SubjectId | null,
      makers: JSON.parse(one.makers_json) as PersonId[],
      ...(one.withdrawn === null ? {} : { withdrawn: one.withdrawn === "" ? "withheld" : one.withdrawn }),
    });
  }
  const layer = layerOf(marks);
  const viewed = await db.selectFrom("text_viewed").selectAll().where("item", "=", number).orderBy("line").execute();
  const views = viewed.map((one): TextViewOf => {
    const own = { object: one.object as Digest, marks: JSON.parse(one.marks_json) as number[], by: one.by as PersonId };
    return {
      ...said(one, one.line),
      texts: JSON.parse(one.texts_json) as ReadText[],
      note: one.note,
      fault: textFault(own, object, layer),
    };
  });
  return { item, object, texts, marks, views };
}

/** Of an item; those that nobody can read may cover words as well as boxes. */
function wordsRows({ views: { db } }: CaseReader, item: number) {
  return db
    .selectFrom("redaction")
    .selectAll()
    .where("item", "=", item)
    .where((eb) => eb.or([eb("words", "=", 1), eb("words", "is", null)]))
    .orderBy("id")
    .execute();
}

export function layerOf(marks: readonly Pick<WordsMarkOf, "line" | "mark" | "makers" | "withdrawn">[]): LayerStanding {
  return {
    standing: marks.flatMap(({ line, mark, withdrawn }) => (withdrawn === undefined ? [{ line, readable: mark !== "withheld" }] : [])),
    makers: [...new Set(marks.flatMap(({ makers }) => makers))],
  };
}

/** Items with words that are marked, and the marks of them that stand and can be read, all over the case. */
export async function itemsWithWords({ views: { db } }: CaseReader): Promise<ItemId[]> {
  const rows = await db
    .selectFrom("redaction")
    .innerJoin("item", "item.number", "redaction.item")
    .select("redaction.item")
    .distinct()
    .where("words", "=", 1)
    .where("withdrawn", "is", null)
    .orderBy("redaction.item")
    .execute();
  return rows.map(({ item }): ItemId => `i${item}`);
}
