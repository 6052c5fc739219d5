/**
 * Makes the report of an edition from a case, as data: what the findings say, every record that they rest on, and what is not in it.
 * Nothing is drawn here, and nothing is left out here because of who reads it: a public edition is made from this.
 */
import type { EditionId, EditionPlan } from "../../core/edition/edition.ts";
import { postingMeanings } from "../../core/edition/posting-time.ts";
import { elementList } from "../../core/element/element-lists.ts";
import type { CaseId } from "../../core/entry/entry.ts";
import type { EventId } from "../../core/event/event.ts";
import type { ItemId } from "../../core/item/item.ts";
import { type KeyPointFault, keyPointFaults } from "../../core/report/key-point-fault.ts";
import type { ReportPlace } from "../../core/report/report-figures.ts";
import type { ReportElementSheet, ReportFinding, ReportHypothesis } from "../../core/report/report-finding.ts";
import type { ReportTier } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import { counted } from "../../core/text/counted.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { ContradictionReport } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import type { CaseReader } from "../case-reader.ts";
import { confirmedKeyPoints } from "../editions/confirmed-key-points.ts";
import { listHypotheses } from "../list-hypotheses.ts";
import { certification } from "./certification.ts";
import { linesOfKinds } from "./entry-lines.ts";
import { frameClock } from "./frame-seconds.ts";
import { leftOutOf } from "./left-out.ts";
import { reportClaims } from "./report-claims.ts";
import { type ElementNames, reportElementSheets } from "./report-elements.ts";
import { reportEvents } from "./report-events.ts";
import { type FindingRefused, reportFindings } from "./report-findings.ts";
import { rejectedPlaces } from "./rejected-places.ts";
import { itemKinds, itemLabel, reportItems } from "./report-items.ts";
import { reportPeople } from "./report-people.ts";
import { redactionActs } from "./redaction-acts.ts";
import { type Cited, resolveRecords, type ResolvedRecords } from "./report-records.ts";
import { withTimesOfWords } from "./times-of-words.ts";
import { reportSubjects } from "./report-subjects.ts";
import { reportTiers } from "./report-tiers.ts";

export interface ReportWanted {
  readonly plan: EditionPlan;
  readonly edition: EditionId;
  readonly version: number;
  readonly at: UtcInstant;
  readonly program: string;
  readonly case: { readonly id: CaseId; readonly title: string };
  /** Records whose restricted words a public edition could not look for. */
  readonly unreadIdentities: readonly string[];
}

export interface BuiltReport {
  readonly model: ReportModel;
  readonly refused: readonly FindingRefused[];
  readonly keyPointFaults: readonly KeyPointFault[];
}

