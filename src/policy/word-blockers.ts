/** Blockers of words: a mark that hangs loose covers nothing, and texts of items with something to protect are read whole by a second person. */
import type { EditionFacts, EditionItemFacts } from "./edition-facts.ts";
import type { Blocker } from "./edition-rules.ts";

/** Only of public editions: a court reads the whole. */
export function coveredWordBlockers({ plan, by }: EditionFacts, facts: EditionItemFacts): Blocker[] {
  if (plan.sort === "court") return [];
  return [...looseMarks(facts), ...notRead(facts, by)];
}

const looseWhy: { readonly [why in NonNullable<EditionItemFacts["words"]["marks"][number]["loose"]>]: string } = {
  gone: "its words no longer stand in the text",
  several: "its words stand in several places by now, and nothing tells which is meant",
  "no-text": "the text that it lay in is not there to be read",
  unreadable: "what it covers cannot be read in this copy",
};

function looseMarks({ item, words: { marks } }: EditionItemFacts): Blocker[] {
  return marks.flatMap(({ redaction, loose }) =>
    loose === null
      ? []
      : [
          {
            code: "words-loose" as const,
            what: `${redaction} in ${item}`,
            why: `The mark hangs loose: ${looseWhy[loose]}. It covers nothing.`,
            who: "whoever redacts",
            how: "Mark the words anew where they stand now, or withdraw the mark.",
          },
        ],
  );
}

/** A text without marks of an item in which nobody is protected goes as it went: a second person read its words against the recording. */
function notRead({ item, words: { marks, makers, texts }, protected: persons }: EditionItemFacts, by: string): Blocker[] {
  if (marks.length === 0 && persons.length === 0) return [];
  return texts
    .filter(({ readBy }) => !readBy.some((person) => person !== by && !makers.includes(person)))
    .map(({ what }) => ({
      code: "text-not-read",
      what: `${what} of ${item}`,
      why: `${marks.length > 0 ? "Words of the item are marked" : "Somebody in the item is protected"}, and no second person said that they read this text whole, and that no name, handle, place or number in it is unmarked.`,
      who: "a second person: not who marked words of it, and not who makes the edition",
      how: "Read it whole on the redaction screen, as it will be shown, and say so.",
    }));
}
