/**
 * The shape of what the rules know of a language: words as data, no code. A phrase is one or more words with single spaces between,
 * in lower case; a word that ends in `*` stands for every word that begins so ("повідоми*"). Longer phrases win over shorter ones.
 * Apostrophes are compared as "'", "ё" as "е".
 */
import type { ActClass } from "../../../core/claim/claim-value.ts";
import type { Aspect, Basis, HedgeSort, Speaker } from "../../../core/claim/claim.ts";
import type { EventSort } from "../../../core/event/event.ts";

export type Phrase = string;

/** A word by which a text hands over to a speaker, in every form that has one, finite ("said") and not ("saying"). */
export interface SayingWord {
  readonly phrase: Phrase;
  /** How the speaker knows, where the word itself says so ("saw", "filmed"). */
  readonly basis?: Basis;
  /** "denied": what follows is denied by the speaker. */
  readonly denies?: true;
  /** "claimed", "alleged": the text keeps its distance. */
  readonly hedge?: HedgeSort;
  /** "told": whom the speaker told comes next, and is no part of what was said. */
  readonly hearer?: true;
}

/** A word for something done. */
export interface ActWord {
  readonly phrase: Phrase;
  readonly act: ActClass;
  readonly event: EventSort | "unclear";
  /** The grammatical subject had it done to them even without a passive: "died", "загинули", "поранено". */
  readonly suffers?: true;
  /** A noun of the act ("shelling", "обстріл"), not a verb. */
  readonly noun?: true;
}

export interface Lexicon {
  readonly language: "en" | "uk" | "ru";
  /** Written with a point that ends no sentence; without that point. */
  readonly abbreviations: readonly string[];

  /** "X said that ...", "..., said X". */
  readonly says: readonly SayingWord[];
  /** "According to X": stands before the speaker. */
  readonly accordingTo: readonly { readonly phrase: Phrase; readonly basis?: Basis }[];
  /** "Quoted X as saying", "citing X": a verb whose subject is one speaker and whose object is the next. `as` may follow the object. */
  readonly quotes: { readonly verbs: readonly Phrase[]; readonly as: readonly Phrase[] };
  /** "That", "що", "что": opens what was said. */
  readonly that: readonly Phrase[];
  /** Head nouns by which a speaker is told to be one of these; anything else is `unknown`. */
  readonly speakers: Readonly<Record<Exclude<Speaker["who"], "unknown">, readonly Phrase[]>>;
  /** Words that say how the speaker knows: "saw", "told him", "from the shadows". */
  readonly basis: readonly { readonly phrase: Phrase; readonly basis: Exclude<Basis, "unstated"> }[];

  readonly hedges: Readonly<Record<HedgeSort, readonly Phrase[]>>;
  /** "Not", "never", "no", "без": deny the clause they stand in. */
  readonly negations: readonly Phrase[];
  /** "A lie", "a hoax"; "no evidence"; "far from"; "almost": what they stand at is denied or open. */
  readonly turns: {
    readonly untrue: readonly Phrase[];
    readonly noEvidence: readonly Phrase[];
    readonly farFrom: readonly Phrase[];
    readonly almost: readonly Phrase[];
  };
  /** "It is not clear", "remains unknown": what follows (a question word) or goes before is open. */
  readonly unclear: readonly Phrase[];
  /** Which aspect a question word asks for: "who", "where", "how many". */
  readonly questions: readonly { readonly phrase: Phrase; readonly aspect: Aspect }[];

  readonly acts: readonly ActWord[];
  /** Words for footage and pictures: a clause about one, with no other act, is about the filming. */
  readonly footage: readonly Phrase[];
  /** Verbs of checking. `of`: the aspect that the verb itself names ("geolocated": where). */
  readonly verifies: readonly { readonly phrase: Phrase; readonly of?: Aspect }[];
  /** "Could not be independently verified", "не вдалося перевірити". */
  readonly notVerified: readonly Phrase[];
  /** "Partly", "in part". */
  readonly partly: readonly Phrase[];

  /** Open a place phrase: "in", "near", "north of", "поблизу". Those that also open a time ("on", "у") are listed here too. */
  readonly placePrepositions: readonly Phrase[];
  /** Nouns that make what follows a preposition a place even without a name: "road", "village", "bridge", "річк*". */
  readonly placeNouns: readonly Phrase[];

  /** Vehicles, weapons, markings, uniforms. */
  readonly identified: readonly Phrase[];
  /** "Identified as", "appeared to be", "resembled": what follows is an identification. */
  readonly identifiedAs: readonly Phrase[];

  /** Heads of groups, roles, units: who may do or suffer. */
  readonly actors: readonly { readonly phrase: Phrase; readonly count: "one" | "several" | "unknown" }[];
  /** Nouns that name nobody when counted: "people", "men", "осіб". */
  readonly bareActors: readonly Phrase[];
  /** "By": stands before who did it in a passive. Empty where case alone says so. */
  readonly byWhom: readonly Phrase[];
  /** "Was", "were", "been", "було": make a passive of an act that follows. */
  readonly passive: readonly Phrase[];

  /** Words that begin a clause of their own: "which", "after", "because", "який", "після того як". */
  readonly clauseOpeners: readonly Phrase[];
  /** "And", "but", "а": begin a clause where a verb follows. */
  readonly joiners: readonly Phrase[];
  /** Words that end a noun phrase: prepositions, pronouns, auxiliaries, modals, adverbs of manner. */
  readonly small: readonly Phrase[];
  readonly pronouns: readonly Phrase[];
  readonly determiners: readonly Phrase[];
  /** "Would", "will", "plans to", "if": no claim about what happened. */
  readonly notHappened: readonly Phrase[];
  /** "Shouted", "read the words", "says on the wall": words spoken or written at the event, before or after the quotation. */
  readonly spokenThere: readonly Phrase[];
}
