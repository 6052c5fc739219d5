/** The redaction layer of an item: regions of the picture, spans of the sound, words, that a public edition does not show. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { SubjectId } from "../subject/subject.ts";

/** One thing to cover through one shot or stretch. */
export const RedactionId = recordId("rm");
export type RedactionId = z.infer<typeof RedactionId>;

export const RedactionReason = z.enum([
  "person",
  "face",
  "plate",
  "tattoo",
  "reflection",
  "screen",
  "document",
  "place",
  "voice",
  "spoken-name",
  "other",
]);
export type RedactionReason = z.infer<typeof RedactionReason>;

/** Shares of the picture as it is shown (after its rotation), from the top left. */
const Share = z.number().min(0).max(1);
export const ShareBox = z.strictObject({ x: Share, y: Share, w: Share, h: Share });
export type ShareBox = z.infer<typeof ShareBox>;

/** `atS`: item time of a frame that the person saw or the tracker set. */
export const BoxKey = z.strictObject({ atS: z.number(), box: ShareBox, by: z.enum(["person", "tracker"]) });
export type BoxKey = z.infer<typeof BoxKey>;

/**
 * What one mark covers. Seconds are the item's clock, as players count them; a picture has the one second 0. Between keys the box
 * moves evenly, frame by frame; from `fromS` to its first key, and from its last to `toS`, it stays as it is there. A pitch change is
 * no way to cover a voice: it can be turned back.
 */
export const RedactionMark = z.strictObject({
  sort: z.discriminatedUnion("what", [
    /** Keys rise. The cover lasts until the end of the frame at `toS`. */
    z.strictObject({ what: z.literal("box"), fromS: z.number(), toS: z.number(), keys: z.array(BoxKey).min(1).max(5000) }),
    z.strictObject({ what: z.literal("sound"), fromS: z.number(), toS: z.number(), how: z.enum(["mute", "tone"]) }),
  ]),
  reason: RedactionReason,
  /** Who is covered, where the case has a label for them. */
  subject: SubjectId.or(z.null()),
});
export type RedactionMark = z.infer<typeof RedactionMark>;
