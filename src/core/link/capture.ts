/** Captures and checks of a link: what was done, with what clock, as whom, and what came of it. Nothing here happens by itself. */
import { z } from "zod";
import { ItemId } from "../item/item.ts";

/** What a check at the source found. "unknown": looked, and could not tell. */
export const CheckOutcome = z.enum(["there", "gone", "changed", "login-needed", "unreachable", "unknown"]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CaptureOutcome = z.enum(["complete", "partial", "nothing", "failed", "stopped", "out-of-time", "too-large"]);
export type CaptureOutcome = z.infer<typeof CaptureOutcome>;

/** What the Berkeley Protocol asks a capture of a page to hold at the least (chapter VI, collection). */
export const captureParts = ["address", "html-source", "full-page", "embedded-media", "uploader-and-context"] as const;
export const CapturePart = z.enum(captureParts);
export type CapturePart = z.infer<typeof CapturePart>;

/** Which kept items hold which part; "not-captured" is as much of an answer. */
export const CaptureMinimum = z.record(
  CapturePart,
  z
    .array(ItemId)
    .min(1)
    .max(500)
    .or(z.enum(["stated", "not-captured", "unknown"])),
);
export type CaptureMinimum = z.infer<typeof CaptureMinimum>;

/** This machine's clock held against another: `offsetSec` is what has to be added to this clock. */
export const ClockOffset = z.strictObject({
  offsetSec: z.number().min(-1e9).max(1e9),
  plusMinusSec: z.number().min(0).max(1e9),
  /** A picture of both clocks, where one was kept. */
  picture: ItemId.or(z.null()),
});
export type ClockOffset = z.infer<typeof ClockOffset>;

export const NetworkRoute = z.enum(["vpn", "no-vpn", "unknown"]);
export type NetworkRoute = z.infer<typeof NetworkRoute>;

/** As whom the person looked. The label of a made-up account can lead to the person: sealed wherever it is kept. */
export const AccountUsed = z.strictObject({
  sort: z.enum(["own", "sock-puppet", "not-logged-in", "unknown"]),
  label: z.string().max(200),
});
export type AccountUsed = z.infer<typeof AccountUsed>;

/** Every so many days; "never" takes an earlier plan back. */
export const CheckEvery = z.number().int().min(1).max(3650).or(z.literal("never"));
export type CheckEvery = z.infer<typeof CheckEvery>;
