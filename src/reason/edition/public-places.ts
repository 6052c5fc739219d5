/**
 * Words of a place in a public edition. What people wrote of where it is (its title, what they quote, why they took or rejected it, what
 * rests on what) leads there as its figures do, and nobody passed it for the public: neutral names stand instead. A name that the case
 * itself has for a place near the secret one goes out of every text.
 */
import { withoutUnnamedWays } from "../../core/edition/clue-ways.ts";
import { spanM } from "../../core/place/region-geometry.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { ReportClaims, ReportPlace } from "../../core/report/report-figures.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { mapTexts } from "./map-texts.ts";
import { circleOf } from "./region-circle.ts";
import type { SecretText } from "./text-secrets.ts";

const reasonWithheld = "The reason is withheld: it tells of the place.";

export function publicPlaceWords(place: ReportPlace): Pick<ReportPlace, "title" | "precision" | "why"> {
  return {
    title: place.role === "answer" ? `Answer of ${place.of}` : `Place ${place.of}`,
    precision: place.role === "answer" ? place.precision : "what it rests on is withheld",
    why: place.why === "" ? "" : reasonWithheld,
  };
}

export function withoutPlaceWords(record: ReportRecord): ReportRecord {
  if (record.sort === "place")
    return {
      ...record,
      title: `Place ${record.name}`,
      says: ["What was said of this place, its coordinates and the reason for it are withheld. The report shows its cell."],
    };
  const isOfPlace = record.sort === "claim" && record.says.some((words) => words.startsWith("About where;"));
  return isOfPlace ? { ...record, title: `Claim ${record.name}`, says: ["About where; its words are withheld."] } : record;
}

export function withoutClaimedPlaces(claims: ReportClaims): ReportClaims {
  return {
    ...claims,
    rows: claims.rows.map((row) =>
      row.aspect !== "where"
        ? row
        : {
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, words: "[words of a place withheld]", hedges: [] })),
            conflicts: row.conflicts.map(() => "Claims of this row cannot all hold; their words are withheld."),
          },
    ),
  };
}

export function rejectedWithoutPlaces({ leftOut, places }: Pick<ReportModel, "leftOut" | "places">): ReportModel["leftOut"]["rejected"] {
  const titles = new Set(places.map(({ title, of }) => `${of} Place: ${title}`));
  return leftOut.rejected.map((one) =>
    titles.has(`${one.record ?? ""} ${one.what}`) ? { ...one, what: `Place ${one.record ?? ""}`, why: reasonWithheld } : one,
  );
}

/** In what is told of the grounds. A statement is its author's and its approver's: whoever measures there says it to the public. */
export function withoutRelativePlaces(model: ReportModel): ReportModel {
  const without = <T>(value: T): T => mapTexts(value, (text) => withoutUnnamedWays(text, "[measure of a place withheld]"));
  return {
    ...model,
    ...{ records: without(model.records), claims: without(model.claims), tiers: without(model.tiers), leftOut: without(model.leftOut) },
    findings: model.findings.map((finding) => {
      const { evidenceFor, evidenceAgainst, blind, lookedAgainst, method, limits, unknown, wouldChange } = finding;
      return { ...finding, ...without({ evidenceFor, evidenceAgainst, blind, lookedAgainst, method, limits, unknown, wouldChange }) };
    }),
  };
}

/** Names that the case has for places within a grid of a secret one, and that are smaller than the grid. A country is no name of a place. */
export function placeTexts(
  { places }: Pick<ReportModel, "places">,
  secret: readonly Position[],
  anchors: readonly (Position & { readonly names: readonly string[] })[],
  gridM: number,
): SecretText[] {
  const isNear = (at: Position) => secret.some((one) => wayBetween(one, at).metres <= gridM);
  const own = places.flatMap(({ of, region, title }) =>
    of.startsWith("p") && spanM(region) < gridM && isNear(circleOf(region).centre) ? namesIn(title) : [],
  );
  const asked = anchors.filter(isNear).flatMap(({ names }) => names);
  return [...new Set([...own, ...asked])].map((text) => ({ text, as: "place" }));
}

const leastLetters = 5;
/** Figures, or a name: a capital inside of the words, or a script that has none. */
const isTelling = /\d|\p{Lu}|\p{Lo}/u;
const longEnough = 12;

/** The whole, and its parts between commas. Coordinates are looked for elsewhere; words that could stand anywhere tell nothing. */
function namesIn(verbatim: string): string[] {
  return [verbatim, ...verbatim.split(/[,;()"]+/u)]
    .map((part) => part.trim())
    .filter((part) => (part.match(/\p{L}/gu) ?? []).length >= leastLetters && (isTelling.test(part) || part.length >= longEnough));
}
