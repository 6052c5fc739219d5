/** Groups of copies in plain sentences. */
import type { PairSign, Span } from "../core/copies/segment-match.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { CopyGroupDetail, CopyOfGroup, CopyPairRow, ToReopen } from "../reads/copies/copy-rows.ts";
import type { CopyGroupsPage } from "../reads/copies/list-copy-groups.ts";
import { sourceWords, timeWords } from "../reads/copies/upload-words.ts";

const signWords: Readonly<Record<PairSign, string>> = {
  "re-used-sound": "the sound is shared and the picture is not: it may have been laid under another picture",
  "other-sound": "the picture is shared and the sounds differ",
  "same-still-only": "the same still picture, such as a title card: no proof that footage is shared",
  "same-view-only": "the same view, at what may be another time",
  "same-sounds-only": "the sound is shared, but may come from two recordings of the same event: no proof that anything was copied",
};

const stateWords: Readonly<Record<CopyPairRow["state"], string>> = {
  waiting: "nobody judged it",
  accepted: "accepted",
  rejected: "rejected",
  reopened: "to be judged again",
};

/** Less is a moment: a still picture within a clip. */
const leastSeconds = 0.1;
/** Pairs outside of groups that are listed; `--json` has more. */
const shownOutside = 40;

export function groupLines(detail: CopyGroupDetail): string[] {
  const { group, copies, earliestReasons, bestReasons, derivations, undecided, pairs, soundOnly, reopened } = detail;
  const lines = [
    `${group.id}: ${group.copies} copies`,
    ...copies.flatMap(copyLines),
    "  earliest known upload",
    ...earliestReasons.map((words) => `    ${words}`),
    `  best copy: ${group.best === "unknown" ? "none leads" : group.best}`,
    ...bestReasons.map((words) => `    ${words}`),
    "  what they share",
    ...pairs.map((pair) => `    ${pairWords(pair)}`),
    ...soundOnlyLines(soundOnly),
  ];
  if (derivations.length + undecided.length > 0) {
    lines.push("  what may have been made from what; both may come from something that is not here");
    for (const { from, to, edits, reasons, nearest } of derivations) {
      const how = edits.length === 0 ? "" : ` (${edits.join(", ")})`;
      lines.push(`    ${to} from ${from}${how}${nearest ? "" : ", less nearly"}: ${reasons.join("; ")}`);
    }
    for (const { a, b, reasons } of undecided) lines.push(`    ${a} and ${b}: cannot be told. ${reasons.join("; ")}`);
  }
  return [...lines, ...reopenedLines(reopened, "  "), ""];
}

export function reopenedLines(reopened: readonly ToReopen[], indent: string): string[] {
  if (reopened.length === 0) return [];
  return [
    `${indent}to be looked at again`,
    ...reopened.map(
      ({ line, path, says, movedBy }) => `${indent}  line ${line}, since line ${movedBy} (${path.join(" > ")}): ${visibleText(says)}`,
    ),
  ];
}

/** A line for each item outside: a shared event is heard in every copy. */
function soundOnlyLines(soundOnly: CopyGroupDetail["soundOnly"]): string[] {
  return [...Map.groupBy(soundOnly, ({ item }) => item)].map(([item, all]) => {
    const most = Math.max(...all.map(({ seconds }) => seconds));
    return `    ${item} shares up to ${secondsOf(most)} of sound, and no picture, with ${all.map((one) => one.with).join(", ")}`;
  });
}

function copyLines({ copy, alone, uploads, sameBytes, alsoIn }: CopyOfGroup): string[] {
  const size = copy.dimensions === "unknown" ? "size unknown" : `${copy.dimensions.width} x ${copy.dimensions.height}`;
  const length = copy.durationSec === "unknown" || copy.kind === "picture" ? "" : `, ${secondsOf(copy.durationSec)}`;
  const more = [
    ...(sameBytes.length === 0 ? [] : [`the same bytes as ${sameBytes.join(", ")}`]),
    ...(alsoIn.length === 0 ? [] : [`also among the copies of ${alsoIn.join(", ")}`]),
    ...(alone.length === 0 ? [] : [`${spansWords(alone)} in no other copy`]),
  ];
  return [
    `  ${copy.item}  ${visibleText(copy.name)}  ${size}${length}${more.length === 0 ? "" : `; ${more.join("; ")}`}`,
    ...uploads.map(
      ({ by, claim, verdict }) => `      out ${timeWords(claim)}, by ${sourceWords(by)}${verdict === null ? "" : `, ${verdict}`}`,
    ),
    ...(uploads.length === 0 ? ["      no time of posting is known"] : []),
  ];
}

function pairWords({ a, b, pictureSec, soundSec, stillShared, edits, signs, score, state }: CopyPairRow): string {
  const shared = [
    ...(pictureSec >= leastSeconds ? [`${secondsOf(pictureSec)} of picture`] : stillShared ? ["a still picture"] : []),
    ...(soundSec > 0 ? [`${secondsOf(soundSec)} of sound`] : []),
  ];
  const how = edits.length === 0 ? "" : `; ${edits.join(", ")}`;
  const what = shared.length === 0 ? "no shared seconds" : `${shared.join(", ")}${how}; score ${score.toFixed(2)}`;
  return `${a} and ${b}: ${what}; ${stateWords[state]}${signs.map((sign) => `. ${signWords[sign]}`).join("")}`;
}

export function outsideLines(outside: readonly CopyPairRow[]): string[] {
  if (outside.length === 0) return [];
  const left = outside.length - shownOutside;
  const shown = outside.slice(0, shownOutside).map((pair) => `  ${pairWords(pair)}`);
  return ["pairs that join no group", ...shown, ...(left > 0 ? [`  and ${left} more`] : []), ""];
}

export function progressLines({ total, progress, waiting, reopened }: Omit<CopyGroupsPage, "groups">): string[] {
  const { comparable, withoutPrints, failed, compared } = progress;
  const open = comparable - withoutPrints - failed - compared;
  return [
    `${total === 1 ? "1 group" : `${total} groups`} of copies; pairs that nobody judged: ${waiting}; judgements to look at again: ${reopened}`,
    `${compared} of ${comparable} items with picture or sound compared` +
      (withoutPrints > 0 ? `; ${withoutPrints} without prints yet` : "") +
      (failed > 0 ? `; ${failed} of which nothing could be compared` : "") +
      (open > 0 ? `; ${open} not compared yet` : ""),
  ];
}

function spansWords(spans: readonly Span[]): string {
  const sum = spans.reduce((all, { fromSec, toSec }) => all + toSec - fromSec, 0);
  return `${secondsOf(sum)} (${spans.map(({ fromSec, toSec }) => `${fromSec.toFixed(1)} to ${toSec.toFixed(1)}`).join(", ")})`;
}

function secondsOf(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
