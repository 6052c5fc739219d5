/** Proposed claims in plain lines: what is said, by whom through whom, what limits it, where it stands. */
import type { ClaimStatement } from "../core/claim/claim.ts";
import type { ClaimValue, TimeReading } from "../core/claim/claim-value.ts";
import type { TextPart } from "../core/claim/claim-text.ts";
import type { SourceText } from "../core/claim/source-text.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { ClaimProposal, ClaimProposals } from "../reason/claim-text/proposal.ts";

export function proposalLines(file: string, sort: "text" | "page", text: SourceText, read: ClaimProposals): string[] {
  const { proposals, languages, unread } = read;
  const published =
    text.published === "unknown" ? "publication day unknown" : `published ${span(text.published.earliest, text.published.latest)}`;
  const zone = text.zone === null ? "zone unknown" : `zone ${visibleText(text.zone)}`;
  return [
    `${visibleText(file)}: ${sort}, ${[...new Set(languages)].join(", ")}, ${published}, ${zone}${text.publisher === null ? "" : `, ${visibleText(text.publisher)}`}`,
    ...(proposals.length === 0
      ? [`no claims were found in it${unread.length === 0 ? "" : ": see what was not read"}`]
      : [`${counted(proposals.length, "proposed claim")}; none counts before a person accepts it`]),
    ...proposals.flatMap((proposal, nth) => ["", ...linesOf(proposal, nth + 1)]),
    ...(unread.length === 0 ? [] : ["", "not read:"]),
    ...unread.map(({ part, span: at, words, why }) => `  ${partName(part)} ${at.start}-${at.end} "${cut(words)}": ${visibleText(why)}`),
  ];
}

function linesOf({ part, quote, span: at, statement, notes }: ClaimProposal, nth: number): string[] {
  const { aspect, value, polarity, hedges, speakers, basis, basisWords, eventSort } = statement;
  const name = aspect === "how-many" ? "how many" : aspect;
  return [
    `${nth}. ${name}: "${visibleText(value.words)}"${polarity === "affirmed" ? "" : ` (${polarity})`}${detail(value)}`,
    `   ${speakers.length === 0 ? "says the text itself" : `says ${speakers.map(speakerText).join(" through ")}`}; about ${eventSort === "unclear" ? "an event that is unclear" : `the event: ${eventSort}`}`,
    ...(hedges.length === 0 ? [] : [`   limited by ${hedges.map(({ words, sort }) => `"${visibleText(words)}" (${sort})`).join(", ")}`]),
    ...(basis === "unstated" ? [] : [`   basis: ${basis}${basisWords === null ? "" : ` ("${visibleText(basisWords)}")`}`]),
    `   ${partName(part)} ${at.start}-${at.end}: ${cut(quote)}`,
    ...notes.map((note) => `   look: ${visibleText(note)}`),
  ];
}

function speakerText({ words, says, direct, who }: ClaimStatement["speakers"][number]): string {
  return `"${visibleText(words)}"${says === null ? "" : ` (${visibleText(says)}${direct ? ", in their own words" : ""})`}${who === "unknown" ? "" : `, ${who}`}`;
}

function detail(value: ClaimValue): string {
  switch (value.is) {
    case "time":
      return ` = ${value.readings.map(readingText).join(", or ")}`;
    case "number":
      return ` = ${rangeText(value.low, value.best, value.high)} ${visibleText(value.unit)}`;
    case "actor":
      return ` (${value.part}, ${value.count})`;
    case "act":
      return ` (${value.act}${value.object === null ? "" : `: ${visibleText(value.object)}`})`;
    case "verification":
      return ` (${value.outcome}, ${value.of === "unstated" ? "aspect unstated" : `of ${value.of}`}${value.by === null ? "" : `, by ${visibleText(value.by)}`})`;
    case "speech":
      return value.by === null ? "" : ` (by ${visibleText(value.by)})`;
    case "unknown":
      return " (not known)";
    default:
      return "";
  }
}

function readingText(reading: TimeReading): string {
  switch (reading.kind) {
    case "within":
    case "bound": {
      const limit = reading.kind === "bound" ? `${reading.limit === "not-after" ? "not after" : "not before"} ` : "";
      const days = reading.toDay === undefined ? reading.day : `${reading.day} to ${reading.toDay}`;
      const part = reading.part === undefined ? "" : ` ${reading.part}`;
      const clock = reading.between === undefined ? "" : ` ${span(...reading.between)}`;
      const more = reading.plusMinusDays === undefined ? "" : ` +-${counted(reading.plusMinusDays, "day")}`;
      return `${limit}${days}${part}${clock}${more} (${reading.zone === null ? "zone unknown" : visibleText(reading.zone)})`;
    }
    case "sun":
      return `${reading.sun} by the sun${reading.day === undefined ? "" : ` on ${reading.day}`}`;
    case "offset":
      return `${Math.abs(reading.hours)} h ${reading.hours < 0 ? "before" : "after"} the ${reading.from} (+-${reading.plusMinusHours} h)`;
    case "order":
      return `${reading.relation} "${visibleText(reading.of)}"`;
  }
}

function rangeText(low: number | null, best: number | null, high: number | null): string {
  if (low !== null && low === high) return String(low);
  if (low === null && high === null) return best === null ? "an open number" : `about ${best}`;
  return low === null ? `at most ${high}` : high === null ? `at least ${low}` : `${low} to ${high}`;
}

function partName(part: TextPart): string {
  switch (part.sort) {
    case "file":
      return "at";
    case "picture-caption":
      return `caption ${part.picture + 1}, at`;
    case "post":
      return `post ${part.post + 1}, at`;
    case "tier":
      return `${part.tier}, at`;
    default:
      return `${part.sort.replace("article-", "")}, at`;
  }
}

const span = (from: string, to: string) => (from === to ? from : `${from} to ${to}`);
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** A sentence of a line; longer ones are read in the file. */
function cut(words: string): string {
  const shown = visibleText(words.replaceAll("\n", " "));
  return [...shown].length <= 240 ? shown : `${[...shown].slice(0, 239).join("")}…`;
}
