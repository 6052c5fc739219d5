/** Finds the phrases of a lexicon in a row of words: one walk a word, the longest phrase of each sort first. */
import type { Lexicon, Phrase } from "./languages/lexicon.ts";
import type { Token } from "./tokens.ts";

/** Words of the text that are a phrase of the lexicon: tokens from `from` up to `to`, not included. */
export interface Mark<T = unknown> {
  readonly from: number;
  readonly to: number;
  readonly entry: T;
}

interface Node {
  readonly exact: Map<string, Node>;
  /** By how the word begins. */
  readonly begins: Map<string, Node>;
  readonly ends: { readonly sort: string; readonly entry: unknown }[];
}

const empty = (): Node => ({ exact: new Map(), begins: new Map(), ends: [] });

export class PhraseIndex {
  readonly #root = empty();

  add(sort: string, phrase: Phrase, entry: unknown): void {
    let node = this.#root;
    for (const word of phrase.split(" ")) {
      const stem = word.endsWith("*");
      const among = stem ? node.begins : node.exact;
      const key = stem ? word.slice(0, -1) : word;
      let next = among.get(key);
      if (next === undefined) among.set(key, (next = empty()));
      node = next;
    }
    node.ends.push({ sort, entry });
  }

  /** Marks by their sort, in the order of the words, none overlapping another of its sort. */
  find(tokens: readonly Token[]): ReadonlyMap<string, readonly Mark[]> {
    const found = new Map<string, Mark[]>();
    for (let from = 0; from < tokens.length; from++) {
      const best = new Map<string, Mark>();
      walk(this.#root, tokens, from, from, best);
      for (const [sort, mark] of best) {
        const marks = found.get(sort);
        if (marks === undefined) found.set(sort, [mark]);
        else if ((marks.at(-1)?.to ?? 0) <= from) marks.push(mark);
      }
    }
    return found;
  }
}

function walk(node: Node, tokens: readonly Token[], from: number, at: number, best: Map<string, Mark>): void {
  for (const { sort, entry } of node.ends) if (at > from && at > (best.get(sort)?.to ?? 0)) best.set(sort, { from, to: at, entry });
  const token = tokens[at];
  if (token === undefined) return;
  const exact = node.exact.get(token.key);
  if (exact !== undefined) walk(exact, tokens, from, at + 1, best);
  if (node.begins.size === 0) return;
  for (let length = Math.min(token.key.length, 24); length > 1; length--) {
    const begins = node.begins.get(token.key.slice(0, length));
    if (begins !== undefined) walk(begins, tokens, from, at + 1, best);
  }
}

/** Sorts under which the lists of a lexicon are found. */
export function indexOf(lexicon: Lexicon): PhraseIndex {
  const index = new PhraseIndex();
  const plain = (sort: string, phrases: readonly Phrase[], entry: unknown = null) => {
    for (const phrase of phrases) index.add(sort, phrase, entry);
  };
  const entries = (sort: string, list: readonly { readonly phrase: Phrase }[]) => {
    for (const entry of list) index.add(sort, entry.phrase, entry);
  };
  entries("says", lexicon.says);
  entries("accordingTo", lexicon.accordingTo);
  // "За даними", "за її даними": whose they are may stand between.
  for (const entry of lexicon.accordingTo) {
    const [lead, noun, ...more] = entry.phrase.split(" ");
    if (noun === undefined || more.length > 0 || lexicon.language === "en") continue;
    for (const whose of lexicon.language === "uk" ? ["його", "її", "їхніми"] : ["его", "ее", "их"])
      index.add("accordingTo", `${lead} ${whose} ${noun}`, entry);
  }
  plain("quotes", lexicon.quotes.verbs);
  plain("quotesAs", lexicon.quotes.as);
  plain("that", lexicon.that);
  for (const [who, phrases] of Object.entries(lexicon.speakers)) plain("speaker", phrases, who);
  entries("basis", lexicon.basis);
  for (const [sort, phrases] of Object.entries(lexicon.hedges)) plain("hedge", phrases, sort);
  plain("negation", lexicon.negations);
  for (const [sort, phrases] of Object.entries(lexicon.turns)) plain(sort, phrases);
  plain("unclear", lexicon.unclear);
  entries("question", lexicon.questions);
  entries("act", lexicon.acts);
  plain("footage", lexicon.footage);
  entries("verifies", lexicon.verifies);
  plain("notVerified", lexicon.notVerified);
  plain("partly", lexicon.partly);
  plain("placePreposition", lexicon.placePrepositions);
  plain("placeNoun", lexicon.placeNouns);
  plain("identified", lexicon.identified);
  plain("identifiedAs", lexicon.identifiedAs);
  entries("actor", lexicon.actors);
  plain("bareActor", lexicon.bareActors);
  plain("byWhom", lexicon.byWhom);
  plain("passive", lexicon.passive);
  plain("clauseOpener", lexicon.clauseOpeners);
  plain("joiner", lexicon.joiners);
  plain("small", lexicon.small);
  plain("pronoun", lexicon.pronouns);
  plain("determiner", lexicon.determiners);
  plain("notHappened", lexicon.notHappened);
  plain("spokenThere", lexicon.spokenThere);
  return index;
}
