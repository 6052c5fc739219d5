/** Blind reviews: who is asked, what is sealed, what was revealed and what comparing it says. Nothing of an answer before its reveal. */
import { z } from "zod";
import { BlindId } from "../core/blind/blind.ts";
import { PriorDeclared, PriorKnowledge } from "../core/blind/prior-knowledge.ts";
import { Digest } from "../core/hash/digest.ts";
import { KeyProtection } from "../core/key/key-protection.ts";
import { Question } from "../core/hypothesis/hypothesis.ts";
import { GraphicLevel, ItemId } from "../core/item/item.ts";
import { ItemKind } from "./items.ts";
import { PersonId } from "../core/key/key.ts";
import { MetadataRow } from "../core/analysis/probe-result.ts";
import { QuestionId } from "../core/question/question.ts";
import { Answer, AskedPrecision } from "../core/review/answer.ts";

const instant = z.string();
const line = z.number().int();

/** What somebody who owes an answer is shown. */
export const DeskItem = z.strictObject({
  item: ItemId,
  kind: ItemKind,
  held: z.boolean(),
  graphicLevel: GraphicLevel,
  poster: z.enum(["ready", "none"]),
  durationSec: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  hasSound: z.boolean(),
  /** Metadata inside the bytes: part of the material. */
  metadata: z.array(MetadataRow.omit({ meaning: true })),
});
export type DeskItem = z.infer<typeof DeskItem>;

export const DeskTask = z.strictObject({
  blind: BlindId,
  question: QuestionId,
  sort: Question,
  text: z.string(),
  precision: AskedPrecision,
  askedAt: instant,
  items: z.array(DeskItem),
  /** They answer blind, and say with the answer what they knew. */
  asksPrior: z.boolean(),
});
export type DeskTask = z.infer<typeof DeskTask>;

/** The desk is on a packet that somebody sent, without any case. Names of files are those beside the packet. */
export const DeskPacket = z.strictObject({
  packet: z.string(),
  /** False: written without a nonce; nothing ties the answer to its bytes. */
  bound: z.boolean(),
  /** Where the answer and its salt stay. */
  keptIn: z.string(),
  sealed: z.strictObject({ file: z.string(), commitment: Digest }).nullable(),
  revealed: z.string().nullable(),
});
export type DeskPacket = z.infer<typeof DeskPacket>;

/** `shut`: until the answers are sealed, nothing else of the case is shown to this person. */
export const BlindDesk = z.strictObject({
  shut: z.boolean(),
  readOnly: z.boolean(),
  tasks: z.array(DeskTask),
  /** What keeps somebody with the disk from an answer that waits for its reveal. */
  protection: KeyProtection,
  packet: DeskPacket.nullable(),
});
export type BlindDesk = z.infer<typeof BlindDesk>;

export const BlindState = z.enum([
  "waiting",
  "ready-to-reveal",
  "partly-revealed",
  "agree",
  "disagree",
  "too-vague",
  "not-comparable",
  "not-blind",
  "question-changed",
  "not-independent",
  "ended",
]);
export type BlindState = z.infer<typeof BlindState>;

const Answerer = z.strictObject({
  /** Null for whoever opens a packet. */
  person: PersonId.nullable(),
  name: z.string(),
  me: z.boolean(),
  blind: z.boolean(),
  sealed: z
    .strictObject({
      ...{ line, at: instant, commitment: Digest, outside: z.boolean() },
      /** From outside, and tied to the bytes of no packet. */
      unbound: z.boolean(),
      /** What they say they knew beforehand; null where nobody asked them. */
      prior: z.strictObject({ knew: PriorKnowledge, words: z.string().nullable() }).nullable(),
    })
    .nullable(),
  /** Lines by which somebody who answers blind can have known of it. */
  ways: z.array(z.strictObject({ how: z.enum(["named-in-comment", "given-task", "handed-edition", "worked-beside-finding"]), line })),
  revealed: z.strictObject({ line, at: instant, answer: Answer, early: z.string().nullable() }).nullable(),
});

const Joint = z.strictObject({
  areaM2: z.number(),
  bounds: z.strictObject({ centre: z.strictObject({ lat: z.number(), lon: z.number() }), radiusM: z.number() }),
  shape: z.enum(["disc-of-a", "disc-of-b", "lens", "point"]),
  outline: z.array(z.strictObject({ lat: z.number(), lon: z.number() })),
});
const Sides = z.array(z.enum(["a", "b"]));

