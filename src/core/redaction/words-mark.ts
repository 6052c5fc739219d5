/**
 * Words that a public edition does not say: a span of a tier's segment, or of a text that an item has. It is anchored as a text
 * position and a text quote are in the W3C Web Annotation model: where it stood, what stood there, and what stood around it.
 */
import { z } from "zod";
import { TextPart } from "../claim/claim-text.ts";
import { Digest } from "../hash/digest.ts";
import { SubjectId } from "../subject/subject.ts";
import { TierId } from "../tier/tier.ts";
import { RedactionReason } from "./redaction.ts";

/** Which text. A segment keeps its id from version to version of its tier; a part is one of the item's reading. */
export const WordsPlace = z.discriminatedUnion("in", [
  z.strictObject({ in: z.literal("tier"), tier: TierId, segment: z.number().int().min(1) }),
  z.strictObject({
    in: z.literal("text"),
    part: TextPart.refine(({ sort }) => sort !== "tier" && sort !== "typed" && sort !== "file", "expected a part of a reading"),
  }),
]);
export type WordsPlace = z.infer<typeof WordsPlace>;

/** Characters of a text that are kept on each side of the words. Fewer: the text begins or ends there. */
export const contextLength = 32;

/** Offsets are UTF-16 code units, the end not included. */
export const WordsSelector = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(contextLength),
  suffix: z.string().max(contextLength),
});
export type WordsSelector = z.infer<typeof WordsSelector>;

/** The object that the line of such a mark names, canonical JSON. */
export const WordsMark = z.strictObject({
  sort: z.strictObject({
    what: z.literal("words"),
    place: WordsPlace,
    /** What the offsets are into: the document of a version of the tier, or the reading. */
    reading: Digest,
    ...WordsSelector.shape,
  }),
  reason: RedactionReason,
  /** Who is covered, where the case has a label for them. */
  subject: SubjectId.or(z.null()),
});
export type WordsMark = z.infer<typeof WordsMark>;

/** What the public reads in place of covered words, however many they are. */
export const wordsWithheld = "[words withheld]";

/** Reasons that say something of words. */
export const wordsReasons: readonly RedactionReason[] = ["spoken-name", "person", "place", "plate", "document", "other"];

export function samePlace(a: WordsPlace, b: WordsPlace): boolean {
  return placeKey(a) === placeKey(b);
}

/** A name of its own for each text: "w2 segment 14", "post 3", "article-body". */
export function placeKey(place: WordsPlace): string {
  if (place.in === "tier") return `${place.tier} segment ${place.segment}`;
  const { part } = place;
  if (part.sort === "post") return `post ${part.post}`;
  return part.sort === "picture-caption" ? `caption of picture ${part.picture}` : part.sort;
}
