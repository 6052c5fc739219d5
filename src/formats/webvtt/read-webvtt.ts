/**
 * WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format", section 6) as one tier. Who speaks is taken from `<v>`; where a cue stands
 * on the picture and how it looks is dropped and told. What is no cue by the rules of the format is left out, as a player leaves it out.
 */
import { withoutMarks } from "../../core/tier/plain-marks.ts";
import { mostSegments } from "../../core/tier/tier.ts";
import { type FileCue, plainCue, type TierFile, TierFileRefused } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";
import { type CueRun, readCueText } from "./cue-text.ts";
import { type CueTimes, readCueTimes } from "./cue-times.ts";

/** Ten times what a segment may hold, for its markup. */
const longestCue = 200_000;

/** Throws TierFileRefused. */
export function readWebvtt(file: string): TierFile {
  const text = file
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .replace(/\r\n?/g, "\n");
  if (!/^WEBVTT(?=[\t\n ]|$)/.test(text)) throw new TierFileRefused("the file: expected WEBVTT at its beginning; found something else");
  const told = createTold("cue");
  const cues: FileCue[] = [];
  for (const { id, times, lines } of blocksOf(text.split("\n").slice(1), told)) {
    if (cues.length >= mostSegments) throw new TierFileRefused(`the file: expected at most ${mostSegments} cues; found more`);
    if (times.settings !== "") told.add("# with a place on the picture or another setting, which is not kept");
    cues.push(...cuesOf(id, times, lines.join("\n"), told));
  }
  return { tiers: [{ sort: null, language: null, cues, from: null }], notes: told.notes() };
}

interface Block {
  readonly id: string;
  readonly times: CueTimes;
  readonly lines: readonly string[];
}

/** "Collect a WebVTT block": a line with an arrow is a cue only as the first line, or as the second below its id. */
function* blocksOf(lines: readonly string[], told: Told): Generator<Block> {
  // What follows the signature at once is a header; where an arrow stands in it, the cue begins there.
  let at = 0;
  while (at < lines.length && lines[at] !== "" && lines[at]?.includes("-->") !== true) at++;
  while (at < lines.length) {
    let id = "";
    let times: CueTimes | undefined;
    const words: string[] = [];
    let arrow = false;
    for (let count = 1; at < lines.length; at++, count++) {
      const line = lines[at] ?? "";
      if (line === "") break;
      if (line.includes("-->")) {
        if (arrow || count > 2) break;
        arrow = true;
        times = readCueTimes(line);
        id = words.splice(0).join("\n");
        if (times === undefined) told.add("# left out: its times are none by the rules of the format");
      } else words.push(line);
    }
    if (times !== undefined) yield { id, times, lines: words };
    else if (!arrow && words.length > 0) told.say(noteOf(words[0] ?? ""));
    while (lines[at] === "") at++;
  }
}

function noteOf(first: string): string {
  return /^(?:STYLE|REGION)\s*$/.test(first)
    ? "Style sheets and regions are no words and are not kept"
    : "Comments and other blocks that are no cues are not kept";
}

function cuesOf(id: string, { startMs, endMs }: CueTimes, words: string, told: Told): FileCue[] {
  if (words.length > longestCue) throw new TierFileRefused(`a cue: expected at most ${longestCue} characters; found ${words.length}`);
  const { runs, voices, dropped, kept } = readCueText(words, "keep-words");
  if (kept > 0) told.add('# with a "<" that opens no tag of the format: what stands behind it is kept as words, where a player shows none');
  if (dropped > 0) told.add("# with markup, of which the words alone are kept");
  const number = /^[1-9]\d{0,6}$/.test(id) ? Number(id) : null;
  if (id !== "" && number === null) told.add("# with an identifier that is no number, which is not kept");
  const own = byVoice(runs, voices);
  if (own.size > 1) told.add("# of several voices, which became a segment each at the same time");
  return [...own].map(([speaker, spoken], place): FileCue => {
    const languages = [...new Set(spoken.filter(({ text }) => text.trim() !== "").map(({ language }) => language))];
    const marked = withoutMarks(spoken.map(({ text }) => text).join(""));
    return {
      ...plainCue,
      ...marked,
      ...{ startMs, endMs, id: place === 0 ? number : null, speaker: speaker === "" ? null : speaker },
      overlap: marked.overlap || own.size > 1,
      language: languages.length === 1 ? (languages[0] ?? null) : null,
    };
  });
}

/** One voice has all the words of its cue; of several, each has its own, and blanks between them are nobody's. */
function byVoice(runs: readonly CueRun[], voices: readonly string[]): Map<string | null, CueRun[]> {
  const found = new Map<string | null, CueRun[]>();
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const own = found.get(run.voice);
    if (own === undefined) found.set(run.voice, [run]);
    else own.push(run);
  }
  if (found.size > 1) return found;
  return new Map([[found.size === 1 ? ([...found.keys()][0] ?? null) : (voices[0] ?? null), [...runs]]]);
}
