/** The scores in words and tables, for the screen and for docs/method/copies.md. */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeMachine } from "../machine.ts";
import { editKinds, peerKinds } from "./edits.ts";
import type { PeerFound } from "./peer.ts";
import type { CopyScore, DifferentScore } from "./score-pair.ts";
import { quantile, wilson } from "./scoring.ts";
import type { Clip, Half } from "./truth.ts";

export interface Scores {
  readonly half: Half;
  readonly sources: readonly Clip[];
  readonly copies: readonly CopyScore[];
  readonly different: readonly DifferentScore[];
  readonly peer: PeerFound | null;
  readonly tookSec: number;
  readonly marks: { readonly frames: string; readonly sound: string; readonly matcher: string };
}

const root = join(import.meta.dirname, "../../..");
const DOC = join(root, "docs", "method", "copies.md");
const [BEGIN, END] = ["<!-- scores: begin -->", "<!-- scores: end -->"];
/** Recall from which a kind counts as found. */
const COUNTS = 0.9;

const words: Readonly<Record<(typeof editKinds)[number], string>> = {
  small: "half the size, crf 35",
  bright: "brightness +0.15, contrast 1.3",
  "cut-out": "middle third cut out",
  "speed-1.5": "1.5 times as fast",
  "speed-2": "twice as fast",
  "logo-small": "small logo, 16 % x 9 %",
  subtitle: "subtitle bar, 15 %, words change",
  "logo-box": "white box logo, 30 % x 22 %",
  "logo-large": "large logo, 45 % x 26 %",
  screen: "filmed from a screen",
  "crop-5": "5 % cut off each side",
  "tilt-5": "turned by 5 degrees",
  "crop-20": "20 % cut off each side",
  "pad-black": "black bars to 16:9",
  "pad-blur": "blurred bars to 16:9",
  mirror: "mirrored",
  "turn-90": "quarter turn clockwise",
  "turn-270": "quarter turn counter-clockwise",
  grey: "grey",
  sepia: "sepia",
  compilation: "compilation with a card",
  "picture-in-picture": "picture in a picture",
  letterbox: "bars above and below",
  "re-dub": "other sound",
  "re-post": "mirrored, 4 % cut off, 70 % size, logo, crf 31",
};

const percent = (share: number) => `${Math.round(share * 100)} %`;
const natural = ({ nature }: Pick<CopyScore, "nature">) => nature === "video" || nature === "filmed-still" || nature === "user";

function kindRow(kind: (typeof editKinds)[number], { copies, peer }: Scores): string {
  const mine = copies.filter((copy) => copy.kind === kind && copy.main);
  const found = mine.filter((copy) => copy.judged.found);
  const own = mine.filter(natural);
  const { low, high } = wilson(found.length, mine.length);
  const missed = mine.filter((copy) => !copy.judged.found).map((copy) => copy.source);
  const peers = peer === null ? "-" : `${mine.filter((copy) => peer.copies.includes(copy.copy)).length}`;
  const counts = mine.length > 0 && found.length >= COUNTS * mine.length ? "yes" : "no";
  return `| ${[
    `${words[kind]}${(peerKinds as readonly string[]).includes(kind) ? " *" : ""}`,
    mine.length,
    `**${found.length}**`,
    `${percent(low)} to ${percent(high)}`,
    `${own.filter((copy) => copy.judged.found).length} of ${own.length}`,
    counts,
    peers,
    endsOf(mine),
    wrongOf(mine),
    missed.join(", "),
  ].join(" | ")} |`;
}

/** Median and nine tenths of all bounds: frames at speed 1, else seconds. */
function endsOf(copies: readonly CopyScore[]): string {
  const normal = copies.every((copy) => copy.speed === 1);
  const errors = copies.flatMap(({ ends, fps }) => ends.map(({ sec }) => Math.abs(sec) * (normal ? fps : 1)));
  if (errors.length === 0) return "-";
  const within = errors.filter((error) => error <= (normal ? 1.01 : 0.2)).length / errors.length;
  const shown = (value: number) => value.toFixed(normal ? 1 : 2);
  return `${shown(quantile(errors, 0.5))} / ${shown(quantile(errors, 0.9))} ${normal ? "fr" : "s"}; ${percent(within)}`;
}

function wrongOf(copies: readonly CopyScore[]): string {
  const counts = Map.groupBy(
    copies.flatMap((copy) => copy.wrong),
    (what) => what,
  );
  return [...counts].map(([what, all]) => `${what} ${all.length}`).join(", ") || "-";
}

function scoreTable(scores: Scores): string {
  const head = [
    "| edit | n | found | recall, 95 % interval | natural | counts | plain rule | ends: median / 90 %; within ±1 frame or ±0.2 s | said wrongly | missed |",
    "|---|---|---|---|---|---|---|---|---|---|",
  ];
  return [
    ...head,
    ...editKinds.filter((kind) => scores.copies.some((copy) => copy.kind === kind)).map((kind) => kindRow(kind, scores)),
  ].join("\n");
}

