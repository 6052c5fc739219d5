/** Whatever a text is made of, what is proposed stands in it word for word, at the offsets that are named. */
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { TextSpan } from "../../src/core/claim/text-span.ts";
import { ClaimStatement } from "../../src/core/claim/claim.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";
import { sourceText } from "./read-text.ts";

const seed = 20310508;

function checkVerbatim(text: string, language?: string): number {
  const { proposals, unread } = proposeClaims(sourceText(text, language));
  const at = ({ start, end }: TextSpan) => text.slice(start, end);
  for (const { span, quote, statement } of proposals) {
    assert.equal(at(span), quote);
    ClaimStatement.parse(statement);
    const within = (one: TextSpan) => assert.ok(one.start >= span.start && one.end <= span.end, JSON.stringify([one, span]));
    within(statement.valueSpan);
    assert.equal(at(statement.valueSpan), statement.value.words);
    for (const hedge of statement.hedges) {
      within(hedge.span);
      assert.equal(at(hedge.span), hedge.words);
    }
    for (const speaker of statement.speakers) {
      if (speaker.span === null) continue;
      within(speaker.span);
      assert.equal(at(speaker.span), speaker.words);
    }
    if (statement.basisWords !== null) assert.ok(text.includes(statement.basisWords));
  }
  for (const { span, words } of unread) assert.ok(at(span).startsWith(words));
  return proposals.length;
}

const pieces = [
  "Two men were killed near the mill on Tuesday, the mayor said. ",
  "The agency quoted soldiers as saying that a van had left Harrow at 6 p.m. ",
  "the mayor said",
  ", he said, ",
  "according to the agency, ",
  "“",
  "”",
  '"',
  "‘",
  "’",
  "«",
  "»",
  "two men",
  "were killed",
  "near the mill",
  "on Tuesday",
  "04/03/22",
  "at about 6 p.m.",
  "apparently",
  "not",
  "denied that",
  "it was unclear who",
  "which",
  " and ",
  "but",
  ".",
  ",",
  ";",
  ":",
  "\n",
  "\n\n",
  "Mr. ",
  "J. ",
  "U.S.",
  "the video shows",
  "quoted soldiers as saying",
  "could not be verified",
  "around 7 miles southwest of Harrow",
  "повідомив мер",
  "у вівторок",
  "загинули",
  "сообщил мэр",
  "не",
  "קרה אמש",
  "وقال الشاهد",
  "東京で",
  "<div class='x'>",
  "</p>",
  "&amp;",
  "\u202e",
  "\u0301",
  "🗺️",
  "\ud83d",
  "İ",
  "ß",
  "—",
  "–",
  "(",
  ")",
  "BMD-2",
  "12",
  "%",
  "no one",
  "may",
  "May 3",
  "killed",
  "shouting",
  "reads",
  "told",
  "as",
  "'s",
];

it("proposals are verbatim, with their spans inside the quotation, in any mixture of words, scripts and page rubbish", () => {
  const mixture = fc.array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) }),
    {
      maxLength: 40,
    },
  );
  let most = 0;
  fc.assert(
    fc.property(mixture, fc.constantFrom("en", "uk", "ru", undefined), fc.constantFrom(" ", ""), (words, language, joint) => {
      most = Math.max(most, checkVerbatim(words.join(joint), language));
    }),
    { seed, numRuns: 1500 },
  );
  assert.ok(most > 8, "the mixtures hold claims");
});

it("a long text on one line, and one of signs alone, come to an end", () => {
  const sentence = "Two men were hurt near the mill on Tuesday, the mayor said. ";
  assert.equal(checkVerbatim(sentence.repeat(400)), 1600);
  for (const piece of ["5 ", "“", "he said ", "and, ", "<td>"]) checkVerbatim(piece.repeat(6000 / piece.length), "en");
});
