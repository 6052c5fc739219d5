/** Contradictions in plain sentences, one about one thing: what is said of one event is not told in one breath with another's. */
import { visibleText } from "../core/text/visible-text.ts";
import type {
  AspectReport,
  ConflictSet,
  ContradictionReport,
  EventTimes,
  TimeCase,
  TimeGroup,
} from "../reason/claims/contradictions/contradiction-report-types.ts";

/** Windows of one event that are listed. */
const windowsAtMost = 4;

export function contradictionLines(report: ContradictionReport): string[] {
  const { sets, times, events, differentEvents, assumptions, notUsed, settings } = report;
  const standing = sets.filter(({ alongDerivation }) => !alongDerivation);
  const drifting = sets.filter(({ alongDerivation }) => alongDerivation);
  return [
    standing.length === 0
      ? "no claims were found that cannot all hold"
      : `${counted(standing.length, "smallest set")} of what cannot all hold`,
    ...standing.flatMap(setLines),
    ...(drifting.length === 0 ? [] : ["", "restatements that differ from what they come from: drift, and no second voice"]),
    ...drifting.flatMap(setLines),
    ...times.flatMap(groupLines),
    "",
    "pairs of claims about one aspect of one event",
    ...events.flatMap(({ events: of, joinedBy, aspects }) =>
      aspects.flatMap((one) => aspectLines(of.join("+") + (joinedBy.length === 0 ? "" : ` as ${joinedBy.join(", ")} assumes`), one)),
    ),
    ...(differentEvents.length === 0 ? [] : ["", "not compared, because they are of different events"]),
    ...differentEvents.map(
      ({ aspect, first, second }) =>
        `  ${aspect}: ${first.claims.join(", ")} of ${first.event}; ${second.claims.join(", ")} of ${second.event}`,
    ),
    ...(assumptions.length === 0 ? [] : ["", "assumptions, which nobody grades"]),
    ...assumptions.map(({ id, words, used }) => `  ${id}: ${words} (${used ?? "not used here"})`),
    ...(notUsed.length === 0 ? [] : ["", "not used"]),
    ...notUsed.map(({ id, why }) => `  ${id}: ${why}`),
    "",
    "read by these rules, which can be changed",
    ...settings.words.map((words) => `  ${words}`),
  ].map(visibleText);
}

function setLines(set: ConflictSet): string[] {
  const { aspect, events, members, words, certain, networkGap } = set;
  return [
    "",
    `${aspect} of ${events.join(", ")}: ${words}`,
    ...members.flatMap(({ id, words: says, source, credibility, dropped, dissolves }) => [
      `  ${id}: ${says}`,
      ...(source === null
        ? []
        : [`    source ${source.label}: reliability ${source.reliability}; credibility of the claim: ${credibility ?? "6"}`]),
      `    dropped: ${dropped.words}`,
      `    would be dissolved by the assumption ${dissolves}`,
    ]),
    ...(certain.length === 0 ? [] : [`  held by the nature of things: ${certain.join(", ")}`]),
    ...(networkGap === null && aspect === "when" ? ["  with all else in force there is no one figure: another set stands as well"] : []),
  ];
}

/** More than one case is a table: what holds in one alone is no answer. */
function groupLines({ events, cases, casesLeftOut }: TimeGroup): string[] {
  const [only, ...others] = cases;
  if (only === undefined) return [];
  const of = events.join(", ");
  const setsLeftOut = cases.reduce((sum, one) => sum + one.setsLeftOut, 0);
  const unfound = [
    ...(cases.some(({ allSetsFound }) => !allSetsFound)
      ? ["", `times of ${of}: there may be further sets; the search for them was ended`]
      : []),
    ...(setsLeftOut === 0 ? [] : ["", `times of ${of}: ${counted(setsLeftOut, "further set")} found and not worked out`]),
  ];
  if (others.length === 0) return only.consistent ? ["", `times of ${of} hold together`, ...timesLines(only.times)] : unfound;
  const more = casesLeftOut === 0 ? "" : `; ${casesLeftOut} further ways were not worked out`;
  if (cases.every(({ consistent }) => consistent))
    return ["", `times of ${of} hold together in each of ${cases.length} ways to take what is left open, and no time is told${more}`];
  return ["", `times of ${of}: no single answer, for something is left open${more}`, ...cases.flatMap(caseLines), ...unfound];
}

function caseLines({ taken, consistent, sets, times }: TimeCase): string[] {
  const as = taken.map(({ what, claims, as: value }) => `${what} of ${claims.join(", ")}: ${value}`).join("; ");
  return consistent
    ? [`  ${as}: these hold together`, ...timesLines(times).map((line) => `  ${line}`)]
    : [`  ${as}:`, ...sets.map(({ words }) => `    ${words}`)];
}

function timesLines(times: readonly EventTimes[]): string[] {
  return times.map(({ of, windows, open }) => {
    const shown = windows.slice(0, windowsAtMost).map(([from, to]) => `${from} to ${to}`);
    const more = windows.length > windowsAtMost ? `, and ${windows.length - windowsAtMost} more up to ${windows.at(-1)?.[1] ?? ""}` : "";
    return `  ${of}: ${shown.join(", ")}${more}${open.length === 0 ? "" : `; open: ${open.join(", ")}`}`;
  });
}

function aspectLines(of: string, { aspect, claims, pairs, pairsLeftOut }: AspectReport): string[] {
  return [
    `  ${aspect} of ${of}: ${claims.join(", ")}`,
    ...pairs.map(({ first, second, judgement, narrower, words, alongDerivation }) => {
      const which = narrower === null ? "" : ` (${narrower})`;
      return `    ${first} and ${second}: ${judgement}${which}${alongDerivation ? ", along a derivation" : ""}: ${words}`;
    }),
    ...(pairsLeftOut === 0 ? [] : [`    ${pairsLeftOut} further pairs were not looked at`]),
  ];
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}