/** `contradictions`: as the claims board works them out, with the gazetteers of this machine. */
export async function buildReport(
  reader: CaseReader,
  viewer: Viewer,
  wanted: ReportWanted,
  contradictions: () => Promise<ContradictionReport>,
): Promise<BuiltReport> {
  demand(viewer, "read");
  const { plan } = wanted;
  const people = await reportPeople(reader, viewer);
  const { labelOf } = people;
  const clock = frameClock(reader);
  const kinds = await itemKinds(reader);
  const { findings: read, refused } = await reportFindings(reader, plan, labelOf);
  const sheets = await reportElementSheets(reader, plan, namesOfElements);
  const eventOf = await eventsOfFindings(reader, read);
  const asked = new Set([...eventOf.values()].filter((event) => event !== null));
  const cited = [...read.flatMap(groundsOf), ...sheets.flatMap(cellGrounds), ...(await rejectedPlaces(reader, asked))];
  const around = { clock, labelOf, itemTitle: (item: string) => itemLabel(item, kinds.get(item) ?? "other") };
  const resolved = await resolveRecords(reader, viewer, around, cited);
  const records = resolved.records;
  const items = await reportItems(reader, viewer, plan, itemsOf(records), labelOf);
  const itemIds = new Set(items.map(({ item }) => item));
  const tiers = await reportTiers(reader, viewer, itemIds, labelOf);
  const { findings, elementSheets } = withTimesOfWords(read, sheets, tiers);
  const events = await reportEvents(reader, viewer, clock, { findings, windows: resolved.windows, eventOf });
  const about = new Set([...asked, ...events.flatMap(({ event }) => event ?? [])]);
  const { claims, conflicts } = await reportClaims(reader, viewer, about, contradictions);
  const hypotheses = await reportHypotheses(reader, viewer, findings);
  const places = numbered([...answerPlaces(findings), ...resolved.places.map(withoutAbout)]);
  const confirmed = await confirmedKeyPoints(reader);
  const keyPoints = findings.map(({ finding, version, statement }, at) => {
    const text = plan.keyPoints.find((one) => one.finding === finding)?.text ?? statement;
    const isReworded = text.trim() !== statement.trim();
    const seconds = confirmed.filter(
      (one) => isReworded && one.finding === finding && one.version === version && one.text === text.trim() && one.by !== viewer.person,
    );
    return {
      ...{ id: `kp${at + 1}`, finding, text, wordedBy: isReworded ? labelOf(viewer.person) : null },
      confirmedBy: [...new Set(seconds.map(({ by }) => labelOf(by)))],
    };
  });
  const redacted = await redactionActs(reader, viewer, plan, labelOf);
  const did = whoDid({ findings, records, tiers }, [{ label: labelOf(viewer.person), what: "made this edition" }, ...redacted.did]);
  const left = leftOutOf({ findings, refused, records, items, tiers, hypotheses, places, conflicts, recordsLeftOut: resolved.leftOut });
  const model: ReportModel = {
    format: "witnessmark-report-v1",
    edition: {
      ...{ id: wanted.edition, version: wanted.version, sort: plan.sort, title: plan.title, language: plan.language },
      ...{ at: wanted.at, gridM: plan.gridM, program: wanted.program },
    },
    case: wanted.case,
    ...{ keyPoints, findings, records, items, tiers, elementSheets, hypotheses, places, events, claims },
    subjects: await reportSubjects(reader, itemIds),
    sync: resolved.sync,
    certification: await certification(reader, viewer, {
      program: wanted.program,
      records,
      items,
      people,
      did: await byPerson(reader, did, labelOf),
    }),
    leftOut: {
      ...left,
      withheld: [...left.withheld, ...redacted.withheld],
      notDone: [
        ...left.notDone,
        ...redacted.notDone,
        ...(plan.tonesApart ?? []).map(
          ({ item, why }) =>
            `${item}: tones like those that are covered are heard elsewhere; ${labelOf(viewer.person)} listened and says that they are not the same: ${why}`,
        ),
        ...(plan.clearedWords ?? []).map(
          ({ record, why }) => `${record} names no seconds; ${labelOf(viewer.person)} cleared its words: ${why}`,
        ),
        ...notLookedFor(wanted, labelOf(viewer.person)),
      ],
    },
  };
  return {
    model,
    refused,
    keyPointFaults: keyPoints.flatMap(({ finding, text }) =>
      faultsOf(text, findings, { finding, event: eventOf.get(finding) ?? null }, resolved),
    ),
  };
}

/** Neither the records nor the reason: both may say who somebody is. */
function notLookedFor({ plan, unreadIdentities }: ReportWanted, label: string): string[] {
  if (plan.sort === "court" || unreadIdentities.length === 0) return [];
  return [
    `${counted(unreadIdentities.length, "restricted record")} could not be opened: the leak test did not look for what they say; ${label} answers for it.`,
  ];
}

const namesOfElements: ElementNames = (asked) => {
  const list = elementList(asked);
  if (list === undefined) return undefined;
  return {
    title: `${list.article}: ${list.title}`,
    elementOf: (number) => list.elements.find((one) => one.number === number)?.words ?? `Element ${number}`,
  };
};

function groundsOf({ evidenceFor, evidenceAgainst }: ReportFinding): Cited[] {
  return [...evidenceFor, ...evidenceAgainst].map(({ record, line }) => citedAs(record, line));
}

function cellGrounds({ elements }: ReportElementSheet): Cited[] {
  return elements.flatMap(({ cells }) => cells.flatMap(({ grounds }) => grounds.map(({ record, line }) => citedAs(record, line))));
}

function citedAs(record: string, line: number): Cited {
  return { record: record.startsWith("line ") ? null : record, line };
}

