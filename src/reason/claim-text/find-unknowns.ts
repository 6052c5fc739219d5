/** Where the text says that something is not known: "it was unclear who fired", "the number of hurt was not known". */
import type { Aspect } from "../../core/claim/claim.ts";
import type { FoundValue } from "./found-value.ts";
import { nounPhraseBefore } from "./noun-phrase.ts";
import type { Range, Reading } from "./reading.ts";

export function findUnknowns(reading: Reading): readonly FoundValue[] {
  const found: FoundValue[] = [];
  const questions = reading.marks<{ readonly phrase: string; readonly aspect: Aspect }>("question");
  const failed = reading.marks("notVerified").filter((one) => reading.at("unclear", one.from) === undefined);
  for (const mark of [...reading.marks("unclear"), ...failed]) {
    let asked = questions.filter((one) => one.from >= mark.to && one.from <= mark.to + 3).slice(0, 1);
    for (let next = asked[0]; next !== undefined;) {
      // "who fired or where"
      const more = questions.find(
        (one) =>
          one.from > (next?.to ?? 0) &&
          one.from <= (next?.to ?? 0) + 7 &&
          ["or", "and", ",", "чи", "или", "і", "и"].includes(reading.key(one.from - 1)),
      );
      if (more !== undefined) asked = [...asked, more];
      next = more;
    }
    asked.forEach((question, nth) => {
      const end = asked[nth + 1]?.from ?? reading.tokens.length;
      const range = { from: question.from, to: phraseEnd(reading, question.to, end) };
      found.push(unknown(reading, question.entry.aspect, range, mark));
    });
    if (asked.length > 0) continue;
    const subject = nounPhraseBefore(reading, mark.from);
    const before = questions.filter((one) => one.to <= mark.from && one.from < mark.from).at(-1);
    if (
      before !== undefined &&
      (before.from === 0 || reading.key(before.from - 1) === "," || (subject !== undefined && before.from >= subject.from))
    ) {
      found.push(unknown(reading, before.entry.aspect, { from: before.from, to: mark.from }, mark));
      continue;
    }
    if (subject === undefined) continue;
    const aspect = aspectOf(reading, subject);
    if (aspect !== undefined) found.push(unknown(reading, aspect, subject, mark));
  }
  return found;
}

const nouns: readonly (readonly [RegExp, Aspect])[] = [
  [/^(?:location|place|whereabouts|spot|position)$/, "where"],
  [/^(?:date|time|day|hour)$/, "when"],
  [/^(?:identity|identities|unit|attackers?|gunm[ae]n|perpetrators?|affiliation|allegiance|owner|driver)$/, "who"],
  [/^(?:number|toll|scale|extent|size)$/, "how-many"],
  [/^(?:type|model|make|calibre|kind)$/, "identification"],
  [/^(?:cause|circumstances|motive|причин\p{L}*|обставин\p{L}*|обстоятельств\p{L}*|мотив\p{L}*)$/u, "what"],
  [/^(?:автор\p{L}*|особ[аиу]|личност\p{L}*|власник\p{L}*|владел\p{L}*)$/u, "who"],
  [/^(?:місце|місця|место|места)$/u, "where"],
  [/^(?:дат[аиуы]|час|время)$/u, "when"],
  [/^(?:кількість|кількості|число|количеств\p{L}*)$/u, "how-many"],
];

function aspectOf(reading: Reading, range: Range): Aspect | undefined {
  for (let at = range.from; at < range.to; at++) for (const [words, aspect] of nouns) if (words.test(reading.key(at))) return aspect;
  return undefined;
}

/** A question ends where the sentence pauses. */
function phraseEnd(reading: Reading, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    !/^[,;.:—–!?”"»)]$/.test(reading.key(at)) &&
    !(at > from && /^(?:when|after|before|because|while)$/.test(reading.key(at)) && reading.key(at - 1) !== "and")
  )
    at++;
  while (at > from && ["or", "and"].includes(reading.key(at - 1))) at--;
  return at;
}

function unknown(reading: Reading, aspect: Aspect, range: Range, mark: Range): FoundValue {
  const span = reading.span(range);
  const hedge = reading.span(mark);
  return {
    aspect,
    value: { is: "unknown", words: reading.text.slice(span.start, span.end) },
    span,
    range,
    at: range.from,
    polarity: "open",
    says: mark,
    own: [{ span: hedge, words: reading.text.slice(hedge.start, hedge.end) }],
  };
}
