/** Entries about what came out of other items: members of archives, attachments of e-mails. They are held like anything collected. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { UtcInstant } from "../../time/time-claim.ts";
import { Sealed } from "../sealed.ts";

export const unpackingKinds = {
  "item.unpacked": z.strictObject({
    item: ItemId,
    /** The held item that it was in. */
    from: ItemId,
    /** Its place there, without its name: "member 12", "part 2.1". One place of one item is unpacked once. */
    where: z.string().max(100),
    /** Sealed ItemName: the path of `from`, `/`, and the path inside it. */
    name: Sealed,
    object: Digest,
    size: z.number().int().min(0),
    /** What the archive says of when the file was last written, where it says so in UTC; a clock without a zone stands in the reading. */
    fileWrittenAt: UtcInstant.or(z.literal("unknown")),
  }),
} as const;
