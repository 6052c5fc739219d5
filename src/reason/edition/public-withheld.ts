/** What a public edition withholds, told from the whole report and from what is left of it, in words that do not repeat it. */
import type { CustodyAnswer, CustodyAnswers } from "../../core/report/report-item.ts";
import type { LeftOut, ReportModel } from "../../core/report/report.ts";
import { counted } from "../../core/text/counted.ts";

type Row = LeftOut["withheld"][number];

/** `grid`: in words. `leads`: whether a record would lead to the place. */
export function withheldRows(whole: ReportModel, shown: ReportModel, grid: string, leads: boolean): Row[] {
  const rows: (Row | false)[] = [
    whole.places.some(({ role }) => role === "camera" || role === "cone") && {
      what: "positions and views of cameras",
      why: `They lie within the place, which is said to ${grid} only.`,
    },
    whole.places.length > 0 && {
      what: "exact places and the words in which they were told",
      why: `Every place is rounded to a grid of ${grid}.`,
    },
    whole.items.length > 0 && {
      what: "hashes, sizes, names of files, links, accounts and exact times of the originals, and lengths of those that are not shown whole",
      why: "They would find the originals again. Commitments stand in place of the hashes.",
    },
    leads && { what: "inputs of computations on sun, place and camera", why: "Whoever asks again with them gets the exact place." },
    whole.records.some(({ computation }) => computation !== null) && {
      what: "problems and answers of all computations",
      why: "They hold what is withheld. Whoever holds the court edition can ask again.",
    },
    whole.certification.people.length > 0 && {
      what: "names and identities of the people who worked on the case, of sources and of those who received other editions",
      why: "Labels stand in their place.",
    },
    whole.certification.seq > 0 && {
      what: `of the ${counted(whole.certification.seq, "line")} of the history up to here, the words and values of all by which nobody bound themselves`,
      why: "Their hashes stay in the chain; withheld.json of the pack counts and names them.",
    },
    whole.subjects.length > 0 && {
      what: "descriptions and roles of persons in the material, and whether and why they are protected",
      why: "They could be known by them.",
    },
    segments(whole) > segments(shown) && {
      what: counted(segments(whole) - segments(shown), "segment of words", "segments of words"),
      why: "No finding of this edition cites them, or their item is left out.",
    },
    whole.tiers.some((tier) => tier.segments.some(({ draft }) => draft)) && {
      what: "words that a machine wrote",
      why: "No second person read them.",
    },
  ];
  return rows.filter((row) => row !== false);
}

/** A copy without cuts is as long as what it was made from, and that is said. */
export function measurableLengths({ items }: ReportModel): string[] {
  return items
    .filter(
      ({ durationS, files }) =>
        durationS !== null && files.some(({ sort, range }) => (sort === "redacted" || sort === "full") && range === null),
    )
    .map(({ item }) => `${item}: its copy here is as long as its original, whose length can therefore be measured.`);
}

/** Times to the day: to the second they would find the original. Who filmed, posted or gave it, and from where it came, stays out. */
export function publicCustody(custody: CustodyAnswers): CustodyAnswers {
  const withheld = { text: "What else is known of it is withheld in this edition.", line: null };
  const toTheDay = (answers: readonly CustodyAnswer[]) =>
    answers.map(({ text, line }) => ({
      line,
      text: text.replace(/(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| UTC|[+-]\d\d:\d\d)?/gu, "$1"),
    }));
  const collected = custody.access.filter(({ text }) => text.startsWith("Collected at"));
  return {
    captured: [withheld],
    access: [...toTheDay(collected), withheld],
    altered: toTheDay(custody.altered),
    enhanced: toTheDay(custody.enhanced),
    repeatable: toTheDay(custody.repeatable),
    alteredSince: toTheDay(custody.alteredSince),
  };
}

function segments({ tiers }: ReportModel): number {
  return tiers.reduce((sum, tier) => sum + tier.segments.length, 0);
}
