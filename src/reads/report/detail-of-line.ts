/** What a report tells of a record, by the line that made it or changed it last. */
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { ClaimText } from "../../core/claim/claim-text.ts";
import type { EntryKind } from "../../core/entry/entry.ts";
import { Identification } from "../../core/identification/identification.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ObservationTarget } from "../../core/observation/observation.ts";
import type { PlaceClaim } from "../../core/place/region.ts";
import { boxAround } from "../../core/report/box-around.ts";
import { regionWords, stretchCode, windowWords } from "../../core/report/report-words.ts";
import type { RecordExhibit, RecordMark } from "../../core/report/report-record.ts";
import { ScenePairSheet } from "../../core/scene/scene-pair-sheet.ts";
import { SubjectStateFacts } from "../../core/subject/subject-state.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { detailOfInference } from "./detail-of-inference.ts";
import type { ReadLine } from "./entry-lines.ts";
import type { FrameClock } from "./frame-seconds.ts";
import { noDetail, type RecordDetail } from "./record-detail.ts";

export type AnyLine = ReadLine<EntryKind>;

export async function detailOfLine(reader: CaseReader, clock: FrameClock, line: AnyLine): Promise<RecordDetail> {
  switch (line.kind) {
    case "observation.made":
      return {
        ...noDetail,
        says: [line.said(line.data.text)],
        exhibits: [await exhibitOf(clock, line.data.target)],
        restsOn: [line.data.target.item],
      };
    case "inference.kept":
      return detailOfInference(reader, clock, line.data);
    case "claim.stated":
      return claimDetail(line);
    case "tier.written": {
      const { item, from, language, sort, version } = line.data;
      return {
        ...noDetail,
        says: [`Version ${version} of the ${sort} tier of ${item}, in ${language}.`],
        restsOn: [item, ...(from === null ? [] : [from.tier])],
      };
    }
    case "place.stated":
      return placeDetail(line);
    case "time.stated":
      return timeDetail(line);
    case "event.described":
      return eventDetail(line);
    case "identification.made":
      return identificationDetail(line);
    case "exhibit.described": {
      const { beside, shown } = line.data;
      return { ...noDetail, says: [line.said(line.data.reason)], restsOn: [beside, ...(shown.is === "item" ? [shown.item] : [])] };
    }
    case "subject.described": {
      const { item, spokenOf } = line.data;
      const stretch = spokenOf?.by === "stretch" ? { fromS: spokenOf.fromS, toS: spokenOf.toS } : null;
      return {
        ...noDetail,
        says: [line.said(line.data.description)],
        marks: stretch === null ? [] : [{ item, range: stretch, box: null, quote: null, says: "Spoken of here." }],
        restsOn: [item],
      };
    }
    case "bearing.stated": {
      const { item, on, sort, part } = line.data;
      const range = part === null ? null : (await exhibitOf(clock, { item, object: part.object, range: part.range })).range;
      return {
        ...noDetail,
        marks: [{ item, range, box: null, quote: null, says: `${item}, for ${on}: ${sort}.` }],
        restsOn: [item, on],
      };
    }
    case "sync-mark.made": {
      const { points, sort } = line.data;
      return {
        ...noDetail,
        marks: points.map(({ item, channel, atS, plusMinusS }) => ({
          ...{ item, box: null, quote: null, says: `${sort}, ${channel === "sound" ? "heard" : "seen"} here` },
          range: { fromS: Number(atS) - Number(plusMinusS), toS: Number(atS) + Number(plusMinusS) },
        })),
        restsOn: [...new Set(points.map(({ item }) => item))],
      };
    }
    case "subject-state.stated":
      return stateDetail(line);
    case "scene-object.described":
      return { ...noDetail, says: [line.said(line.data.description)] };
    case "scene-pair.judged":
      return pairDetail(reader, line);
    case "shot.counted": {
      const { item, atS, plusMinusS, channel, basis } = line.data;
      return {
        ...noDetail,
        says: [`${line.said(line.data.words)} (${channel}, at ${stretchCode({ fromS: atS, toS: atS })} give or take ${plusMinusS} s)`],
        exhibits: [{ item, range: { fromS: atS, toS: atS }, frames: null, box: null, still: null }],
        restsOn: [item, ...(basis.by === "observation" ? [basis.observation] : [])],
      };
    }
    default:
      return { ...noDetail, restsOn: itemOf(line) };
  }
}

function itemOf(line: AnyLine): string[] {
  const item = (line.data as { item?: unknown }).item;
  return typeof item === "string" ? [item] : [];
}

