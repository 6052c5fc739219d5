/** Entries of blind reviews: assigned, sealed, revealed, and what was made of a disagreement. */
import { z } from "zod";
import { BlindId } from "../../blind/blind.ts";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { PersonId, PublicKey, Signature } from "../../key/key.ts";
import { QuestionId } from "../../question/question.ts";
import { Answer, AskedPrecision } from "../../review/answer.ts";
import { PriorSealed } from "../../blind/prior-knowledge.ts";
import { Sealed } from "../sealed.ts";

/** The second person works elsewhere, with a packet: known by a key. */
const Outside = z.strictObject({ outside: z.strictObject({ key: PublicKey, name: Sealed }) });

export const blindKinds = {
  "blind.assigned": z.strictObject({
    blind: BlindId,
    question: QuestionId,
    /** As the question stood: what is compared is compared by it. */
    precision: AskedPrecision,
    items: z.array(ItemId).min(1).max(50),
    /**
     * Who answers: people of this case, or null for whoever opens a packet. `blind`: answers without having seen what others found;
     * false for who works on the case and gives the first answer.
     */
    to: z
      .array(z.strictObject({ person: PersonId.or(z.null()), blind: z.boolean() }))
      .min(2)
      .max(10),
    reason: Sealed.or(z.null()),
  }),
  /** `binding`: over the packet's nonce and content; see the format page. Not of packets that were written without a nonce. */
  "blind.packet-written": z.strictObject({ blind: BlindId, packet: Digest, binding: Digest.optional() }),
  /** Signed. The commitment binds case, question, blind review, person and salted answer; see the format page. */
  "answer.sealed": z.strictObject({
    blind: BlindId,
    question: QuestionId,
    commitment: Digest,
    /** Null for the writer of this line; else who sealed it outside, with a signature over the same. */
    from: Outside.extend({
      signature: Signature,
      /** Binding of the packet that was answered. */
      packet: Digest.optional(),
    }).or(z.null()),
    /** What who answers blind says they knew beforehand. */
    prior: PriorSealed.optional(),
  }),
  /** Signed. `sealed`: the line of the commitment. */
  "answer.revealed": z.strictObject({
    blind: BlindId,
    sealed: z.number().int().min(1),
    salt: z.string().regex(/^[0-9a-f]{64}$/),
    answer: Answer,
    /** Why it was revealed before everybody had sealed; null where all had. */
    early: Sealed.or(z.null()),
  }),
  /** What was made of answers that do not agree. Signed. */
  "blind.resolved": z.strictObject({
    blind: BlindId,
    how: z.enum(["resolution", "minority-view"]),
    text: Sealed,
  }),
  "blind.ended": z.strictObject({ blind: BlindId, reason: Sealed }),
} as const;
