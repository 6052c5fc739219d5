/**
 * What a leak test found. It is kept in the case, and shown to people who may not read the secrets themselves: a leak names its
 * secret by a label and never repeats it. What could not be read is listed too, and blocks like a leak: unread is not clean.
 */
import { z } from "zod";

export const LeakKind = z.enum([
  /** A name, handle, account or file name, in whatever spelling, coding or packing. */
  "name",
  /** A hash of a restricted original, whole or enough of it to find it again. */
  "digest",
  "fingerprint",
  "size",
  "duration",
  /** A place finer than the grid, stated or worked out from what is stated. */
  "place",
  /** A marked box that shows something else than a flat fill. */
  "uncovered-box",
  /** A marked part of the picture, seen again in a still, a thumbnail or a crop. */
  "picture",
  /** Sound of a marked span, under a tone or beside it. */
  "sound",
  /** Bytes of a restricted original, as they were. */
  "source-bytes",
  /** A track, attachment or cover in a recording that nobody checked. */
  "stream",
  /** Metadata that an edition does not carry at all. */
  "metadata",
  /** A line of the ledger with a body, or an opened value, that a public edition withholds. */
  "ledger",
]);
export type LeakKind = z.infer<typeof LeakKind>;

const Where = z.string().max(400);

export const Leak = z.strictObject({
  kind: LeakKind,
  /** Path in the scanned folder; "(name)" stands for a file whose name is the leak. */
  file: z.string(),
  /** The way into the file: "byte 812", "ZIP member 3 > text", "frame 41 at 1.640 s". */
  where: Where,
  /** Label of the secret: "name 4", "i3, mark rm2". */
  secret: z.string().max(200),
});
export type Leak = z.infer<typeof Leak>;

export const NotScanned = z.strictObject({ file: z.string(), where: Where, why: z.string().max(400) });
export type NotScanned = z.infer<typeof NotScanned>;

export const LeakReport = z.strictObject({
  v: z.literal(1),
  /** Version of the rules of scanning. */
  scanner: z.string(),
  /** Nothing was found, and everything was read. */
  passed: z.boolean(),
  leaks: z.array(Leak),
  /** Beyond those listed. */
  moreLeaks: z.number().int().min(0),
  notScanned: z.array(NotScanned),
  scanned: z.strictObject({
    files: z.number().int(),
    bytes: z.number().int(),
    /** Bytes that came out of packed and coded parts, scanned like the others. */
    unpackedBytes: z.number().int(),
    frames: z.number().int(),
    pictures: z.number().int(),
    soundS: z.number(),
    tookS: z.number(),
  }),
  /** Secrets that were looked for, by sort. */
  lookedFor: z.record(z.string(), z.number().int()),
});
export type LeakReport = z.infer<typeof LeakReport>;
