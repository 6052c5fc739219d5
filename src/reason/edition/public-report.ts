/**
 * The public report: the same report with every place rounded to the grid, and everything taken out that a public edition withholds
 * or that would lead back to it. What was taken out is said, in words that do not repeat it. Times stay as the finding states them, but
 * where the sun cut them.
 */
import { withoutWays } from "../../core/edition/clue-ways.ts";
import { coarseTimes, dayS } from "../../core/edition/posting-time.ts";
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";
import { noWordCovers, type WordCovers } from "../../core/edition/word-covers.ts";
import { type PlaceClue, placeCluesIn } from "../../core/edition/place-clue.ts";
import type { Position, Region } from "../../core/place/region.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import { withoutMeasures } from "../../core/report/blind-measures.ts";
import type { LeftOut, ReportModel } from "../../core/report/report.ts";
import type { Answer } from "../../core/review/answer.ts";
import { coverWords } from "./cover-words.ts";
import { counted } from "../../core/text/counted.ts";
import { coveredInRecording, type CoveredStretch, coveredWords, withoutCoveredWords } from "./told-of-covered.ts";
import { derivePlace } from "./derive-place.ts";
import { mapTexts, withoutLengths } from "./map-texts.ts";
import { stepWords, withPostingTimes, zonesOf } from "./posting-times.ts";
import { publicParts } from "./public-parts.ts";
import {
  placeTexts,
  publicPlaceWords,
  rejectedWithoutPlaces,
  withoutClaimedPlaces,
  withoutPlaceWords,
  withoutRelativePlaces,
} from "./public-places.ts";
import { dayMs, hourMs, isCutBySun, withCoarseTimes } from "./public-times.ts";
import { measurableLengths, publicCustody, withheldRows } from "./public-withheld.ts";
import { circleOf } from "./region-circle.ts";
import { createScrub } from "./scrub-text.ts";
import { type ShownCells, shownCells } from "./shown-cells.ts";
import { createTextSecrets, type SecretText } from "./text-secrets.ts";
import { withoutWholeLengths } from "./whole-stretches.ts";

export interface PublicRules {
  readonly gridM: number;
  readonly texts: readonly SecretText[];
  /** Hashes, sizes in bytes and lengths in seconds of originals that the edition does not hand over. */
  readonly digests: readonly `sha256:${string}`[];
  readonly sizes: readonly number[];
  readonly durations: readonly number[];
  /** Stretches of items that a mark covers: what is muted or painted over there is not to be read in words instead. */
  readonly covered?: readonly CoveredStretch[];
  /** Words that a person marked. */
  readonly words?: WordCovers;
  /** When things were posted, milliseconds since 1970, and to how many seconds the edition tells it. */
  readonly instants?: readonly number[];
  readonly postingStepS?: number;
  /** Named places from which the case tells distances and bearings. */
  readonly anchors: LeakSecrets["anchors"];
}

const withheldWay = "[measure withheld: with others it would give the place away]";

export function publicReport(model: ReportModel, rules: PublicRules): ReportModel {
  const { gridM, covered = [] } = rules;
  const secret = secretPositions(model);
  const { records, phrases } = coveredWords(model, covered);
  const marked = phrases.map((text): SecretText => ({ text, as: "marked" }));
  const scrub = createScrub({
    ...rules,
    secrets: createTextSecrets([...rules.texts, ...marked, ...secretPlaceTexts(model, rules)]),
    places: secret,
  });
  const times = coarseTimes(rules.instants ?? [], rules.postingStepS ?? dayS, zonesOf(model));
  const told = withPostingTimes(withoutCoveredWords(model, covered), times);
  const whole = cutStructure({ ...told, ...publicParts(told) }, rules, shownCells(model, gridM));
  const cut = coverWords(whole, rules.words ?? noWordCovers);
  const said = withheldRows(model, cut, kilometres(gridM), model.records.some(givesPlaceAway));
  if (records.size > 0)
    said.push({
      what: `words of ${counted(records.size, "record")}`,
      why: "They tell of stretches or regions that are covered in the recordings.",
    });
  if ((rules.instants ?? []).length > 0)
    said.push({
      what: "times of posting",
      why: `They are told to ${stepWords(rules.postingStepS)}: to the second they find the post again.`,
    });
  const lengthless = withoutLengths(withoutWholeLengths(cut, model), rules.durations);
  const clean = withoutRelativePlaces(mapTexts(lengthless, (text) => scrub(times.scrub(text))));
  const places = secretPlaces(model, gridM);
  const bySun = sunTimes(clean, isCutBySun(model), (one) => leadsBack(one, places, rules, ["edge"]));
  said.push(...bySun.said);
  const scrubbed = bySun.model;
  const public_ = leadsBack(scrubbed, places, rules) ? mapTexts(scrubbed, (text) => withoutWays(text, withheldWay)) : scrubbed;
  if (public_ !== scrubbed)
    said.push({
      what: "distances, bearings and positions of the sun",
      why: `Together they give the place finer than ${kilometres(gridM)}.`,
    });
  const { withheld, notDone } = public_.leftOut;
  return {
    ...public_,
    leftOut: { ...public_.leftOut, withheld: [...withheld, ...said], notDone: [...notDone, ...measurableLengths(model)] },
  };
}

