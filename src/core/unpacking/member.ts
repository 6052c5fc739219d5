/** What lies in an archive or an e-mail, member by member, as the reader that opened it lists them. */
import { z } from "zod";
import { UtcInstant } from "../time/time-claim.ts";

/** The list: a member a line in canonical form, in the order of the container. Kept with the reading. */
export const membersFileName = "members.jsonl";
/** The bytes of all unpacked members, one behind the other. Taken over into the vault and not kept as such. */
export const memberBytesFileName = "members.bin";

const common = {
  /** Its place, without its name: "member 12", "part 2.1". */
  where: z.string().max(100),
  /** Path inside the container, made harmless: relative, no empty parts, parts joined by `/`. */
  path: z.string().min(1).max(4000),
};

export const Member = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("unpacked"),
    ...common,
    size: z.number().int().min(0),
    /** Where its bytes begin in the file with all of them. */
    start: z.number().int().min(0),
    sha256: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    written: UtcInstant.or(z.literal("unknown")),
    /** The wall clock that the container gives, without a zone. */
    clock: z.string().optional(),
  }),
  /** Known, and not held: why it could not be unpacked. */
  z.strictObject({ state: z.literal("left-out"), ...common, reason: z.string().max(1000) }),
]);
export type Member = z.infer<typeof Member>;
