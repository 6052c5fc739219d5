/** The texts of an item as whoever covers words in them sees them: tiers whole, a reading part by part, with what is marked and who read it. */
import type { ItemId } from "../../core/item/item.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { besideSegments } from "./word-covers.ts";
import { wordsOf } from "./words-of.ts";

/** Throws CaseError ITEM_UNKNOWN. */
export async function itemWords(
  reader: CaseReader,
  viewer: Viewer,
  item: ItemId,
  asked: { readonly from: number; readonly count: number },
) {
  const words = await wordsOf(reader, viewer, item);
  const { object, texts, marks, views } = words;
  const { parts, total } = await texts.parts(asked);
  const besides = new Map(besideSegments(words).map(({ tier, segment, redaction }) => [`${tier} ${segment}`, redaction]));
  const end = asked.from + asked.count;
  return {
    ...{ item, object, reading: texts.reading, total, from: asked.from, next: end < total ? end : null, me: viewer.person },
    parts: parts.map((one) => ({ ...one })),
    tiers: texts.tiers
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ tier, sort, language, version, document, from, segments }) => ({
        ...{ tier, sort, language, version, document, from },
        segments:
          segments === "withheld"
            ? segments
            : segments.map(({ id, startMs, endMs, speaker, text }) => ({
                ...{ id, startMs, endMs, speaker, text, besides: besides.get(`${tier} ${id}`) ?? null },
              })),
      })),
    marks: marks.map((mark) => ({ ...mark, makers: [...mark.makers] })),
    views: views.map((view) => ({ ...view, texts: [...view.texts] })),
  };
}
