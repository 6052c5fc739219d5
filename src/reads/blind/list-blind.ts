/** Blind reviews of the case, newest first: states, and answers once they are revealed. Whoever assigned one sees no more than that it waits. */
import type { AnswerSealed, BlindReview } from "../../core/blind/blind-review.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { PersonId } from "../../core/key/key.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listKeys } from "../list-keys.ts";
import { peopleNames } from "../people-names.ts";
import { type BlindLines, blindReviews } from "./blind-reviews.ts";
import { recordedWays, type RecordedWays } from "./recorded-ways.ts";
import { questionAsOf, questionsAsOf } from "./question-as-of.ts";

/** With the questions that stand and the people who can be asked. */
export async function listBlind(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const questions = [...(await questionsAsOf(reader, Number.MAX_SAFE_INTEGER)).values()].filter(({ withdrawn }) => !withdrawn);
  return {
    reviews: await blindRows(reader, viewer),
    questions: questions.map(({ question, sort, text, items, precision }) => ({ question, sort, text, items: [...items], precision })),
    people: await peopleToAsk(reader, viewer),
  };
}

export async function blindRows(reader: CaseReader, viewer: Viewer, { question }: { question?: QuestionId | undefined } = {}) {
  demand(viewer, "read");
  const lines = await blindReviews(reader);
  const nameOf = await peopleNames(reader);
  const shown = [...lines.reviews.values()].filter((review) => question === undefined || review.question === question).reverse();
  return Promise.all(shown.map((review) => rowOf(reader, viewer, { review, lines, nameOf })));
}

interface RowParts {
  readonly review: BlindReview;
  readonly lines: BlindLines;
  readonly nameOf: (person: string) => string;
}

async function rowOf(reader: CaseReader, viewer: Viewer, { review, lines, nameOf }: RowParts) {
  const { state, settled, counted, comparisons, changed } = lines.standingOf(review);
  const ways = await recordedWays(reader, review, nameOf);
  const asked = await questionAsOf(reader, review.question, review.line);
  const { blind, question, precision, items, to, resolutions, sealed, packets, by, line, at, ended } = review;
  return {
    ...{ blind, question, text: asked?.text ?? "withheld", precision, items: [...items], state, settled },
    changed: changed === null ? null : { line: changed.line, what: [...changed.what] },
    answerers: to.map((one, slot) =>
      answererOf(
        viewer,
        one,
        counted.find((held) => held.slot === slot),
        { nameOf, said: lines.said, ways },
      ),
    ),
    comparisons: comparisons.map(({ a, b, comparison, notIndependent }) => ({ a, b, comparison, notIndependent })),
    resolutions: resolutions.map(({ how, text, line: on, at: when, by: who }) => ({
      how,
      text: lines.said(text),
      line: on,
      at: when,
      byName: nameOf(who),
    })),
    uncounted: sealed.flatMap(({ line: on, uncounted }) => (uncounted === null ? [] : [{ line: on, why: uncounted }])),
    ...{ packets: packets.length, assignedByName: nameOf(by), line, at, ended: ended === null ? null : lines.said(ended.reason) },
  };
}

function answererOf(
  viewer: Viewer,
  { person, blind }: BlindReview["to"][number],
  sealed: AnswerSealed | undefined,
  { nameOf, said, ways }: { nameOf: (person: string) => string; said: BlindLines["said"]; ways: RecordedWays },
) {
  const outside = sealed?.outside ?? null;
  const name = person === null ? (outside === null ? "somebody outside" : said(outside.name)) : nameOf(person);
  const revealed = sealed?.revealed ?? null;
  return {
    ...{ person, name, me: person === viewer.person, blind },
    sealed: sealed === undefined ? null : sealedOf(sealed, said),
    ways: person === null || !blind ? [] : [...(ways.get(person) ?? [])],
    revealed:
      revealed === null
        ? null
        : { line: revealed.line, at: revealed.at, answer: revealed.answer, early: revealed.early === null ? null : said(revealed.early) },
  };
}

function sealedOf({ line, at, commitment, outside, packet, prior }: AnswerSealed, said: BlindLines["said"]) {
  return {
    ...{ line, at, commitment, outside: outside !== null },
    /** An answer from outside that nothing ties to the bytes of a packet. */
    unbound: outside !== null && packet === null,
    prior: prior === null ? null : { knew: prior.knew, words: prior.words === null ? null : said(prior.words) },
  };
}

/** `lines`: how many of the case's lines they wrote. Somebody who wrote many has seen much of it. */
async function peopleToAsk(reader: CaseReader, viewer: Viewer) {
  const rows = await reader.views.db
    .selectFrom("entry")
    .select(["by", (all) => all.fn.countAll<number>().as("lines")])
    .groupBy("by")
    .execute();
  const wrote = new Map(rows.map(({ by, lines }) => [by, Number(lines)]));
  const people = new Map<PersonId, string>();
  for (const { person, name, state } of await listKeys(reader, viewer)) if (state === "in-force") people.set(person, name);
  return [...people].map(([person, name]) => ({ person, name, me: person === viewer.person, lines: wrote.get(person) ?? 0 }));
}
