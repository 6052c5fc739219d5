/**
 * Refuses claims that may not be kept: whose words do not stand in the text that they name, which rest on a picture that may not be
 * cited for their event, or of which it is not known what a person changed of the proposal.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { changedFields } from "../core/claim/changed-fields.ts";
import { faultOfClaim } from "../core/claim/check-claim.ts";
import type { EventId } from "../core/event/event.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { type ClaimPorts, demandStanding, type TextFound } from "./claim-ports.ts";
import { type ReadText, textsReadOnce } from "./claim-texts.ts";
import { demandItems } from "./demand-items.ts";
import { demandSource } from "./demand-sources.ts";
import { demandEvent, demandReason, refuseFault } from "./event-ports.ts";
import { demandCitable } from "./exhibit-ports.ts";
import type { WantedClaim } from "./state-claims.ts";

/** What a line has room for (64 KiB), with its frame taken off. */
const mostBytes = 48 * 1024;

/** Of each, what a person changed of what was put forward. Throws CaseError INPUT_INVALID, ITEM_UNKNOWN, naming the first at fault. */
export async function demandClaims(ports: ClaimPorts, wanted: readonly WantedClaim[]): Promise<string[][]> {
  const read = textsReadOnce(ports);
  const cited = new Set<string>();
  const edited: string[][] = [];
  for (const [at, one] of wanted.entries()) {
    const thing = nameOf(one, at, wanted.length);
    // One that was taken back and is stated again stands again, as an event does.
    if (one.claim !== undefined && (await ports.claims.claim(one.claim)) === "unknown") demandStanding(`claim ${one.claim}`, "unknown");
    await demandSound(ports, read, thing, one);
    if (one.event !== "unassigned") {
      await demandEvent(ports, one.event);
      for (const item of one.statement.restsOn) await demandCitableOnce(ports, cited, thing, item, one.event);
    }
    edited.push(await editedOf(ports, thing, one));
  }
  return edited;
}

function nameOf({ claim }: WantedClaim, at: number, of: number): string {
  if (claim !== undefined) return `claim ${claim}`;
  return of === 1 ? "new claim" : `new claim ${at + 1} of ${of}`;
}

async function demandSound(ports: ClaimPorts, read: ReadText, thing: string, one: WantedClaim): Promise<void> {
  const { text, span, quote, statement, reason } = one;
  if (one.claim !== undefined) demandReason(thing, reason);
  const bytes = [quote, reason, canonicalJson(statement as unknown as Json)].reduce((sum, words) => sum + encodeUtf8(words).length, 0);
  if (bytes > mostBytes)
    throw new CaseError("INPUT_INVALID", `${thing}: expected at most ${mostBytes} bytes of words; found ${bytes}. Quote less.`);
  await demandItems(ports, [text.item, ...statement.restsOn]);
  for (const { source } of statement.speakers) await demandSource(ports, source);
  if (text.part.sort === "typed") await demandTyped(ports, thing, one);
  const found: TextFound = text.part.sort === "typed" ? { text: quote } : await read(text);
  if ("refusal" in found) throw new CaseError("INPUT_INVALID", `${thing}: ${found.refusal}`);
  refuseFault(thing, faultOfClaim({ part: text.part, span, quote, statement }, found.text));
  if (text.part.sort === "tier") refuseFault(thing, faultOfSpoken(text.part.speaker, statement));
  refuseFault(thing, found.faultAt?.(span));
}

/** Whoever is heard says it first, whatever they say that others said. */
function faultOfSpoken(label: string | null, { speakers: [first] }: WantedClaim["statement"]): string | undefined {
  if (label === null || (first?.words === label && first.span === null)) return undefined;
  return `speaker 1: expected ${label}, whose words these are; found ${first === undefined ? "nobody" : "another"}`;
}

/** Typed words are their own text: whoever could type beside a text could put any words into its mouth. */
async function demandTyped({ claims }: ClaimPorts, thing: string, { text, proposed }: WantedClaim): Promise<void> {
  if (text.reading !== null) throw new CaseError("INPUT_INVALID", `${thing}: text: expected no reading of what was typed; found one`);
  if (proposed.by !== "person")
    throw new CaseError("INPUT_INVALID", `${thing}: expected typed words from a person; found them put forward by the ${proposed.by}`);
  if (await claims.hasText(text.item))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: text: expected words typed from what has no text; found that ${text.item} has one. Quote it; what is said in a recording once a second person reviewed it.`,
    );
}

async function demandCitableOnce(ports: ClaimPorts, cited: Set<string>, thing: string, item: ItemId, event: EventId): Promise<void> {
  const key = `${item} ${event}`;
  if (!cited.has(key)) await demandCitable(ports, `${thing}, ${item} for ${event}`, item, event);
  cited.add(key);
}

/** A claim that a person changed never stands as accepted unchanged, not even when it is stated again. */
async function editedOf({ claims }: ClaimPorts, thing: string, one: WantedClaim): Promise<string[]> {
  const { claim, proposed, proposal } = one;
  if (proposal !== undefined) return changedFields(proposal, one);
  if (proposed.by === "person") return [];
  const before = claim === undefined ? undefined : await claims.stated(claim);
  if (before === undefined || canonicalJson(before.proposed) !== canonicalJson(proposed))
    throw new CaseError("INPUT_INVALID", `${thing}: proposal: expected it as the ${proposed.by} put it forward; found none`);
  return [...new Set([...before.edited, ...changedFields(before, one)])];
}
