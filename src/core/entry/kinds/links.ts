/** Entries about links: that something is known to be there, how it was captured, and whether it still is. */
import { z } from "zod";
import { RiskOfRemoval } from "../../conditions/assessment.ts";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { CaptureMinimum, CaptureOutcome, CheckEvery, CheckOutcome, ClockOffset, NetworkRoute } from "../../link/capture.ts";
import { UtcInstant } from "../../time/time-claim.ts";
import { Sealed } from "../sealed.ts";

export const linkKinds = {
  /** Makes an item that is known and not held. */
  "link.noted": z.strictObject({
    item: ItemId,
    /** Sealed ItemName: the link as it is read. */
    name: Sealed,
    /** Sealed `{given, normalised}`. */
    url: Sealed,
    riskOfRemoval: RiskOfRemoval,
    /** Typed or pasted by a person, or a row of a sheet. */
    from: z.literal("typed").or(z.strictObject({ item: ItemId, row: z.number().int().min(1) })),
  }),
  "link.risk-stated": z.strictObject({ items: z.array(ItemId).min(1).max(4000), riskOfRemoval: RiskOfRemoval }),
  "link.check-planned": z.strictObject({
    /** Items, or every link of high risk that has no plan of its own. */
    about: z.array(ItemId).min(1).max(4000).or(z.literal("high-risk")),
    everyDays: CheckEvery,
  }),
  "link.checked": z.strictObject({
    item: ItemId,
    outcome: CheckOutcome,
    /** When it was looked at, by this machine's clock. */
    at: UtcInstant,
    how: z.enum(["by-hand", "own-program"]),
    /** What was seen, in the person's words or the program's last ones. */
    statement: Sealed.or(z.null()),
    evidence: z.array(ItemId).max(500),
  }),
  "capture.recorded": z.strictObject({
    /** The link's item. */
    item: ItemId,
    /** What came of it, held. */
    items: z.array(ItemId).max(4000),
    how: z.enum(["own-program", "by-hand"]),
    outcome: CaptureOutcome,
    /** What the person did, in their words. */
    did: Sealed.or(z.null()),
    startedAt: UtcInstant,
    endedAt: UtcInstant,
    /** Name and version as the program says them; null by hand. */
    program: z.strictObject({ name: z.string().max(200), version: z.string().max(200) }).or(z.null()),
    /** Sealed list: they hold the link. */
    arguments: Sealed.or(z.null()),
    exitCode: z
      .number()
      .int()
      .or(z.enum(["killed", "none"])),
    /** What the program wrote while it ran. */
    log: Digest.or(z.null()),
    /** Sealed words on the reference beside the offset. */
    clockCheck: z.strictObject({ reference: Sealed, ...ClockOffset.shape }).or(z.literal("not-done")),
    /** Sealed AccountUsed. */
    account: Sealed.or(z.literal("unknown")),
    network: NetworkRoute,
    minimum: CaptureMinimum,
  }),
} as const;
