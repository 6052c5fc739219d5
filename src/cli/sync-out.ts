/** What the sync reasoner found, in lines: groups with offsets and errors, how loops close, what does not fit, what stands apart and why. */
import type { SyncRefusal } from "../core/sync/pair-measurement.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { ApartClip, Loop, PlacedClip, SolvedPair, SyncAnswer, SyncGroup } from "../reason/sync/sync-answer.ts";
import type { SyncProblem } from "../reason/sync/sync-problem.ts";
import { formatTable } from "./format-values.ts";
import type { MeasuredFiles } from "./measured-problem.ts";

/** Loops and pairs that are printed of a group where all fit; those that do not fit are printed always. */
const fittingLoops = 3;
const fittingPairs = 40;
const suspectsPrinted = 30;

export function syncLines(
  problem: SyncProblem,
  answer: SyncAnswer | undefined,
  { notRead, complaints }: Pick<MeasuredFiles, "notRead" | "complaints">,
): string[] {
  const names = new Map(
    problem.clips.map(({ id, label }) => [id, label === id ? visibleText(id) : `${visibleText(id)} (${visibleText(label)})`]),
  );
  const nameOf = (id: string) => names.get(id) ?? visibleText(id);
  const lines: string[] = [];
  if (answer !== undefined) {
    if (answer.groups.length === 0) lines.push("Nothing joins two of these recordings.");
    for (const group of answer.groups) lines.push(...groupLines(group, answer, nameOf), "");
    if (answer.apart.length > 0) lines.push("Apart", ...answer.apart.map((one) => `  ${nameOf(one.clip)}: ${apartWords(one)}`), "");
    lines.push(...unusedLines(problem, answer, nameOf), ...travelLines(answer));
  }
  if (notRead.length > 0)
    lines.push("Not read", ...notRead.map(({ number, path, why }) => `  ${number} (${visibleText(path)}): ${why}`), "");
  if (complaints.length > 0)
    lines.push("Read in part", ...complaints.map(({ number, channel, why }) => `  ${nameOf(String(number))}, ${channel}: ${why}`), "");
  if (answer !== undefined && answer.groups.length > 0)
    lines.push(
      "All +- are 95 %. An offset is the time on the common clock less that of the recording, of one moment; the common clock is that of the reference.",
      "Where a sound was made is not looked for, and nothing here says what a sound is.",
    );
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function groupLines(group: SyncGroup, { pairs }: SyncAnswer, nameOf: (id: string) => string): string[] {
  const own = new Set(group.clips.map(({ clip }) => clip));
  const used = pairs.filter(({ use, a }) => use === "used" && own.has(a));
  return [
    `Group ${group.id}: ${group.clips.length} recordings on the clock of ${nameOf(group.reference)}`,
    ...stateLines(group, used).map((line) => `  ${line}`),
    ...partLines(group, nameOf),
    ...formatTable([
      ["recording", "offset s", "+- s", "runs", "from", "to", "UTC at its start"],
      ...group.clips.map((clip) => clipRow(clip, group, nameOf)),
    ]).map((line) => `  ${line}`),
    ...group.clips.flatMap(({ clip, sameSoundAs }) =>
      sameSoundAs.length === 0
        ? []
        : [`  ${nameOf(clip)} has the sound of ${few(sameSoundAs)}: one recording. Nothing here says that the pictures are of one time.`],
    ),
    ...soundLines(group, nameOf),
    ...closureLines(group, nameOf),
    ...pairLines(used),
    ...timeLines(group),
  ];
}

function stateLines(group: SyncGroup, used: readonly SolvedPair[]): string[] {
  const { state, outliers, soundWays, oneOf, unchecked, errorScale } = group;
  const some = unchecked.length === 0 ? [] : [`In no loop, so that nothing would show a mistake: ${few(unchecked)}.`];
  switch (state) {
    case "unchecked":
      return ["UNCHECKED: no pair is in a loop, so that nothing would show a wrong one."];
    case "consistent":
      return ["CONSISTENT: every pair is in a loop, and every loop closes."];
    case "consistent-in-parts":
      return [
        `CONSISTENT IN ITS PARTS, joined by ${unchecked.length === 1 ? "an unchecked pair" : "unchecked pairs"}: every loop closes, and none holds ${few(unchecked)}. Were one of these wrong, nothing would show it.`,
      ];
    case "consistent-without":
      return [...leftOutLines(outliers, soundWays), "Without, the rest agrees, and the offsets are without.", ...some];
    case "inconsistent":
      return [
        ...oneOf.map((list, at) => oneOfWords(group, list, at, used)),
        `Errors are told up to ${errorScale.toFixed(1)} times as wide, so that they hold whichever it is.`,
        ...leftOutLines(outliers, soundWays),
        ...some,
      ];
  }
}

function leftOutLines(outliers: readonly string[], soundWays: readonly string[]): string[] {
  const [wrong, ways] = [outliers.length === 1, soundWays.length === 1];
  return [
    ...(outliers.length === 0
      ? []
      : [`REJECTED ${wrong ? "pair" : "pairs"}: the loops show that ${few(outliers)} ${wrong ? "is" : "are"} wrong.`]),
    ...(soundWays.length === 0
      ? []
      : [
          `LEFT OUT: ${few(soundWays)} ${ways ? "does" : "do"} not fit the others. It may be the way of sound, so that ${ways ? "it" : "none"} need${ways ? " not" : ""} be wrong.`,
        ]),
  ];
}

/** What stands out most of a list stands beside it: a loop may close within what is allowed and a pair of it miss what all others say. */
function oneOfWords({ oneOfMayBeSound, closure }: SyncGroup, list: readonly string[], at: number, used: readonly SolvedPair[]): string {
  const share = ({ againstOthers }: SolvedPair) =>
    againstOthers === null ? 0 : Math.abs(againstOthers.value) / (againstOthers.plusMinus * closure.limitFactor);
  const [most] = used.filter(({ pair }) => list.includes(pair)).sort((a, b) => share(b) - share(a));
  const off =
    most?.againstOthers == null || share(most) <= 1
      ? ""
      : ` [${visibleText(most.pair)}] lies ${signed(most.againstOthers.value)} s off what all others say of it, ${(most.againstOthers.plusMinus * closure.limitFactor).toFixed(4)} s allowed.`;
  if (list.length === 1) return `INCONSISTENT: ${few(list)} does not fit, and by too little to be called wrong.${off}`;
  const words =
    oneOfMayBeSound[at] === true
      ? `at least one of ${list.length} does not fit, and nothing tells which; it may be the way of sound, so that none need be wrong`
      : `at least one of ${list.length} is wrong, and nothing tells which`;
  return `INCONSISTENT: ${words}: ${few(list)}.${off}`;
}

function partLines({ clips, parts, state }: SyncGroup, nameOf: (id: string) => string): string[] {
  if (state === "unchecked" || parts.length < 2) return [];
  return clips
    .filter(({ restsOnUnchecked }) => restsOnUnchecked.length > 0)
    .slice(0, suspectsPrinted)
    .map(({ clip, restsOnUnchecked }) => `  ${nameOf(clip)} rests on what no loop checks: ${few(restsOnUnchecked)}`);
}

function few(ids: readonly string[]): string {
  const shown = ids.slice(0, suspectsPrinted).map((id) => `[${visibleText(id)}]`);
  return ids.length > suspectsPrinted ? `${shown.join(", ")} and ${ids.length - suspectsPrinted} more` : shown.join(", ");
}

function clipRow(
  { clip, offsetS, plusMinusS, rate, start, end }: PlacedClip,
  { absolute, reference }: SyncGroup,
  nameOf: (id: string) => string,
) {
  const times = absolute.state === "known" ? absolute.clips.find((one) => one.clip === clip)?.start : undefined;
  return [
    nameOf(clip),
    signed(offsetS),
    clip === reference ? "reference" : plusMinusS.toFixed(4),
    rate === "not-measured"
      ? "rate not measured"
      : clip === reference
        ? ""
        : `${signed(rate.ppm, 1)} +- ${rate.plusMinusPpm.toFixed(1)} ppm`,
    start.value.toFixed(3),
    end.value.toFixed(3),
    times === undefined ? "" : `${times.notBefore ?? "open"} .. ${times.notAfter ?? "open"}`,
  ];
}

function soundLines({ clips }: SyncGroup, nameOf: (id: string) => string): string[] {
  const heard = clips.flatMap(({ clip, bySound }) => (bySound === null ? [] : [{ clip, ...bySound }]));
  if (heard.length === 0) return [];
  return [
    "  By sound alone: the errors are of when a sound was heard. What was seen may be off by up to",
    ...heard
      .slice(0, suspectsPrinted)
      .map(
        ({ clip, atMostS, from }) =>
          `    ${atMostS.toFixed(2)} s for ${nameOf(clip)}${from === "cameras" ? "" : " (the places of cameras are not known)"}`,
      ),
    ...(heard.length > suspectsPrinted ? [`    and ${heard.length - suspectsPrinted} more`] : []),
  ];
}

function closureLines({ loops, closure }: SyncGroup, nameOf: (id: string) => string): string[] {
  if (closure.loops === 0) return [];
  const beyond = loops.filter((loop) => loop.beyond);
  const shown = [...beyond, ...loops.filter((loop) => !loop.beyond).slice(0, fittingLoops)];
  const { meanS, largestS, limitFactor } = closure;
  const widened = limitFactor === 1 ? "" : ` (limits widened ${limitFactor.toFixed(2)} times, since so many are looked at)`;
  return [
    `  Loops: ${closure.loops}${closure.all ? "" : " of more that were not looked at"}, ${closure.independent} independent; ${closure.beyond} beyond what is allowed${widened}${meanS === null || largestS === null ? "" : `; the rest close to ${meanS.toFixed(4)} s on average, ${largestS.toFixed(4)} s at most`}.`,
    ...shown.map((loop) => `    ${loopWords(loop, nameOf)}`),
  ];
}

function loopWords(
  { clips, closureS, limitS, allowedS, beyond, asSoundPathM, bySoundAtMostS }: Loop,
  nameOf: (id: string) => string,
): string {
  const way = [...clips, clips[0] ?? ""].map(nameOf).join(" > ");
  const reaches = Math.abs(closureS) - allowedS <= bySoundAtMostS;
  const sound =
    !beyond || asSoundPathM === null
      ? ""
      : reaches
        ? `; sound that goes ${asSoundPathM.toFixed(0)} m farther would explain it`
        : `; the ways of sound leave ${bySoundAtMostS.toFixed(2)} s at most`;
  const allowed = allowedS === limitS ? "" : `, ${allowedS.toFixed(4)} s allowed`;
  return `${way}: ${signed(closureS)} s, limit ${limitS.toFixed(4)} s${allowed}${beyond ? ", DOES NOT CLOSE" : ""}${sound}`;
}

function pairLines(pairs: readonly SolvedPair[]): string[] {
  const shown = pairs.length <= fittingPairs ? pairs : pairs.filter(({ fit }) => fit !== "fits").slice(0, fittingPairs);
  if (shown.length === 0) return [];
  return [
    `  Pairs${shown.length === pairs.length ? "" : ` that do not fit or that nothing checks (of ${pairs.length})`}:`,
    ...formatTable([
      ["pair", "by", "measured s", "+- s", "solved s", "residual s", "loops that close", ""],
      ...shown.map(({ pair, channel, measured, corrected, solved, residualS, loops, closing, fit, rateDoubted }) => [
        `[${visibleText(pair)}]`,
        channel,
        signed(measured.value),
        measured.plusMinus.toFixed(4),
        solved === null ? "" : signed(solved.value),
        residualS === null ? "" : signed(residualS),
        `${closing} of ${loops}`,
        [
          fitWords[fit],
          rateDoubted ? "its rate does not fit" : "",
          corrected.value === measured.value ? "" : `corrected to ${signed(corrected.value)}`,
        ]
          .filter((part) => part !== "")
          .join("; "),
      ]),
    ]).map((line) => `    ${line}`),
  ];
}

const fitWords: Readonly<Record<SolvedPair["fit"], string>> = {
  fits: "",
  outlier: "WRONG, by the loops",
  "sound-way": "left out; may be the way of sound",
  suspect: "one of several of which one does not fit",
  unchecked: "in no loop",
  "does-not-fit": "does not fit the others",
};

function timeLines({ absolute }: SyncGroup): string[] {
  if (absolute.state !== "conflict") return [];
  return [
    "  Stated times cannot all hold:",
    ...absolute.conflicts.map(
      ({ members, gapSeconds }) => `    ${members.map((id) => `[${visibleText(id)}]`).join(", ")}: ${gapSeconds.toFixed(3)} s apart`,
    ),
  ];
}

const whyWords: Readonly<Record<ApartClip["why"], string>> = {
  "not-compared": "it was compared with nothing",
  "all-refused": "no comparison gave an offset",
  doubtful: "what was found is more likely wrong than is taken; look at it, and accept or reject it",
  "same-recording":
    "its sound is the same recording as another's, which says nothing of when the pictures were made, or that of a recorder beside it; accept the pair if you know that it is",
  "too-vague": "its offsets are less exact than ten minutes",
  rejected: "a person rejected its pairs",
};

const refusalWords: Readonly<Record<SyncRefusal, string>> = {
  "no-sound": "no sound",
  "no-picture": "no moving picture",
  unread: "it is there and could not be read in one of the two",
  silent: "silence",
  "too-short": "too short",
  "nothing-common": "nothing in common that stands out",
  repeats: "several offsets fit as well (music, a siren, a loop)",
  cut: "different stretches say different offsets: one of the two is cut or changes its speed",
};

function apartWords({ why, refused }: ApartClip): string {
  const each = refused.map(({ channel, reason, times }) => `${channel}: ${refusalWords[reason]}${times === 1 ? "" : ` (${times} times)`}`);
  return [whyWords[why], ...each].join("; ");
}

function unusedLines(problem: SyncProblem, { pairs, used }: SyncAnswer, nameOf: (id: string) => string): string[] {
  const unused = pairs.filter(({ use }) => use !== "used");
  if (unused.length === 0) return [];
  const useWords = {
    used: "",
    doubtful: `more likely wrong than ${(used.wrongAtMost * 100).toFixed(0)} %`,
    "same-recording":
      "one recording, or recorders side by side, on one feed: nothing tells which, and of one recording it says nothing of the pictures",
    rejected: "rejected by a person",
    "too-vague": "less exact than ten minutes",
    repeats: "it repeats another, since the sound of one is that of another recording",
  } as const;
  const rates = new Map(problem.pairs.map(({ id, rate }) => [id, rate]));
  const open = unused.filter(({ use }) => use === "doubtful" || use === "same-recording");
  return [
    "Pairs that join nothing",
    ...unused.slice(0, fittingPairs).map(({ pair, a, b, channel, use, measured, fit }) => {
      const rate = rates.get(pair);
      const runs = rate === undefined ? "" : `, runs ${signed(rate.ppm, 1)} +- ${rate.plusMinusPpm.toFixed(1)} ppm`;
      const against = fit === "does-not-fit" ? "; it does not fit the others" : fit === "fits" ? "; it fits the others" : "";
      return `  ${nameOf(a)} and ${nameOf(b)}, ${channel}: ${signed(measured.value)} +- ${measured.plusMinus.toFixed(4)} s${runs}: ${useWords[use]}${against}`;
    }),
    ...(unused.length > fittingPairs ? [`  and ${unused.length - fittingPairs} more`] : []),
    ...(open.length === 0
      ? []
      : [
          `  To join by one after looking at it: --accept ${JSON.stringify(visibleText(open[0]?.pair ?? ""))} (its name, once for each pair)`,
        ]),
    "",
  ];
}

function travelLines({ travel, used }: SyncAnswer): string[] {
  if (travel.length === 0) return [];
  const { value, plusMinus } = used.speedOfSound;
  return [
    `Sound that travels, at ${value.toFixed(0)} +- ${plusMinus.toFixed(0)} m/s (${used.speedFrom})`,
    ...travel.map(
      ({ pair, use, differenceM, delayS, measured, corrected }) =>
        `  [${visibleText(pair)}]: ${differenceM.value.toFixed(0)} +- ${differenceM.plusMinus.toFixed(0)} m farther: ${delayS.value.toFixed(2)} +- ${delayS.plusMinus.toFixed(2)} s. Measured ${signed(measured.value)}, ${use === "correct" ? "corrected" : "would be"} ${signed(corrected.value)} +- ${corrected.plusMinus.toFixed(3)} s`,
    ),
    "",
  ];
}

function signed(value: number, digits = 4): string {
  const size = Math.abs(value).toFixed(digits);
  return `${value < 0 && Number(size) !== 0 ? "-" : "+"}${size}`;
}
