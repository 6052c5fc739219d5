/**
 * What ties an answer to the packet that it was given to. A packet says a fresh nonce and a hash of all that is asked and shown; the line
 * that records the packet holds a hash over both and never the nonce. Whoever answers sends the nonce back: a packet that this case did
 * not write, or whose question or media are others, has another. docs/format/v1 has the texts and a test vector.
 */
import { z } from "zod";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { CaseId } from "../entry/entry.ts";
import { Digest, digestOf } from "../hash/digest.ts";
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { QuestionId } from "../question/question.ts";
import type { BlindId } from "./blind.ts";

export const PacketMark = z.strictObject({
  /** 64 hexadecimal digits of fresh randomness. */
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  content: Digest,
});
export type PacketMark = z.infer<typeof PacketMark>;

type Hash = (bytes: Uint8Array) => Uint8Array;
interface Asked {
  readonly caseId: CaseId;
  readonly question: QuestionId;
  readonly blind: BlindId;
}

/** Hash of the question and the media as packed: of these members of packet.json, canonically. */
export function packetContent(
  sha256: Hash,
  document: Asked & { readonly sort: unknown; readonly text: unknown; readonly precision: unknown; readonly items: unknown },
): Digest {
  const { caseId, question, blind, sort, text, precision, items } = document;
  const canonical = canonicalJson({ caseId, question, blind, sort, text, precision, items } as unknown as Json);
  return digestOf(sha256(encodeUtf8(`witnessmark-packet-content-v1\n${canonical}`)));
}

export function packetBinding(sha256: Hash, { caseId, question, blind }: Asked, { nonce, content }: PacketMark): Digest {
  return digestOf(sha256(encodeUtf8(`witnessmark-packet-v1\n${caseId}\n${question}\n${blind}\n${content}\n${nonce}`)));
}
