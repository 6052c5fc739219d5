/**
 * What a language model put forward, held under our own rules: the words that limit it and the chain of speakers are the rules' where
 * they read any, and what the model adds stands behind theirs, so that nothing it adds can push theirs out.
 */
import type { ClaimStatement, Hedge, Speaker } from "../../core/claim/claim.ts";
import type { ClaimValue } from "../../core/claim/claim-value.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { limitsIn } from "./assistant-limits.ts";
import type { AssistantWindow } from "./assistant-window.ts";

/** As many as a claim holds. */
const mostHedges = 20;

/** `found`: approximating words that our readers saw with the value. A reason where the claim cannot stand. Adds to `notes`. */
export function underRules(
  window: AssistantWindow,
  sentence: TextSpan,
  given: ClaimStatement,
  found: readonly Hedge[],
  notes: string[],
): ClaimStatement | string {
  const touching = window.rules.filter(({ statement }) => meets(statement.valueSpan, given.valueSpan));
  const same = touching.filter(({ statement }) => statement.aspect === given.aspect);
  const limits = limitsIn(window, sentence);
  if (limits === undefined) notes.push("No rules for this language: look yourself for hedges, negations and who is cited.");
  const [rule] = same;
  if (given.polarity === "affirmed") {
    const polarities = new Set((same.length > 0 ? same : touching).map(({ statement }) => statement.polarity));
    if (polarities.has("open")) return "the rules read that the text says this is not known; the assistant took it as said";
    if (polarities.has("denied") && !polarities.has("affirmed")) {
      if (rule === undefined) return "the rules read a denial that reaches these words; the assistant took them as said";
      notes.push("The assistant left out that this is denied: put back by the rules.");
      given = { ...given, polarity: "denied" };
    } else if (polarities.size === 0 && limits !== undefined && limits.denials.length > 0)
      return `“${limits.denials[0] ?? ""}” stands in the sentence, and no rule says whether it reaches these words`;
  } else if (rule !== undefined && rule.statement.polarity !== given.polarity)
    notes.push(`The rules read these words as ${rule.statement.polarity}, the assistant as ${given.polarity}.`);
  given = { ...given, value: valueUnder(rule?.statement.value, given.value, notes) };
  const eventSort = eventUnder(
    (same.length > 0 ? same : touching).map(({ statement }) => statement),
    given.eventSort,
    notes,
  );
  // Of another aspect's claim, an approximating word limits that figure alone; where no rule reads the words, every hedge counts.
  const due =
    same.length > 0
      ? same.flatMap(({ statement }) => statement.hedges)
      : touching.length > 0
        ? touching.flatMap(({ statement }) => statement.hedges.filter(({ sort }) => sort !== "approximate"))
        : (limits?.hedges ?? []);
  const ours = apart(due, found);
  if (ours.length > mostHedges) return `the rules read ${ours.length} words that limit it; a claim holds at most ${mostHedges}`;
  const added = ours.filter(({ span }) => !given.hedges.some((hedge) => meets(hedge.span, span)));
  if (added.length > 0) notes.push(`The assistant left out ${added.map(({ words }) => `“${words}”`).join(", ")}: put back by the rules.`);
  const hedges = apart(ours, given.hedges).slice(0, mostHedges);
  const chains = (same.length > 0 ? same : touching).map(({ statement }) => statement.speakers);
  const chain = chains.reduce<readonly Speaker[]>((longest, one) => (one.length > longest.length ? one : longest), []);
  const speakers = speakersUnder(chain, given.speakers, notes);
  if (speakers.length === 0 && touching.length === 0 && limits !== undefined && limits.says.length > 0)
    notes.push(`“${limits.says[0] ?? ""}” stands in the sentence, and the assistant named no speaker.`);
  return { ...given, eventSort, hedges, speakers };
}

/** The rules' chain, unless the model's holds it in its order: then the rules' links in their places among the model's. */
function speakersUnder(chain: readonly Speaker[], given: readonly Speaker[], notes: string[]): Speaker[] {
  let next = 0;
  const joined = given.map((one) => {
    const link = chain[next];
    if (link === undefined || !isSameSpeaker(link, one)) return one;
    next++;
    return link;
  });
  if (next < chain.length) {
    notes.push("The assistant named other speakers, or fewer, than the rules read: the chain of the rules is taken.");
    return [...chain];
  }
  if (chain.length > 0 && joined.length > chain.length) notes.push("The assistant named more speakers than the rules read.");
  return joined;
}

function isSameSpeaker(ours: Speaker, theirs: Speaker): boolean {
  const [a, b] = [ours.words.toLowerCase(), theirs.words.toLowerCase()];
  if (a === b) return true;
  return ours.span !== null && theirs.span !== null && meets(ours.span, theirs.span) && (a.includes(b) || b.includes(a));
}

/**
 * What was checked, how that went, and who did and who suffered are the rules' reading; without one they are left unsaid, for a
 * person to say. Every difference is told.
 */
function valueUnder(rule: ClaimValue | undefined, given: ClaimValue, notes: string[]): ClaimValue {
  if (given.is === "verification") {
    const ours = rule?.is === "verification" ? rule : undefined;
    const of = ours?.of ?? "unstated";
    const outcome = ours?.outcome ?? given.outcome;
    if (ours === undefined)
      notes.push("No rule reads a check in these words: look yourself what was checked, by whom and with what outcome.");
    if (of !== given.of) notes.push(`The assistant took the check to be of ${given.of}; ${readAs(ours?.of)}.`);
    if (outcome !== given.outcome)
      notes.push(`The assistant took the check as ${given.outcome}; the rules read ${outcome}, which is taken.`);
    return { ...given, of, outcome };
  }
  if (given.is === "actor") {
    const ours = rule?.is === "actor" ? rule : undefined;
    const part = ours?.part ?? "unclear";
    if (part !== given.part) notes.push(`The assistant took it that they ${given.part} it; ${readAs(ours?.part)}.`);
    return { ...given, part };
  }
  if (rule?.is === "act" && given.is === "act" && rule.act !== given.act) notes.push(`The rules read this act as ${rule.act}.`);
  return given;
}

/** Of another aspect's claims that the words touch, only what all of them agree on. */
function eventUnder(rules: readonly ClaimStatement[], given: ClaimStatement["eventSort"], notes: string[]): ClaimStatement["eventSort"] {
  const [read, ...others] = new Set(rules.map(({ eventSort }) => eventSort));
  const sort = read === undefined || others.length > 0 ? "unclear" : read;
  if (sort !== given && given !== "unclear")
    notes.push(`The assistant took the event as ${given}; ${readAs(sort === "unclear" ? undefined : sort)}.`);
  return sort;
}

function readAs(ours: string | undefined): string {
  return ours === undefined ? "no rule reads that, so it is left unsaid" : `the rules read ${ours}, which is taken`;
}

/** The first ones, each place once, then those of the others that meet none before them. */
function apart(first: readonly Hedge[], others: readonly Hedge[]): Hedge[] {
  const all: Hedge[] = [];
  for (const hedge of first) if (!all.some(({ span }) => span.start === hedge.span.start && span.end === hedge.span.end)) all.push(hedge);
  for (const hedge of others) if (!all.some(({ span }) => meets(span, hedge.span))) all.push(hedge);
  return all;
}

function meets(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && a.end > b.start;
}