/** As `compareAnswers` gives it. */
export const Comparison = z.discriminatedUnion("sort", [
  z.strictObject({
    sort: z.literal("place"),
    verdict: z.enum(["agree", "disagree", "too-vague"]),
    distanceM: z.number(),
    radiiM: z.strictObject({ a: z.number(), b: z.number() }),
    sumM: z.number(),
    askedM: z.number(),
    tooVague: Sides,
    joint: Joint.nullable(),
  }),
  z.strictObject({
    sort: z.literal("time"),
    verdict: z.enum(["agree", "disagree", "too-vague"]),
    joint: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    widthsS: z.strictObject({ a: z.number().nullable(), b: z.number().nullable(), joint: z.number().nullable() }),
    gapS: z.number(),
    askedS: z.number(),
    tooVague: Sides,
  }),
  z.strictObject({ sort: z.literal("choice"), verdict: z.enum(["agree", "disagree"]) }),
  z.strictObject({
    sort: z.literal("none"),
    verdict: z.literal("not-comparable"),
    why: z.enum(["words", "one-cannot-tell", "both-cannot-tell", "different-sorts", "not-as-asked"]),
  }),
]);

export const BlindRow = z.strictObject({
  blind: BlindId,
  question: QuestionId,
  text: z.string(),
  precision: AskedPrecision,
  items: z.array(ItemId),
  state: BlindState,
  /** Settled: they agree, or a resolution or minority view stands. */
  settled: z.boolean(),
  /** What the question asks otherwise since it was put to people, and from which line on. */
  changed: z.strictObject({ line, what: z.array(z.enum(["sort", "words", "event", "items", "precision"])) }).nullable(),
  answerers: z.array(Answerer),
  /** Of the answers in the places `a` and `b`. */
  comparisons: z.array(
    z.strictObject({
      ...{ a: z.number().int(), b: z.number().int(), comparison: Comparison },
      notIndependent: z.enum(["same-person", "saw-answer"]).nullable(),
    }),
  ),
  resolutions: z.array(
    z.strictObject({ how: z.enum(["resolution", "minority-view"]), text: z.string(), line, at: instant, byName: z.string() }),
  ),
  /** Answers in the ledger that count for nothing, and why. */
  uncounted: z.array(z.strictObject({ line, why: z.enum(["not-asked", "sealed-twice", "after-reveal", "copied", "other-packet"]) })),
  packets: z.number().int(),
  assignedByName: z.string(),
  line,
  at: instant,
  ended: z.string().nullable(),
});
export type BlindRow = z.infer<typeof BlindRow>;

export const BlindAnswer = z.strictObject({
  reviews: z.array(BlindRow),
  /** Questions that stand, to be put to people. */
  questions: z.array(
    z.strictObject({ question: QuestionId, sort: Question, text: z.string(), items: z.array(ItemId), precision: AskedPrecision }),
  ),
  people: z.array(z.strictObject({ person: PersonId, name: z.string(), me: z.boolean(), lines: z.number().int() })),
});
export type BlindAnswer = z.infer<typeof BlindAnswer>;

export const AssignBlindRequest = z.strictObject({
  question: QuestionId,
  items: z.array(ItemId).max(50),
  to: z.array(z.strictObject({ person: PersonId.nullable(), blind: z.boolean() })).max(10),
  reason: z.string().max(2000),
});
export type AssignBlindRequest = z.infer<typeof AssignBlindRequest>;

/** `prior`: demanded of who answers blind. */
export const SealAnswerRequest = z.strictObject({ answer: Answer, prior: PriorDeclared.nullable() });
export type SealAnswerRequest = z.infer<typeof SealAnswerRequest>;
/** `seq`: its line in the case; null where it answers a packet. */
export const SealedAnswerAnswer = z.strictObject({ seq: line.nullable(), commitment: Digest });
/** `file`: beside the packet. */
export const ToldAnswer = z.strictObject({ file: z.string() });
export const RevealRequest = z.strictObject({ reason: z.string().max(2000) });
export const ResolveBlindRequest = z.strictObject({ how: z.enum(["resolution", "minority-view"]), text: z.string().max(4000) });
export type ResolveBlindRequest = z.infer<typeof ResolveBlindRequest>;