/** Copies whose sound is shared with the clip that they are of or that it was taken from. */
function soundWords({ copies, different }: Scores): string {
  const shared = copies.filter(({ soundJudged }) => soundJudged.sharedSec > 0);
  if (shared.length === 0) return "";
  const found = shared.filter(({ soundJudged }) => soundJudged.found);
  const silent = copies.filter(({ soundJudged }) => soundJudged.sharedSec === 0);
  const errors = shared.filter(({ speed }) => speed === 1).flatMap(({ soundEnds }) => soundEnds.map(({ sec }) => Math.abs(sec)));
  const missed = shared.filter(({ soundJudged }) => !soundJudged.found).map(({ copy, source }) => `${copy} of ${source}`);
  const wrong = different.filter(({ sound }) => sound.some(({ sameRecording }) => sameRecording !== "another"));
  const named = missed.length === 0 ? "" : ` Missed: ${missed.slice(0, 20).join(", ")}${missed.length > 20 ? " and others" : ""}.`;
  const wrongly =
    wrong.length === 0
      ? ""
      : ` (${wrong
          .slice(0, 20)
          .map(({ a, b }) => `${a} and ${b}`)
          .join(", ")})`;
  return `Sound of the same copies: ${found.length} of ${shared.length} pairs that share sound found; ends at speed 1: median ${quantile(errors, 0.5).toFixed(3)} s, 90 % within ${quantile(errors, 0.9).toFixed(3)} s.${named} Pairs of pictures with another sound: nothing said of sound in ${silent.filter(({ soundJudged }) => soundJudged.found).length} of ${silent.length}. False matches of sound over the different pairs: ${wrong.length}${wrongly}. More on sound: copies-sound.md.`;
}

function differentWords({ different, peer }: Scores): string {
  if (different.length === 0) return "";
  const wrong = different.filter(({ segments }) => segments.length > 0);
  const alike = different.filter(({ lookAlike }) => lookAlike !== null);
  const signs = alike.filter(({ signs: found }) => found.length > 0).length;
  const named = wrong.map(({ a, b, lookAlike, segments }) => {
    const [first] = segments;
    const span = first === undefined ? "" : `, ${first.b.fromSec.toFixed(1)} to ${first.b.toSec.toFixed(1)} s, score ${first.score}`;
    return `- ${a} and ${b}${lookAlike === null ? "" : ` (${lookAlike})`}${span}`;
  });
  const peers =
    peer === null
      ? ""
      : ` The plain rule claims ${peer.claimed.length} of these pairs, ${peer.claimed.filter(({ lookAlike }) => lookAlike !== null).length} of them look-alikes.`;
  const { high } = wilson(wrong.length, different.length);
  return [
    `Pairs of different clips: ${different.length}, of them ${alike.length} look-alikes. **False matches: ${wrong.length}** (with 95 % confidence fewer than ${(high * 100).toFixed(2)} % of such pairs). ${signs} look-alike pairs carry a sign ("same view only", "same still only") instead of a match.${peers}`,
    ...(named.length > 0 ? ["", ...named.slice(0, 60)] : []),
  ].join("\n");
}

export async function describeScores(scores: Scores): Promise<string> {
  const main = scores.copies.filter((copy) => copy.main);
  const counted = (kinds: readonly string[]) =>
    kinds.filter((kind) => {
      const mine = main.filter((copy) => copy.kind === kind);
      return mine.length > 0 && mine.filter((copy) => copy.judged.found).length >= COUNTS * mine.length;
    }).length;
  const others = scores.copies.filter((copy) => !copy.main);
  const natures = Map.groupBy(scores.sources, ({ nature }) => nature);
  const ffmpeg = execFileSync("ffmpeg", ["-version"]).toString().split(" ").slice(0, 3).join(" ");
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} of the half "${scores.half}"; marks of the code: frames ${scores.marks.frames}, sound ${scores.marks.sound}, comparison ${scores.marks.matcher}, ${ffmpeg}.`,
    "",
    ...(await describeMachine(root)).slice(0, 2).map((line) => `- ${line}`),
    `- ${scores.sources.length} sources: ${[...natures].map(([nature, all]) => `${all.length} ${nature}`).join(", ")}; ${scores.copies.length + scores.different.length} pairs compared in ${Math.round(scores.tookSec)} s`,
    "",
    scoreTable(scores),
    "",
    `Kinds that count (recall of at least ${COUNTS}): ${counted(peerKinds)} of the ${peerKinds.length} marked *, ${counted(editKinds)} of all ${editKinds.length}. ${endsWords(scores)} Other clips inside a copy (ground of a picture in a picture, further pieces of a compilation): ${others.filter((copy) => copy.judged.found).length} of ${others.length} found.`,
    "",
    differentWords(scores),
    "",
    soundWords(scores),
  ].join("\n");
}

function endsWords({ copies }: Scores): string {
  const of = (normal: boolean) =>
    copies
      .filter((copy) => (copy.speed === 1) === normal)
      .flatMap(({ ends, fps }) => ends.map(({ sec }) => Math.abs(sec) * (normal ? fps : 1)));
  const [frames, seconds] = [of(true), of(false)];
  const share = (values: readonly number[], most: number) =>
    percent(values.filter((value) => value <= most).length / Math.max(1, values.length));
  return `Bounds within one frame at speed 1: ${share(frames, 1.01)} of ${frames.length}; within 0.2 s at other speeds: ${share(seconds, 0.2)} of ${seconds.length}.`;
}

/** Between the markers of the page; the rest of it is written by hand. */
export async function writeScores(scores: Scores): Promise<void> {
  const doc = await readFile(DOC, "utf8");
  const [start, end] = [doc.indexOf(BEGIN), doc.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/method/copies.md: expected the lines ${BEGIN} and ${END}; found none`);
  await writeFile(DOC, `${doc.slice(0, start + BEGIN.length)}\n\n${await describeScores(scores)}\n\n${doc.slice(end)}`);
}