async function exhibitOf(clock: FrameClock, { item, range, box }: ObservationTarget): Promise<RecordExhibit> {
  const common = { item, box: box ?? null, still: null };
  if (range === undefined) return { ...common, range: null, frames: null };
  const { startFrame, endFrame, startPts, timeBase } = range;
  const [from, to] = [await clock.secondsOf(item, startFrame), await clock.secondsOf(item, endFrame)];
  // Without a frame table the stored stamps are all there is; they are said as such beside the seconds.
  const stored = (pts: number): number => (pts * timeBase.num) / timeBase.den;
  return {
    ...common,
    range: { fromS: from ?? stored(startPts), toS: to ?? stored(range.endPts) },
    frames: { first: startFrame, last: endFrame, startPts, timeBase: `${timeBase.num}/${timeBase.den}` },
  };
}

function claimDetail(line: Extract<AnyLine, { kind: "claim.stated" }>): RecordDetail {
  const { text, aspect, event } = line.data;
  const statement = line.opened(line.data.statement) as ClaimStatement | undefined;
  const chain = statement?.speakers.map(({ words }) => words) ?? [];
  return {
    ...noDetail,
    says: [
      `"${line.said(line.data.quote)}"`,
      ...(statement === undefined
        ? []
        : [
            `About ${aspect}; ${statement.polarity}; basis: ${statement.basis}${statement.hedges.length === 0 ? "; no hedge" : `; hedged by ${statement.hedges.map(({ words }) => `"${words}"`).join(", ")}`}.`,
            chain.length === 0 ? "In the text's own voice." : `Said by ${chain.join(", citing ")}.`,
          ]),
    ],
    marks: [{ item: text.item, range: null, box: null, quote: line.said(line.data.quote), says: partWords(text.part) }],
    restsOn: [text.item, ...(event === "unassigned" ? [] : [event]), ...(statement?.restsOn ?? [])],
  };
}

function partWords(part: ClaimText["part"]): string {
  if (part.sort === "post") return `Post ${part.post + 1} of the item.`;
  if (part.sort === "picture-caption") return `Caption of picture ${part.picture + 1}.`;
  if (part.sort === "tier") return `Words of tier ${part.tier}.`;
  return { "article-title": "Its title.", "article-body": "Its body.", file: "Its text.", typed: "As a person typed it." }[part.sort];
}

function placeDetail(line: Extract<AnyLine, { kind: "place.stated" }>): RecordDetail {
  const claim = line.opened(line.data.claim) as PlaceClaim | undefined;
  const { about, standing, from } = line.data;
  const reason = line.said(line.data.reason);
  return {
    ...noDetail,
    says:
      claim === undefined
        ? ["Withheld."]
        : [
            `${claim.means}: "${claim.verbatim}". ${claim.region === "unknown" ? "No place is known." : regionWords(claim.region)}. Precision: ${claim.precision}. Basis: ${claim.basis}.`,
            ...(reason === "" ? [] : [reason]),
          ],
    places:
      claim === undefined || claim.region === "unknown"
        ? []
        : [
            {
              title: claim.verbatim,
              role: standing === "rejected" ? "rejected" : standing === "candidate" ? "candidate" : "ground",
              region: claim.region,
              precision: claim.precision,
              why: standing === "rejected" ? reason : "",
              about,
            },
          ],
    restsOn: [about, ...(from === null ? [] : [from.item])],
  };
}

function timeDetail(line: Extract<AnyLine, { kind: "time.stated" }>): RecordDetail {
  const claim = line.opened(line.data.claim) as TimeClaim | undefined;
  const { about, from } = line.data;
  return {
    ...noDetail,
    says: claim === undefined ? ["Withheld."] : [timeWords(claim), line.said(line.data.reason)],
    windows:
      claim === undefined
        ? []
        : [{ event: about.startsWith("e") ? (about as `e${string}`) : null, title: about, window: windowOf(claim), means: claim.means }],
    restsOn: [about, ...(from === null ? [] : [from.item])],
  };
}

function timeWords(claim: TimeClaim): string {
  const zone =
    claim.zone.state === "unknown"
      ? `no zone is stated (reading ${claim.zone.reading})`
      : claim.zone.state === "utc"
        ? "UTC"
        : `UTC${offset(claim.zone.offsetMinutes)}`;
  return `${claim.means}: "${claim.verbatim}", that is ${windowWords({ from: claim.earliest, to: claim.latest, zone: "UTC" })}; zone: ${zone}. Basis: ${claim.basis}.`;
}

