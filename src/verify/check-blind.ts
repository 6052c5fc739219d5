/**
 * Blind answers: each reveal opens the commitment that it names, no commitment stands twice, what came from outside is signed by the
 * key it names and given to a packet that an earlier line records, and nothing was revealed before everybody who was asked had sealed.
 * Lines that are not here are not judged.
 */
import { fromBase64 } from "../core/bytes/base64.ts";
import type { BlindId } from "../core/blind/blind.ts";
import { type Answerer, commitmentOf, sealedOutsideText } from "../core/blind/commitment.ts";
import type { CaseId, EntryBody, EntryBodyOf } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import type { Findings } from "./findings.ts";
import type { VerifyPlatform } from "./verify-options.ts";

type BlindBody =
  EntryBodyOf<"blind.assigned"> | EntryBodyOf<"blind.packet-written"> | EntryBodyOf<"answer.sealed"> | EntryBodyOf<"answer.revealed">;

export interface SeenBlind {
  readonly line: number;
  readonly body: BlindBody;
}

/** What of a line this check looks at; undefined for the others. */
export function blindBody(body: EntryBody): BlindBody | undefined {
  switch (body.kind) {
    case "blind.assigned":
    case "blind.packet-written":
    case "answer.sealed":
    case "answer.revealed":
      return body;
    default:
      return undefined;
  }
}

interface Review {
  readonly data: EntryBodyOf<"blind.assigned">["data"];
  /** Places that are still free. */
  readonly free: (string | null)[];
  readonly answered: Set<Answerer>;
  /** Bindings of its packets; null for each without one. */
  readonly packets: (Digest | null)[];
  readonly packetsAnswered: Set<Digest>;
  revealed: boolean;
}

interface SealedSeen {
  readonly body: EntryBodyOf<"answer.sealed">;
  readonly answerer: Answerer;
  /** It took a place of those who were asked. */
  readonly counts: boolean;
}

export async function checkBlind(
  seen: readonly SeenBlind[],
  { caseId, gaps, platform }: { readonly caseId: CaseId | undefined; readonly gaps: boolean; readonly platform: VerifyPlatform },
  findings: Findings,
): Promise<void> {
  if (caseId === undefined) return;
  const reviews = new Map<BlindId, Review>();
  const sealed = new Map<number, SealedSeen>();
  const firstOf = new Map<Digest, number>();
  for (const { line, body } of seen) {
    const against = (code: "answer-wrong" | "answer-copied" | "answer-early", text: string): void =>
      findings.against(code, `Line ${line}: ${text}.`, { line });
    const review = reviews.get(body.data.blind);
    if (body.kind === "blind.assigned") {
      if (review !== undefined) against("answer-wrong", `expected a blind review of a number of its own; found ${body.data.blind} again`);
      else
        reviews.set(body.data.blind, {
          data: body.data,
          free: body.data.to.map(({ person }) => person),
          answered: new Set(),
          packets: [],
          packetsAnswered: new Set(),
          revealed: false,
        });
      continue;
    }
    if (review === undefined) {
      if (!gaps)
        against("answer-wrong", `expected a blind review that an earlier line asks for; found none that asks for ${body.data.blind}`);
      continue;
    }
    if (body.kind === "blind.packet-written") {
      review.packets.push(body.data.binding ?? null);
      continue;
    }
    if (body.kind === "answer.sealed") {
      const answerer = body.data.from?.signature.key ?? body.by;
      const first = firstOf.get(body.data.commitment);
      if (first !== undefined) against("answer-copied", `expected a commitment of its own; found a copy of that of line ${first}`);
      firstOf.set(body.data.commitment, first ?? line);
      if (body.data.question !== review.data.question)
        against("answer-wrong", `expected an answer to question ${review.data.question}, as ${body.data.blind} asks; found one to another`);
      await checkOutside(body, { caseId, platform }, (text) => against("answer-wrong", text));
      sealed.set(line, { body, answerer, counts: first === undefined && takePlace(line, { body, answerer }, { review, gaps }, findings) });
    } else {
      const revealed = sealed.get(body.data.sealed);
      checkReveal(body, { review, sealed: revealed, caseId, platform, gaps }, (text) => against("answer-wrong", text));
      // An answer that counts for nothing shuts nobody out of answering.
      if (revealed?.counts === false) continue;
      checkInTime(line, body, review, { gaps, findings });
      review.revealed = true;
    }
  }
}

