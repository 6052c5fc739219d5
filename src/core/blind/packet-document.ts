/**
 * What a blind packet says: the question and the items, for somebody outside who answers without seeing the case. It names no case but
 * by its random id, no file but by its number, and nobody. Everything of a file that comes from outside is bounded.
 */
import { z } from "zod";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { BlindId } from "./blind.ts";
import { CaseError } from "../case/case-error.ts";
import { CaseId } from "../entry/entry.ts";
import { Question } from "../hypothesis/hypothesis.ts";
import { GraphicLevel, ItemId } from "../item/item.ts";
import { Digest } from "../hash/digest.ts";
import { QuestionId } from "../question/question.ts";
import { AskedPrecision } from "../review/answer.ts";
import { PacketMark } from "./packet-binding.ts";

export const packetDocumentName = "packet.json";
export const packetReadMeName = "READ-ME.txt";
/** Longest packet.json. */
export const packetDocumentBytesAtMost = 4 * 1024 * 1024;

export const PacketItem = z.strictObject({
  item: ItemId,
  /** Its place in the packet: nothing of its own name. */
  file: z.string().regex(/^items\/i[1-9][0-9]{0,14}\.[a-z0-9]{1,8}$/),
  object: Digest,
  bytes: z.number().int().min(0),
  kind: z.string().max(40),
  graphicLevel: GraphicLevel,
  durationSec: z.number().nullable(),
  /** What the bytes themselves say: it goes with them, so it is listed. */
  metadata: z.array(z.strictObject({ group: z.string().max(200), tag: z.string().max(200), value: z.string().max(500) })).max(1000),
});
export type PacketItem = z.infer<typeof PacketItem>;

const asks = {
  caseId: CaseId,
  question: QuestionId,
  blind: BlindId,
  sort: Question,
  text: z.string().max(4000),
  precision: AskedPrecision,
  items: z.array(PacketItem).min(1).max(50),
  program: z.string().max(100),
};

/** Written before packets had a mark: an answer to it is not bound to its bytes. */
const UnboundPacket = z.strictObject({ format: z.literal("witnessmark-blind-packet-v1"), ...asks });
export const BoundPacket = z.strictObject({ format: z.literal("witnessmark-blind-packet-v2"), ...asks, ...PacketMark.shape });
export type BoundPacket = z.infer<typeof BoundPacket>;

export const PacketDocument = z.discriminatedUnion("format", [UnboundPacket, BoundPacket]);
export type PacketDocument = z.infer<typeof PacketDocument>;

/** Throws CaseError INPUT_INVALID naming the member that does not fit. */
export function parsePacketDocument(bytes: Uint8Array): PacketDocument {
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    throw new CaseError("INPUT_INVALID", `${packetDocumentName}: expected JSON; found something else`);
  }
  const read = PacketDocument.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new CaseError(
    "INPUT_INVALID",
    `${packetDocumentName}: expected a blind packet; ${issue?.path.join(".") ?? "it"} is something else`,
  );
}