/** No coarser than it must be: as stated, in hours, in days. */
function sunTimes(
  model: ReportModel,
  cutBySun: boolean,
  leads: (model: ReportModel) => boolean,
): { readonly model: ReportModel; readonly said: LeftOut["withheld"] } {
  if (!cutBySun && !leads(model)) return { model, said: [] };
  const inHours = withCoarseTimes(model, hourMs);
  const isEnough = !leads(inHours);
  return {
    model: isEnough ? inHours : withCoarseTimes(model, dayMs),
    said: [
      {
        what: `times to the minute: every window is widened outward to whole ${isEnough ? "hours" : "days"}, UTC`,
        why: "Noon, sunset and shadows come to each place at a moment of its own.",
      },
    ],
  };
}

/** The places that the leak test has to look for, and what the public report says in their stead. */
export function secretPlaces(model: ReportModel, gridM: number): LeakSecrets["places"] {
  const cells = shownCells(model, gridM);
  return secretPositions(model).map(({ lat, lon }, at) => {
    const { lat: shownLat, lon: shownLon } = cells.shownFor({ lat, lon }, 0);
    return { label: `place ${at + 1}`, lat, lon, shown: { lat: shownLat, lon: shownLon } };
  });
}

/** Names of the secret places: taken out of every text, and looked for in every file. */
export function secretPlaceTexts(model: ReportModel, { anchors, gridM }: Pick<PublicRules, "anchors" | "gridM">): SecretText[] {
  return placeTexts(model, secretPositions(model), anchors, gridM);
}

/** Circles of a public report: what exports draw them with is no place of its own. */
export function shownCircles({ findings, places }: ReportModel): NonNullable<LeakSecrets["circles"]> {
  const answers = findings.flatMap(({ answer, blind }) => [answer, ...blind.answers.map((one) => one.answer)]);
  return [
    ...answers.flatMap((answer) => (answer?.sort === "place" ? [{ lat: answer.lat, lon: answer.lon, radiusM: answer.radiusM }] : [])),
    ...places.flatMap(({ region }) => (region.shape === "circle" ? [{ ...region.centre, radiusM: region.radiusM }] : [])),
  ];
}