async function checkOutside(
  { data }: EntryBodyOf<"answer.sealed">,
  { caseId, platform }: { readonly caseId: CaseId; readonly platform: VerifyPlatform },
  against: (text: string) => void,
): Promise<void> {
  if (data.from === null) return;
  const { outside, signature } = data.from;
  const about = { caseId, question: data.question, blind: data.blind, packet: data.from.packet, prior: data.prior };
  const text = sealedOutsideText(about, data.commitment);
  const holds =
    keyIdOf(platform.sha256, outside.key) === signature.key &&
    (await platform.verifyEd25519(fromBase64(outside.key.base64), text, fromBase64(signature.value)));
  if (!holds) against("expected the signature of the key that the answer names, over this case, question and review; found another");
}

/** An answer that takes no place counts for nothing; it breaks nothing either. */
function takePlace(
  line: number,
  { body, answerer }: Omit<SealedSeen, "counts">,
  { review, gaps }: { readonly review: Review; readonly gaps: boolean },
  findings: Findings,
): boolean {
  const { from } = body.data;
  const at = review.free.indexOf(from === null ? body.by : null);
  const toPacket = from === null || gaps || takesAnswer(review, from.packet ?? null);
  const why = review.revealed
    ? "came after a reveal"
    : review.answered.has(answerer)
      ? "is the second of the same person"
      : at === -1
        ? "is of somebody who was not asked"
        : !toPacket
          ? "is to no packet of it that an earlier line records and that waits for an answer"
          : undefined;
  if (why !== undefined) {
    findings.notice("answer-uncounted", `Line ${line}: the answer to ${body.data.blind} ${why}, and counts for nothing.`, { line });
    return false;
  }
  review.free.splice(at, 1);
  review.answered.add(answerer);
  if (from?.packet !== undefined) review.packetsAnswered.add(from.packet);
  return true;
}

/** As `takesAnswer` of the core judges it: an answer that is bound to no packet is taken only where not every packet has a binding. */
function takesAnswer({ packets, packetsAnswered }: Review, packet: Digest | null): boolean {
  if (packet === null) return packets.length === 0 || packets.includes(null);
  return packets.includes(packet) && !packetsAnswered.has(packet);
}

interface RevealParts {
  readonly review: Review;
  readonly sealed: SealedSeen | undefined;
  readonly caseId: CaseId;
  readonly platform: VerifyPlatform;
  readonly gaps: boolean;
}

function checkReveal(
  { by, data }: EntryBodyOf<"answer.revealed">,
  { review, sealed, caseId, platform, gaps }: RevealParts,
  against: (text: string) => void,
): void {
  if (sealed === undefined) {
    if (!gaps) against(`expected an answer that an earlier line sealed; found that line ${data.sealed} seals none`);
    return;
  }
  if (sealed.body.data.blind !== data.blind)
    return against(`expected an answer sealed in ${data.blind}; found one of another blind review`);
  if (sealed.body.data.from === null && sealed.body.by !== by)
    against("expected everybody to reveal their own answer; found that of another person");
  const place = {
    caseId,
    question: review.data.question,
    blind: data.blind,
    answerer: sealed.answerer,
    packet: sealed.body.data.from?.packet,
  };
  if (commitmentOf(platform.sha256, place, data.salt, data.answer) !== sealed.body.data.commitment)
    against(
      `expected the answer that line ${data.sealed} fixed; found another, or one that was fixed for another case, question or person`,
    );
}

function checkInTime(
  line: number,
  { data }: EntryBodyOf<"answer.revealed">,
  { free, revealed }: Review,
  { gaps, findings }: { readonly gaps: boolean; readonly findings: Findings },
): void {
  if (free.length === 0 || revealed) return;
  const text = `Line ${line}: an answer to ${data.blind} was revealed while ${free.length} of those who were asked had not sealed theirs: nobody answered blind after that.`;
  if (data.early !== null) findings.notice("answer-early", `${text} The line says why.`, { line });
  else if (gaps) findings.notice("answer-early", `${text} Or their lines are among those that are left out here.`, { line });
  else findings.against("answer-early", `${text} No reason stands with it.`, { line });
}