function offset(minutes: number): string {
  const [sign, size] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  return `${sign}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

function windowOf(claim: TimeClaim): RecordDetail["windows"][number]["window"] {
  const zone = claim.zone.state === "unknown" ? "no zone stated" : "UTC";
  return { from: claim.earliest, to: claim.latest, zone, role: "stated", basis: claim.basis };
}

function eventDetail(line: Extract<AnyLine, { kind: "event.described" }>): RecordDetail {
  const { event, time, place } = line.data;
  const title = line.said(line.data.title);
  const when = time === "unknown" ? undefined : (line.opened(time) as TimeClaim | undefined);
  const where = place === "unknown" ? undefined : (line.opened(place) as PlaceClaim | undefined);
  return {
    ...noDetail,
    says: [
      when === undefined ? "No time is stated of it." : timeWords(when),
      where === undefined || where.region === "unknown" ? "No place is stated of it." : regionWords(where.region),
    ],
    windows: when === undefined ? [] : [{ event, title, window: windowOf(when), means: when.means }],
    places:
      where === undefined || where.region === "unknown"
        ? []
        : [{ title, role: "ground", region: where.region, precision: where.precision, why: "", about: event }],
  };
}

function identificationDetail(line: Extract<AnyLine, { kind: "identification.made" }>): RecordDetail {
  const what = Identification.safeParse(line.opened(line.data.what)).data;
  if (what === undefined) return { ...noDetail, says: ["Withheld."], restsOn: [line.data.item] };
  const observations = [...what.seen.flatMap((one) => one.observations), ...what.unit.speech.flatMap((one) => one.observations)];
  return {
    ...noDetail,
    says: [
      `Seen on ${what.subject}: ${what.seen.map(({ feature, state }) => `${feature} ${state}`).join(", ") || "nothing"}.`,
      ...what.means.map(({ marking, day, basis }) => `${marking} meant, on ${day}: ${basis}.`),
      what.actor === "unknown"
        ? "Who it is: unknown."
        : `Inferred: ${what.actor.words}; bases: ${what.actor.bases.map(({ kind, words }) => `${kind} (${words})`).join("; ")}.`,
      ...what.unit.assertions.map(
        ({ by, says }) =>
          `${by} ${says.is === "unit" ? `asserts the unit: ${says.words}` : says.is === "unclear" ? "says that the unit is not clear" : "speaks of another event"}.`,
      ),
    ],
    restsOn: [what.item, ...observations],
  };
}

function stateDetail(line: Extract<AnyLine, { kind: "subject-state.stated" }>): RecordDetail {
  const { subject, item, fromS, toS } = line.data;
  const facts = SubjectStateFacts.safeParse(line.opened(line.data.facts)).data;
  return {
    ...noDetail,
    says: facts?.facts.map(({ fact, standing, note }) => `${fact}: ${standing}${note === "" ? "" : ` (${note})`}`) ?? ["Withheld."],
    exhibits: [{ item, range: { fromS, toS }, frames: null, box: null, still: null }],
    restsOn: [subject, item, ...(facts?.observations ?? [])],
  };
}

/** What a mark of a pair sheet is drawn as: it states no error of its own. */
const scenePointPx = 8;

async function pairDetail(reader: CaseReader, line: Extract<AnyLine, { kind: "scene-pair.judged" }>): Promise<RecordDetail> {
  const { a, b, sheet, verdict } = line.data;
  const read = (await reader.vault.has(sheet)) ? ScenePairSheet.safeParse(await readJson(reader.vault, sheet)).data : undefined;
  const marks = read?.pairs.flatMap((pair) => [
    { item: a, atS: pair.a.atS },
    { item: b, atS: pair.b.atS },
  ]);
  return {
    ...noDetail,
    says: [
      `Verdict on ${a} and ${b}: ${verdict}. ${line.said(line.data.reason)}`,
      ...(read?.pairs.map(
        ({ number, feature, object, verdict: one, words }) =>
          `Pair ${number}, ${feature}${object === null ? "" : ` of ${object}`}: ${one}. ${words}`,
      ) ?? []),
    ],
    marks:
      read?.pairs.flatMap((pair) =>
        (
          [
            [a, pair.a],
            [b, pair.b],
          ] as const
        ).map(([item, { frame, atS, point }]): RecordMark => ({
          item,
          range: atS === null ? null : { fromS: atS, toS: atS },
          box: boxAround(point, scenePointPx, frame),
          quote: null,
          says: `Pair ${pair.number}, ${pair.feature}: ${pair.verdict}. ${pair.words}`,
        })),
      ) ?? [],
    exhibits: (marks ?? []).map(({ item, atS }) => ({
      item: item as ItemId,
      range: atS === null ? null : { fromS: atS, toS: atS },
      frames: null,
      box: null,
      still: null,
    })),
    restsOn: [a, b, ...(read?.pairs.flatMap(({ object }) => (object === null ? [] : [object])) ?? [])],
  };
}
