/**
 * States claims that a person accepted, new or again under their ids, all in one append or none. A claim says no more than its text:
 * the text is read anew, and a quote that does not stand there word for word is refused, whoever proposed it.
 */
import { CaseError } from "../core/case/case-error.ts";
import { faultOfClaim } from "../core/claim/check-claim.ts";
import type { ClaimId, ClaimStatement } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import { changedFields } from "../core/claim/changed-fields.ts";
import type { TextSpan } from "../core/claim/text-span.ts";
import type { EntryBodyOf, OpenedValue } from "../core/entry/entry.ts";
import type { EventId } from "../core/event/event.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandItems } from "./demand-items.ts";
import { demandSource } from "./demand-sources.ts";
import { demandEvent, demandReason, refuseFault } from "./event-ports.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface WantedClaim {
  /** Absent for a new one. */
  readonly claim?: ClaimId | undefined;
  readonly text: ClaimText;
  readonly span: TextSpan;
  readonly quote: string;
  readonly event: EventId | "unassigned";
  readonly statement: ClaimStatement;
  readonly proposed:
    | { readonly by: "person" }
    | { readonly by: "rules"; readonly version: string }
    | { readonly by: "assistant"; readonly model: string; readonly endpoint: string };
  /** As it was put forward; what differs is written down. */
  readonly proposal?: { readonly span: TextSpan; readonly quote: string; readonly statement: ClaimStatement } | undefined;
  /** Demanded where a claim is stated again. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN, naming the first claim that is at fault. */
export async function stateClaims(
  ports: ClaimPorts,
  viewer: Viewer,
  wanted: readonly WantedClaim[],
): Promise<{ claims: ClaimId[]; seq: number }> {
  demand(viewer, "append");
  const again = wanted.flatMap(({ claim }) => (claim === undefined ? [] : [claim]));
  const twice = again.find((id, at) => again.indexOf(id) !== at);
  if (twice !== undefined) throw new CaseError("INPUT_INVALID", `claim ${twice}: expected it once; found it twice in one request`);
  const read = rememberedTexts(ports);
  for (const [at, one] of wanted.entries()) await demandSound(ports, read, nameOf(one, at, wanted.length), one);
  const said = wanted.map((one) => sealed(one, createSealing(ports.writer)));
  let ids: ClaimId[] = [];
  const lines = await ports.writer.append(async (numbers) => {
    for (const { claim, event } of wanted) {
      // One that was taken back and is stated again stands again, as an event does.
      if (claim !== undefined && (await ports.claims.claim(claim)) === "unknown") demandStanding(`claim ${claim}`, "unknown");
      if (event !== "unassigned") await demandEvent(ports, event);
    }
    ids = wanted.map(({ claim }) => claim ?? numbers.next("k"));
    return said.map(({ data, opens }, at) => ({ kind: "claim.stated", data: { claim: ids[at] ?? "k1", ...data }, opens }));
  });
  return { claims: ids, seq: lines.at(-1)?.head.seq ?? 0 };
}

function nameOf({ claim }: WantedClaim, at: number, of: number): string {
  if (claim !== undefined) return `claim ${claim}`;
  return of === 1 ? "new claim" : `new claim ${at + 1} of ${of}`;
}

type ReadText = (text: ClaimText) => Promise<{ readonly text: string } | { readonly refusal: string }>;

/** Claims of one list are mostly of one text: it is read once. */
function rememberedTexts({ claims }: ClaimPorts): ReadText {
  const read = new Map<string, ReturnType<ReadText>>();
  return (text) => {
    const key = JSON.stringify([text.item, text.reading, text.part]);
    const found = read.get(key) ?? claims.textOf(text);
    read.set(key, found);
    return found;
  };
}

async function demandSound(ports: ClaimPorts, read: ReadText, thing: string, one: WantedClaim): Promise<void> {
  const { text, span, quote, statement } = one;
  if (one.claim !== undefined) demandReason(thing, one.reason);
  await demandItems(ports, [text.item, ...statement.restsOn]);
  for (const { source } of statement.speakers) await demandSource(ports, source);
  const found = text.part.sort === "typed" ? { text: quote } : await read(text);
  if ("refusal" in found) throw new CaseError("INPUT_INVALID", `${thing}: ${found.refusal}`);
  if (text.part.sort === "typed" && text.reading !== null)
    throw new CaseError("INPUT_INVALID", `${thing}: text: expected no reading of what was typed; found one`);
  refuseFault(thing, faultOfClaim({ part: text.part, span, quote, statement }, found.text));
}

type Data = Omit<EntryBodyOf<"claim.stated">["data"], "claim">;

function sealed(one: WantedClaim, { seal, opens }: Sealing): { data: Data; opens: readonly OpenedValue[] } {
  const { text, span, quote, event, statement, proposed, proposal, reason } = one;
  const data: Data = {
    ...{ text, span, event },
    aspect: statement.aspect,
    quote: seal(quote),
    statement: seal(statement as unknown as Json),
    proposed: proposed.by === "assistant" ? { by: proposed.by, model: seal(proposed.model), endpoint: seal(proposed.endpoint) } : proposed,
    edited: proposal === undefined ? [] : changedFields(proposal, { span, quote, statement }),
    reason: reason.trim() === "" ? null : seal(reason.trim()),
  };
  return { data, opens };
}
