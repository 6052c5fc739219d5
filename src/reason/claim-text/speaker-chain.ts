/** Who stands behind a value: every attribution that reaches it, outermost first, and whoever speaks on in a quotation. */
import type { Speaker } from "../../core/claim/claim.ts";
import type { Attribution, Link } from "./attribution.ts";
import type { FoundValue } from "./found-value.ts";
import { headOf } from "./noun-phrase.ts";
import { inside, type Reading } from "./reading.ts";
import type { ReadSentence } from "./read-sentence.ts";

export type SpeakerLink = Omit<Speaker, "source">;

export interface Chain {
  readonly links: readonly SpeakerLink[];
  /** Those of the value's own sentence. */
  readonly attributions: readonly Attribution[];
  readonly notes: readonly string[];
}

export function chainFor(sentences: readonly ReadSentence[], own: ReadSentence, value: FoundValue): Chain {
  const at = value.range.from;
  const { reading } = own;
  const reaching = own.facts.attributions.filter(({ scope, segment }) => scope.some((range) => inside(range, at)) && !inside(segment, at));
  const covering = value.saidAbout === undefined ? reaching : reaching.filter((one) => one !== value.saidAbout);
  // Inside a quotation whose speaker is named nearer, whoever merely stands around it is no speaker of it.
  const ordered = [...covering].sort((a, b) => depth(a, covering) - depth(b, covering));
  const quotation = reading.quoted[at] ?? -1;
  const links = ordered.flatMap((one, nth) => linksOf(reading, one, nth === ordered.length - 1 && quotation >= 0));
  for (let nth = links.length - 1; nth > 0; nth--) if (links[nth]?.span?.start === links[nth - 1]?.span?.start) links.splice(nth - 1, 1);
  const notes: string[] = [];
  if (
    quotation >= 0 &&
    (value.aspect !== "speech" || reading.quoted[at - 2] === quotation) &&
    !ordered.some(({ quotations }) => quotations.includes(quotation))
  ) {
    const carried = speakingOn(sentences, own, quotation);
    if (carried !== undefined) {
      // What is handed over inside the quotation lies deeper.
      links.unshift(...carried.links);
      notes.push("Direct speech goes on: the speaker is named in another sentence.");
    } else if (ordered.length === 0) notes.push("Words between quotation marks: whose they are is not plain.");
  }
  if (ordered.some(({ links: some }) => some.some(({ pronoun }) => pronoun)))
    notes.push("The speaker is named by a pronoun: say who is meant.");
  return { links, attributions: ordered, notes };
}

/** An attribution lies deeper the more others reach its own words. */
function depth(one: Attribution, all: readonly Attribution[]): number {
  return all.filter((other) => other !== one && outer(other, one)).length;
}

function outer(other: Attribution, one: Attribution): boolean {
  const covers = (a: Attribution, b: Attribution) => a.scope.some((range) => inside(range, b.segment.from));
  if (covers(other, one)) return !covers(one, other) || other.segment.from > one.segment.from;
  return false;
}

function linksOf(reading: Reading, { links }: Attribution, quoted: boolean): SpeakerLink[] {
  return links.flatMap((link, nth) => {
    const made = linkOf(reading, link, quoted && nth === links.length - 1);
    return made === undefined ? [] : [made];
  });
}

function linkOf(reading: Reading, { speaker, says }: Link, direct: boolean): SpeakerLink | undefined {
  if (speaker === null) return undefined;
  const span = reading.span(speaker);
  const words = reading.text.slice(span.start, span.end);
  const said = reading.words(says);
  if (words === "") return undefined;
  return {
    words,
    who: whoIs(reading, speaker),
    says: said === "" ? null : said,
    direct,
    span: { start: span.start + reading.base, end: span.end + reading.base },
  };
}

function whoIs(reading: Reading, speaker: { readonly from: number; readonly to: number }): Speaker["who"] {
  const head = headOf(reading, speaker);
  const capital = reading.isCapital(head.to - 1) && head.to - 1 > 0;
  let who: Speaker["who"] | undefined;
  for (let at = head.from; at < head.to; at++) {
    const mark = reading.at<Speaker["who"]>("speaker", at);
    if (mark !== undefined && mark.to <= head.to) who = mark.entry;
  }
  const key = reading.key(head.from);
  if (who === undefined && /^(?:he|she|i)$/.test(key)) return "person";
  if (who === undefined && /^(?:they|we|many|some|several|others)$/.test(key)) return "group";
  if (
    who === undefined &&
    reading.isCapital(head.from) &&
    head.to - head.from >= 2 &&
    capital &&
    reading.at("determiner", head.from) === undefined
  )
    return "person";
  return who ?? "unknown";
}

/** Whoever another sentence names for the same quotation; else, where the sentence is all quotation, whoever spoke last. */
function speakingOn(
  sentences: readonly ReadSentence[],
  own: ReadSentence,
  quotation: number,
): { readonly links: readonly SpeakerLink[] } | undefined {
  for (const other of sentences)
    for (const one of other.facts.attributions) if (one.quotations.includes(quotation)) return { links: linksOf(other.reading, one, true) };
  const whole = own.reading.quoted.every((nth, at) => nth >= 0 || !own.reading.isWord(at));
  if (!whole) return undefined;
  const before = sentences.slice(0, sentences.indexOf(own)).reverse();
  for (const other of before) {
    const last = other.facts.attributions.filter(({ quotations }) => quotations.length > 0).at(-1) ?? other.facts.attributions.at(-1);
    if (last !== undefined) return { links: linksOf(other.reading, last, true) };
  }
  return undefined;
}