/** Answers and what they were found from. Rejected places are not secret: they are where it was not. */
function secretPositions({ findings, places }: ReportModel): Position[] {
  const answers = findings.flatMap(({ answer, blind }) => [
    answer,
    ...blind.answers.flatMap((one) => (one.answer === null ? [] : [one.answer])),
  ]);
  const all = [
    ...answers.flatMap((answer) => (answer.sort === "place" ? [{ lat: answer.lat, lon: answer.lon }] : [])),
    ...places.filter(({ role }) => role !== "rejected").map(({ region }) => circleOf(region).centre),
  ];
  const seen = new Set<string>();
  return all.filter(({ lat, lon }) => {
    const key = `${lat.toFixed(6)} ${lon.toFixed(6)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function cutStructure(model: ReportModel, { gridM, durations }: PublicRules, cells: ShownCells): ReportModel {
  return {
    ...model,
    edition: { ...model.edition, sort: "public", gridM },
    findings: model.findings.map((finding) => ({
      ...finding,
      answer: rounded(finding.answer, cells),
      blind: {
        ...finding.blind,
        says: withoutMeasures(finding.blind.says),
        answers: finding.blind.answers.map((one) => ({ ...one, answer: one.answer === null ? null : rounded(one.answer, cells) })),
      },
    })),
    records: model.records.map((record) => withoutPlaceWords(publicRecord(record, shownOf(model)))),
    claims: withoutClaimedPlaces(model.claims),
    leftOut: { ...model.leftOut, rejected: rejectedWithoutPlaces(model) },
    items: model.items.map((item) => publicItem(item)),
    tiers: model.tiers.map((tier) => ({
      ...tier,
      segments: tier.segments.map((segment) =>
        segment.draft && segment.text !== coveredInRecording
          ? { ...segment, text: "[not read by a second person: left out]", alternatives: [] }
          : segment,
      ),
    })),
    places: model.places
      .filter(({ role }) => role !== "camera" && role !== "cone")
      .map((place) => ({
        ...place,
        ...publicPlaceWords(place),
        region: onGrid(place.region, cells),
        precision: `${publicPlaceWords(place).precision}; rounded to a grid of ${kilometres(gridM)}`,
      })),
    sync:
      model.sync === null
        ? null
        : { ...model.sync, clips: model.sync.clips.map((clip) => ({ ...clip, fromS: whole(clip.fromS), toS: whole(clip.toS) })) },
    events:
      durations.length === 0
        ? model.events
        : model.events.map((event) => ({
            ...event,
            shownBy: event.shownBy.map((one) => ({ ...one, fromS: whole(one.fromS), toS: whole(one.toS) })),
          })),
    certification: {
      ...model.certification,
      people: model.certification.people.map((person) => ({ ...person, person: null, name: null })),
    },
  };
}

function rounded(answer: Answer, cells: ShownCells): Answer {
  return answer.sort === "place" ? { sort: "place", ...cells.shownFor({ lat: answer.lat, lon: answer.lon }, answer.radiusM) } : answer;
}

function onGrid(region: Region, cells: ShownCells): Region {
  const { centre, radiusM } = circleOf(region);
  const { lat, lon, radiusM: wide } = cells.shownFor(centre, radiusM);
  return { shape: "circle", centre: { lat, lon }, radiusM: wide };
}

/** What was measured of light, land and camera leads to the place; what was made of it, as a window of time, does not. */
function givesPlaceAway({ sort, computation }: ReportRecord): boolean {
  return sort === "place" || sort === "scene-pair" || (computation !== null && ["sun", "place", "camera"].includes(computation.sort));
}

function shownOf({ items }: ReportModel): ReadonlySet<string> {
  return new Set(items.filter(({ as }) => as === "full" || as === "redacted").map(({ item }) => item));
}

function publicRecord(record: ReportRecord, shown: ReadonlySet<string>): ReportRecord {
  const leads = givesPlaceAway(record);
  const { computation } = record;
  return {
    ...record,
    // Numbers of frames and their ticks are those of the original, and tell it from its copies.
    exhibits: record.exhibits.map((exhibit) => ({ ...exhibit, frames: null, still: leads ? null : exhibit.still })),
    // Which points of a frame were found on the map is half of finding them again; verbatim words find the page that they stand on, and
    // words beside a mark may tell of what is covered.
    marks: leads ? [] : record.marks.filter(({ item }) => shown.has(item)).map((mark) => ({ ...mark, quote: null, says: "" })),
    measurements: leads ? [] : record.measurements,
    computation:
      computation === null
        ? null
        : {
            ...computation,
            problem: null,
            answer: null,
            // It names the problem by its hash, which whoever tries places finds.
            again: "",
            ...(leads
              ? {
                  told: [{ says: "Withheld: with it the place could be worked out.", rests: [] }],
                  answered: computation.sort === "sun" ? computation.answered : ["Withheld: it states the place."],
                  alternatives: [],
                }
              : {}),
          },
  };
}

function publicItem(item: ReportItem): ReportItem {
  return {
    ...item,
    label: `Item ${item.item}`,
    ...{ object: null, bytes: null, durationS: null, link: null },
    postedBy: item.postedBy === null ? null : "account withheld",
    // What is held is said in figures of the original.
    held: [],
    custody: publicCustody(item.custody),
    files: item.files.map((file) => ({ ...file, made: file.made === null ? null : { ...file.made, from: null, command: "" } })),
  };
}

function whole(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds);
}

/** Whether what is left still gives a place finer than the grid, as a reader with a gazetteer and an almanac would find out. */
function leadsBack(
  model: ReportModel,
  places: LeakSecrets["places"],
  { anchors, gridM }: PublicRules,
  sorts: readonly PlaceClue["sort"][] | null = null,
): boolean {
  const clues = placeCluesIn(JSON.stringify(model), () => false)
    .filter(({ sort }) => sorts === null || sorts.includes(sort))
    .map((clue): PlaceClue => ({ ...clue, file: "report", where: "text" }));
  return derivePlace({ clues, places, anchors, gridM }).length > 0;
}

function kilometres(gridM: number): string {
  return gridM < 1000 ? `${gridM} m` : `${gridM / 1000} km`;
}
