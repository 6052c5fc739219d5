/**
 * Takes covered words out of a report where they stand: in segments of tiers, in claims that quote them, and, where they are too short
 * to be looked for everywhere, in whatever is said of their item. Each cover reads the same, however many words it stands for.
 */
import type { WordCovers } from "../../core/edition/word-covers.ts";
import { everywhere, withoutSpans } from "../../core/redaction/anchor-words.ts";
import { wordsWithheld } from "../../core/redaction/words-mark.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { mapTexts } from "./map-texts.ts";

export function coverWords(model: ReportModel, covers: WordCovers): ReportModel {
  const segments = new Map(covers.segments.map((one) => [`${one.tier} ${one.segment}`, one.spans]));
  const claims = new Map<string, WordCovers["claims"][number]>(covers.claims.map((one) => [one.claim, one]));
  const hidden = hiddenConflicts(model, claims);
  const isHidden = (words: string): string => (hidden.has(words) ? wordsWithheld : words);
  return {
    ...model,
    tiers: model.tiers.map((tier) => ({
      ...tier,
      segments: tier.segments.map((segment) => {
        const spans = segments.get(`${tier.tier} ${segment.id}`);
        if (spans === undefined) return segment;
        const text = spans === "whole" ? wordsWithheld : withoutSpans(segment.text, spans, wordsWithheld);
        // What else it may say would say it too.
        return { ...segment, text, alternatives: [] };
      }),
    })),
    records: model.records.map((record) => shortWordsOut(coveredClaim(record, claims), covers)),
    claims: {
      ...model.claims,
      rows: model.claims.rows.map((row) => ({
        ...row,
        conflicts: row.conflicts.map(isHidden),
        cells: row.cells.map((cell) => {
          const covered = claims.get(cell.claim);
          return covered === undefined
            ? cell
            : { ...cell, words: covered.value ?? wordsWithheld, hedges: cell.hedges.map(() => wordsWithheld) };
        }),
      })),
    },
    leftOut: { ...model.leftOut, open: model.leftOut.open.map(isHidden) },
  };
}

/** Conflicts are told in the values of their claims. */
function hiddenConflicts({ claims: { rows } }: ReportModel, covered: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set(rows.filter(({ cells }) => cells.some(({ claim }) => covered.has(claim))).flatMap(({ conflicts }) => conflicts));
}

/** Its quote with the covers in it; what else it says may be told in the words that are covered. */
function coveredClaim(record: ReportRecord, claims: ReadonlyMap<string, WordCovers["claims"][number]>): ReportRecord {
  const covered = claims.get(record.name);
  if (covered === undefined) return record;
  return { ...record, title: covered.quote, says: [`"${covered.quote}"`, "What it says in those words is withheld."] };
}

function shortWordsOut(record: ReportRecord, { items }: WordCovers): ReportRecord {
  const names = new Set<string>([record.name, ...record.restsOn, ...record.exhibits.map(({ item }) => item)]);
  const words = items.filter(({ item, tiers }) => names.has(item) || tiers.some((tier) => names.has(tier))).flatMap((one) => one.words);
  if (words.length === 0) return record;
  const out = (text: string): string => words.reduce((now, exact) => withoutSpans(now, everywhere(now, { exact }), wordsWithheld), text);
  return { ...record, ...mapTexts({ title: record.title, says: record.says }, out) };
}
