/**
 * Makes the packet for somebody who answers blind elsewhere: items and question, nothing else of the case. Where nobody was asked yet,
 * whoever makes it is the first answerer and the packet's reader the second. It goes out only once everybody who answers inside has
 * sealed: whatever comes back can then steer nobody. That it was written stands in the case, by its hash.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { type BlindReview, isRevealed, slotOf, waitingFor } from "../core/blind/blind-review.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Question } from "../core/hypothesis/hypothesis.ts";
import type { GraphicLevel, ItemId } from "../core/item/item.ts";
import type { QuestionId } from "../core/question/question.ts";
import type { ByteStream, VaultReader } from "../core/vault/vault.port.ts";
import { toHex } from "../core/bytes/hex.ts";
import { packetBinding, packetContent } from "../core/blind/packet-binding.ts";
import { BoundPacket, packetDocumentName, packetReadMeName } from "../core/blind/packet-document.ts";
import { packetReadMe } from "../core/blind/packet-read-me.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { assignBlind } from "./assign-blind.ts";
import { type BlindPorts, demandReview } from "./blind-ports.ts";
import { once } from "./once.ts";

export interface PacketPorts extends BlindPorts {
  readonly vault: Pick<VaultReader, "read" | "size">;
  readonly program: string;
  readonly packet: {
    items(items: readonly ItemId[]): Promise<
      readonly {
        readonly item: ItemId;
        readonly file: string;
        readonly object: Digest;
        readonly kind: string;
        readonly graphicLevel: GraphicLevel;
        readonly durationSec: number | null;
        readonly metadata: { group: string; tag: string; value: string }[];
      }[]
    >;
    /** The question as it stood at a line. */
    question(id: QuestionId, line: number): Promise<{ readonly sort: Question; readonly text: string } | undefined>;
    /** Why conditions keep items from going out. */
    refused(items: readonly ItemId[]): Promise<readonly { readonly item: ItemId; readonly why: string }[]>;
    write(
      out: string,
      members: readonly { readonly name: string; readonly size: number; readonly read: () => ByteStream }[],
    ): Promise<{ bytes: number; packet: Digest }>;
  };
}

export interface WantedPacket {
  readonly question: QuestionId;
  /** Those of the question where none are named. */
  readonly items: readonly ItemId[];
  readonly out: string;
  /** A person was told of what stands against it and goes on. */
  readonly confirmed: boolean;
}

export interface PacketMade {
  readonly blind: BlindId;
  readonly packet: Digest;
  readonly bytes: number;
  readonly seq: number;
  /** The review was begun for this packet. */
  readonly begun: boolean;
  readonly document: BoundPacket;
}

/** Throws CaseError INPUT_INVALID, PATH_REFUSED, OBJECT_MISSING, NOT_ALLOWED. */
export async function makeBlindPacket(ports: PacketPorts, viewer: Viewer, wanted: WantedPacket): Promise<PacketMade> {
  demand(viewer, "append");
  const waiting = [...(await ports.blind.reviews()).values()].find((review) => takesPacket(review, wanted.question));
  const shown = waiting?.items ?? (wanted.items.length > 0 ? wanted.items : ((await ports.blind.question(wanted.question))?.items ?? []));
  await demandMayGo(ports, shown, wanted.confirmed);
  const blind = waiting?.blind ?? (await begin(ports, viewer, wanted));
  const review = await demandReview(ports, blind);
  if (wanted.items.length > 0 && [...wanted.items].sort().join() !== [...review.items].sort().join())
    throw new CaseError(
      "INPUT_INVALID",
      `blind review ${blind}: expected the items that it asks about (${review.items.join(", ")}); found others`,
    );
  demandSealedInside(review, waiting === undefined);
  const document = await documentOf(ports, review);
  const { bytes, packet } = await ports.packet.write(wanted.out, await membersOf(ports, document));
  const binding = packetBinding(ports.sha256, document, document);
  const [line] = await ports.writer.append(() => [{ kind: "blind.packet-written", data: { blind, packet, binding } }]);
  return { blind, packet, bytes, seq: line?.head.seq ?? 0, begun: waiting === undefined, document };
}

const takesPacket = (review: BlindReview, question: QuestionId): boolean =>
  review.question === question && review.ended === null && !isRevealed(review) && slotOf(review, null) !== null;

/** An answer that comes back can be opened by whoever sent it, at any time: nobody inside may still be free to fit theirs to it. */
function demandSealedInside(review: BlindReview, begun: boolean): void {
  const open = waitingFor(review).flatMap((slot) => review.to[slot]?.person ?? []);
  if (open.length === 0) return;
  throw new CaseError(
    "INPUT_INVALID",
    `blind review ${review.blind}${begun ? ", which is begun now" : ""}: expected everybody who answers inside the case to have sealed before a packet goes out; waiting for ${open.join(", ")}. Seal with \`witnessmark blind CASE --seal ${review.blind}\` or on the screen Blind, then write the packet.`,
  );
}

async function begin(ports: PacketPorts, viewer: Viewer, { question, items }: WantedPacket): Promise<BlindId> {
  const to = [
    { person: viewer.person, blind: false },
    { person: null, blind: true },
  ];
  return (await assignBlind(ports, viewer, { question, items, to, reason: "" })).id;
}

async function demandMayGo({ packet }: PacketPorts, items: readonly ItemId[], confirmed: boolean): Promise<void> {
  const [first] = confirmed ? [] : await packet.refused(items);
  if (first !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `item ${first.item}: expected conditions that let it leave the case; found: ${first.why}. Whoever is asked blind gets the bytes; say that you know by confirming.`,
    );
}

async function documentOf(ports: PacketPorts, { blind, question, precision, items, line }: BlindReview): Promise<BoundPacket> {
  const asked = await ports.packet.question(question, line);
  if (asked === undefined || asked.text === "withheld")
    throw new CaseError("INPUT_INVALID", `question ${question}: expected its words in this copy of the case; found them withheld`);
  const facts = await ports.packet.items(items);
  const sizes = await Promise.all(facts.map(({ object }) => ports.vault.size(object)));
  const missing = facts.find((_, at) => sizes[at] === undefined);
  if (missing !== undefined) throw new CaseError("OBJECT_MISSING", `item ${missing.item}: expected its object in the case; found none`);
  const asks = {
    ...{ caseId: ports.caseId, question, blind, sort: asked.sort, text: asked.text, precision },
    items: facts.map((one, at) => ({ ...one, bytes: sizes[at] })),
  };
  return BoundPacket.parse({
    ...{ format: "witnessmark-blind-packet-v2", ...asks, program: ports.program },
    ...{ nonce: toHex(ports.random(32)), content: packetContent(ports.sha256, asks) },
  });
}

async function membersOf({ vault }: PacketPorts, document: BoundPacket) {
  const text = (name: string, words: string) => {
    const bytes = encodeUtf8(words);
    return { name, size: bytes.length, read: () => once(bytes) };
  };
  return [
    text(packetDocumentName, `${JSON.stringify(document, undefined, 2)}\n`),
    text(packetReadMeName, packetReadMe(document)),
    ...document.items.map(({ file, bytes, object }) => ({ name: file, size: bytes, read: () => vault.read(object) })),
  ];
}