function itemsOf(records: readonly ReportRecord[]): ItemId[] {
  const items = records.flatMap(({ name, exhibits, restsOn }) => [name, ...exhibits.map(({ item }) => item), ...restsOn]);
  return [...new Set(items)]
    .filter((name): name is ItemId => /^i[1-9][0-9]*$/.test(name))
    .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

async function eventsOfFindings(reader: CaseReader, findings: readonly ReportFinding[]): Promise<Map<string, EventId | null>> {
  const asked = new Map((await linesOfKinds(reader, ["question.asked"])).map(({ data }) => [data.question, data.event]));
  return new Map(findings.map(({ finding, question }) => [finding, asked.get(question.id) ?? null]));
}

/** Those that a finding of the edition considered: what others guess at is for no reader of this one. */
async function reportHypotheses(reader: CaseReader, viewer: Viewer, findings: readonly ReportFinding[]): Promise<ReportHypothesis[]> {
  const considered = new Set<string>(findings.flatMap((finding) => finding.hypotheses.map(({ hypothesis }) => hypothesis)));
  const all = (await listHypotheses(reader, viewer)).filter(({ id }) => considered.has(id));
  return all.map(({ id, question, start, statement, standing, reason }) => ({
    ...{ hypothesis: id, question, start, statement, standing, reason },
  }));
}

function answerPlaces(findings: readonly ReportFinding[]): ReportPlace[] {
  return findings.flatMap(({ finding, answer, statement }) =>
    answer.sort !== "place"
      ? []
      : [
          {
            ...{ id: "", title: statement, of: finding, role: "answer" as const, precision: "95 %, as the finding says", why: "" },
            region: { shape: "circle" as const, centre: { lat: answer.lat, lon: answer.lon }, radiusM: answer.radiusM },
          },
        ],
  );
}

function withoutAbout({ id, title, of, role, region, precision, why }: ReportPlace): ReportPlace {
  return { id, title, of, role, region, precision, why };
}

function numbered(places: readonly ReportPlace[]): ReportPlace[] {
  return places.map((place, at) => ({ ...place, id: `pl${at + 1}` }));
}

function faultsOf(
  text: string,
  findings: readonly ReportFinding[],
  { finding: id, event }: { readonly finding: string; readonly event: EventId | null },
  resolved: ResolvedRecords,
): KeyPointFault[] {
  const finding = findings.find((one) => one.finding === id);
  if (finding === undefined) return [];
  const grounds = new Set(finding.evidenceFor.map(({ record }) => record));
  // When a post went out says nothing of how narrowly its filming is known.
  const windows = resolved.windows.filter(({ of, means }) => grounds.has(of) && (means === undefined || !postingMeanings.has(means)));
  const places = resolved.places.filter(({ of }) => grounds.has(of));
  return keyPointFaults(text, finding, {
    places: ofEvent(places, event, ({ about }) => (about?.startsWith("e") === true ? about : null)),
    windows: ofEvent(windows, event, (one) => one.event).map(({ of, window }) => ({ of, from: window.from, to: window.to })),
  });
}

/** Those of the question's event; where none is, those of no event: of another event's they say nothing. */
function ofEvent<T>(stated: readonly T[], event: EventId | null, eventOf: (one: T) => string | null): T[] {
  const own = event === null ? [] : stated.filter((one) => eventOf(one) === event);
  if (own.length > 0) return own;
  return stated.filter((one) => event === null || eventOf(one) === null);
}

/** By label, what each did. */
function whoDid(
  {
    findings,
    records,
    tiers,
  }: {
    findings: readonly ReportFinding[];
    records: readonly ReportRecord[];
    tiers: readonly ReportTier[];
  },
  besides: readonly { readonly label: string; readonly what: string }[],
): Map<string, Set<string>> {
  const did = new Map<string, Set<string>>();
  const note = (label: string | null, what: string): void => {
    if (label !== null) did.set(label, (did.get(label) ?? new Set()).add(what));
  };
  for (const { finding, signed, approved, blind } of findings) {
    for (const { label } of signed) note(label, `wrote and signed ${finding}`);
    for (const { label } of approved) note(label, `approved ${finding}`);
    for (const { label } of blind.answers) note(label, `answered the question of ${finding} without seeing another answer`);
  }
  for (const { label, what } of besides) note(label, what);
  for (const { by, sort } of records) note(by, `stated ${sort === "line" ? "lines" : "records"} that findings rest on`);
  for (const { tier, writers, reviewers } of tiers) {
    for (const label of writers) note(label, `wrote ${tier}`);
    for (const label of reviewers) note(label, `read ${tier} against the recording`);
  }
  return did;
}

async function byPerson(
  reader: CaseReader,
  did: ReadonlyMap<string, ReadonlySet<string>>,
  labelOf: (person: string) => string,
): Promise<Map<string, ReadonlySet<string>>> {
  const people = await reader.views.db.selectFrom("person").select("id").execute();
  return new Map(people.flatMap(({ id }) => (did.has(labelOf(id)) ? [[id, did.get(labelOf(id)) as ReadonlySet<string>] as const] : [])));
}
