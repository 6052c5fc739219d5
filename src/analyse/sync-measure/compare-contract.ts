/** What passes between the program and the child that compares features: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { PairOfFiles } from "../../core/sync/measurer.port.ts";
import { PairLook, SyncChannel } from "../../core/sync/pair-measurement.ts";

const count = z.number().int().min(0);

export const CompareRequest = z.strictObject({
  channel: SyncChannel,
  files: z.array(z.strictObject({ id: z.string(), features: z.string() })),
  /** Places in `files`, the lower first, and how closely sounds are looked at. */
  pairs: z.array(z.tuple([count, count, PairLook])),
  /** Bytes of sounds that are held at the same time. */
  most: z.number().min(0),
  folder: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type CompareRequest = z.infer<typeof CompareRequest>;

export const CompareLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: count, of: count }),
  z.strictObject({ type: z.literal("pair"), pair: PairOfFiles }),
  /** Features that are none, or those of another version; nothing follows. */
  z.strictObject({ type: z.literal("unreadable"), id: z.string() }),
  z.strictObject({ type: z.literal("end") }),
]);
export type CompareLine = z.infer<typeof CompareLine>;
