/** Origins and drift in plain sentences. Each line is about one event; none says what is true. */
import type { ClaimId } from "../core/claim/claim.ts";
import { counted } from "../core/text/counted.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { CaseClaim, ClaimCase } from "../reason/claims/claim-case.ts";
import type { DriftKind } from "../core/claim/drift-kind.ts";
import type { Change } from "../reason/claims/drift/drift-types.ts";
import type { Origin, OriginCell, OriginCount, OriginEdge, OriginReport, Support } from "../reason/claims/origins/origin-report-types.ts";

const aspectWords: Readonly<Record<OriginCell["aspect"], string>> = {
  where: "where",
  when: "when",
  who: "who",
  what: "what",
  "how-many": "how many",
  identification: "identification",
  speech: "words spoken",
  verification: "verification",
};

const supportWords: Readonly<Record<Support, string>> = {
  nobody: "nobody asserts it",
  "one-origin": "",
  replicated: "all from one exhibit: replicated, not corroborated",
  "may-corroborate": "from different exhibits or kinds of basis: they corroborate each other as far as they agree",
  unstated: "it is not told whether they judged from one thing or from several",
};

const kindWords: Readonly<Record<DriftKind, string>> = {
  "unit-within": "converted, within the rounding",
  "unit-outside": "converted, outside the rounding",
  "hedge-lost": "hedge lost",
  "hedge-added": "hedge added",
  direction: "direction changed",
  number: "number changed",
  day: "time changed",
  object: "object changed",
  act: "act changed",
  plural: "one and several changed",
  "places-merged": "places merged",
  rebound: "clause says it of another place",
  event: "said of another event",
  "speaker-dropped": "speaker dropped",
  "speaker-promoted": "speaker promoted",
  "evidence-to-fact": "evidence told as fact",
  requoted: "quotation in other words",
  polarity: "affirmed, denied or open changed",
};

/** Claims of one list that are quoted; the rest by their numbers. */
const quotedAtMost = 2;

const noClaims = "no accepted claims: nothing to count";

export function originLines(report: OriginReport, given: ClaimCase): string[] {
  const claims = new Map(given.claims.map((claim) => [claim.id, claim]));
  if (claims.size === 0) return [noClaims];
  const titles = new Map(given.events.map(({ id, title }) => [id, title]));
  const { edges, unassigned, circles, drifts, inside, repeats } = report;
  const quotes = (ids: readonly ClaimId[]) =>
    [...ids.slice(0, quotedAtMost).map((id) => named(claims.get(id), id)), ...ids.slice(quotedAtMost)].join(", ");
  const proposed = edges.filter(({ standing }) => standing === "proposed");
  const early = edges.filter(({ order }) => order === "before");
  const eventWords = (event: string) => `${titles.get(event as OriginCell["event"]) ?? "an event"} (${event})`;
  const became = ({ kind, was, became: now }: Change) =>
    kind === "event" ? `${kindWords[kind]}: ${eventWords(was)} became ${eventWords(now)}` : `${kindWords[kind]}: ${was} became ${now}`;
  return [
    ...[...Map.groupBy(report.cells, ({ event }) => event)].flatMap(([event, cells]) => [
      eventWords(event),
      ...cells.flatMap((cell) => cellLines(cell, quotes)),
      "",
    ]),
    ...section(
      "of no event: listed, never counted",
      unassigned.map((id) => quotes([id])),
    ),
    ...section(
      "circles: none of their members is an origin",
      circles.map(
        ({ labels, standing }) =>
          `${labels.join(" > ")} > ${labels[0] ?? ""}${standing === "proposed" ? ", if what is proposed is confirmed" : ""}`,
      ),
    ),
    ...section("published before what it is said to derive from: a time or the derivation is wrong", early.map(edgeWords)),
    ...section(
      "changed on the way",
      drifts.map(
        (drift) =>
          `${quotes(drift.derived)}, from ${quotes(drift.from)}${drift.standing === "proposed" ? " (proposed)" : ""}: ${became(drift)}`,
      ),
    ),
    ...section(
      "changed inside a document",
      inside.map((drift) => `${drift.role} ${quotes([drift.derived])} against ${drift.against} ${quotes([drift.from])}: ${became(drift)}`),
    ),
    ...section(
      "said several times in one document: one claim each",
      repeats.map((ids) => quotes(ids)),
    ),
    ...section("proposed derivations: nobody said yes or no, nothing of them is counted", proposed.map(edgeWords)),
  ].map(visibleText);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ""];
}

function named(claim: CaseClaim | undefined, id: ClaimId): string {
  if (claim === undefined) return id;
  const { value } = claim.statement;
  return `${claim.publisher.label} ${id} "${value.words}"${value.is === "act" && value.object !== null ? ` (${value.object})` : ""}`;
}

function edgeWords({ derived, from, sort, basis, order }: OriginEdge): string {
  return `${derived} ${sort} ${from}: ${basis}${order === "before" ? "; published before it" : ""}`;
}

function cellLines(cell: OriginCell, quotes: (ids: readonly ClaimId[]) => string): string[] {
  const { aspect, part, count, ifConfirmed, denied, leftOpen, origins, onlyDerived, exhibits, support } = cell;
  const marks = [
    ...(supportWords[support] === "" ? [] : [supportWords[support]]),
    ...(denied > 0 ? [`${counted(denied, "origin denies", "origins deny")} it`] : []),
    ...(leftOpen > 0 ? [`${counted(leftOpen, "origin says", "origins say")} that it is not known`] : []),
    ...(ifConfirmed.best === count.best ? [] : [`${countWords(ifConfirmed)} if what is proposed is confirmed`]),
  ];
  const partWords = part === "did" ? " did it" : part === "suffered" ? " suffered it" : "";
  return [
    `  ${aspectWords[aspect]}${partWords}: ${countWords(count)}${marks.map((mark) => `; ${mark}`).join("")}`,
    ...exhibits.map(({ items, origins: readers }) => `    exhibit ${items.join(", ")}: read by ${readers.join(", ")}`),
    ...origins.flatMap((origin) => originWords(origin, quotes)),
    ...(onlyDerived.length === 0 ? [] : [`    only in derived texts, not counted: ${quotes(onlyDerived)}`]),
  ];
}

function countWords({ low, best, high }: OriginCount): string {
  const plain = counted(best, "independent origin");
  return low === high ? plain : `${plain} (from ${low} to ${high})`;
}

function originWords(
  { label, claims, derived, through, boundOnly, circle, says, source }: Origin,
  quotes: (ids: readonly ClaimId[]) => string,
): string[] {
  const marks = [
    ...(circle === null ? [] : ["a circle: where it comes from is not in the case"]),
    ...(circle === null && source === "unknown" ? ["who that is nobody said"] : []),
    ...(boundOnly ? ["a limit or a part of a day, no day"] : []),
    ...(says.includes("affirmed") ? [] : [says.join(" and ")]),
  ];
  return [
    `    ${label}${through.length === 0 ? "" : `, through ${through.join(", ")}`}${marks.length === 0 ? "" : ` (${marks.join("; ")})`}: ${quotes(claims)}`,
    ...derived.map((id) => `      derived from it: ${quotes([id])}`),
  ];
}
