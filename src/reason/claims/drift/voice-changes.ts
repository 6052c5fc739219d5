/** Drift of who says it, how they know, how surely, and whether at all. */
import type { Basis, ClaimStatement, Hedge, Speaker } from "../../../core/claim/claim.ts";
import { contentWords, folded } from "../derive/words.ts";
import type { CaseClaim } from "../claim-case.ts";
import type { Change } from "./drift-types.ts";

/** `derived` may speak of the other text's own voice as its speaker: that is attribution, and no change. */
export function speakerChanges({ statement: was }: CaseClaim, { statement: became }: CaseClaim): Change[] {
  const kept = was.speakers.map((speaker) => became.speakers.find((other) => isSame(speaker, other)));
  if (kept.some((other) => other === undefined)) return [{ kind: "speaker-dropped", was: chainWords(was), became: chainWords(became) }];
  const promoted = was.speakers.flatMap((speaker, at): Change[] => {
    const other = kept[at] as Speaker;
    return weight[other.who] > weight[speaker.who] ? [{ kind: "speaker-promoted", was: speaker.words, became: other.words }] : [];
  });
  return promoted;
}

/** Whose word weighs as more than a person's. An outlet or a document is another sort of thing, not more of it. */
const weight: Readonly<Record<Speaker["who"], number>> = { unknown: 0, person: 1, group: 1, outlet: 1, document: 1, institution: 2 };

function isSame(a: Speaker, b: Speaker): boolean {
  if (a.source !== "unknown" && b.source !== "unknown") return a.source === b.source;
  if (folded(a.words) === folded(b.words)) return true;
  const other = contentWords(b.words);
  return [...contentWords(a.words)].some((word) => other.has(word));
}

function chainWords({ speakers }: ClaimStatement): string {
  return speakers.length === 0 ? "the text itself" : speakers.map(({ words }) => words).join(" > ");
}

const doubt = (hedges: readonly Hedge[]) => hedges.filter(({ sort }) => sort !== "approximate");
const words = (hedges: readonly Hedge[]) => (hedges.length === 0 ? "no hedge" : hedges.map((hedge) => hedge.words).join(", "));

/** Doubt is one thing however it is worded: "appears to" for "apparently" is no change. */
export function doubtChanges(was: ClaimStatement, became: ClaimStatement): Change[] {
  // What is left open is doubted as a whole: polarity tells of it.
  if (was.polarity === "open" || became.polarity === "open") return [];
  const [first, second] = [doubt(was.hedges), doubt(became.hedges)];
  if (first.length > 0 === second.length > 0) return [];
  return [{ kind: first.length > 0 ? "hedge-lost" : "hedge-added", was: words(first), became: words(second) }];
}

export function approximationChanges(was: ClaimStatement, became: ClaimStatement, loose: readonly [boolean, boolean]): Change[] {
  const [first, second] = [was, became].map(({ hedges }) => hedges.filter(({ sort }) => sort === "approximate")) as [Hedge[], Hedge[]];
  const [before, after] = [first.length > 0 || loose[0], second.length > 0 || loose[1]];
  if (before === after) return [];
  return [{ kind: before ? "hedge-lost" : "hedge-added", was: words(first), became: words(second) }];
}

const secondHand: readonly Basis[] = ["told", "read", "inferred"];
const firstHand: readonly Basis[] = ["saw", "filmed", "measured"];

/** What was concluded, read or heard is told as seen. A basis that is only left out is no gain. */
export function basisChanges(was: ClaimStatement, became: ClaimStatement): Change[] {
  return secondHand.includes(was.basis) && firstHand.includes(became.basis)
    ? [{ kind: "evidence-to-fact", was: was.basisWords ?? was.basis, became: became.basisWords ?? became.basis }]
    : [];
}

export function polarityChanges(was: ClaimStatement, became: ClaimStatement): Change[] {
  return was.polarity === became.polarity
    ? []
    : [{ kind: "polarity", was: `${was.value.words} (${was.polarity})`, became: `${became.value.words} (${became.polarity})` }];
}
