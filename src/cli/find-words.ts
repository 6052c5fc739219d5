/** Where frames were found, in plain sentences; and what such a search does not find. */
import { askedEverySec, type FoundStretch, type FramesAsked, stretchGapSec } from "../core/copies/frame-search.port.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { clock, spanWords } from "./match-words.ts";
import type { FrameHits, FramesAnswer } from "../reads/copies/frame-prints-held.ts";

/** `--json` has all of them. */
const shownStretches = 12;

/** `file` as it may be shown. */
export function findWords(answer: FramesAnswer, file: string): string[] {
  const { asked, found, sameBytes, radius } = answer;
  return [
    `${file}  (${askedWords(asked, radius)})`,
    ...notComparableWords(answer),
    ...(sameBytes.length === 0 ? [] : [`  ${sameBytes.join(", ")}: the same bytes as this file`]),
    ...found.filter((hits) => !hits.sameBytes).flatMap((hits) => itemLines(hits, asked)),
    ...(asked.asked > 0 && found.length === 0 ? [`  in no frame of the case within distance ${radius}`] : []),
    ...searchedWords(answer),
    "",
  ];
}

function askedWords({ still, frames, asked, fromSec, toSec }: FramesAsked, radius: number): string {
  if (still) return "a still picture";
  const most = `a frame stands for those after it that follow within ${askedEverySec} s and are within distance ${radius} of it; equal frames for each other`;
  return `${counted(frames, "frame")}, ${clock(fromSec)} to ${clock(toSec)}; asked with ${asked} of them: ${most}`;
}

function notComparableWords({ asked, searched }: FramesAnswer): string[] {
  const { notComparable, frames, still } = asked;
  if (notComparable === 0) return [];
  const which =
    still || frames === 1
      ? "it is"
      : notComparable === frames
        ? "all frames are"
        : `${counted(notComparable, "frame")} of it ${notComparable === 1 ? "is" : "are"}`;
  const there = searched.notComparable;
  const alike =
    there.frames === 0
      ? ""
      : ` As little is said of ${counted(there.frames, "such frame")} in ${there.sources === 1 ? "1 file" : `${there.sources} files`} of the case.`;
  return [`  ${which} black, flat or blurred: cannot be compared, since each is like all others of its kind.${alike}`];
}

function itemLines({ item, alsoItems, asked: frames, leastDistance, stretches }: FrameHits, asked: FramesAsked): string[] {
  const also = alsoItems.length === 0 ? "" : ` (the same bytes: ${alsoItems.join(", ")})`;
  const of = asked.still ? "" : `, ${frames} of ${asked.asked} frames`;
  const heading = `  ${item.item}  ${visibleText(item.name)}${also}: least distance ${leastDistance}${of}`;
  const left = stretches.length - shownStretches;
  return [
    heading,
    ...stretches.slice(0, shownStretches).map((stretch) => `      ${stretchWords(stretch, item.kind === "picture", asked.still)}`),
    ...(left > 0 ? [`      and ${counted(left, "stretch", "stretches")} more`] : []),
  ];
}

function stretchWords(stretch: FoundStretch, inPicture: boolean, ofPicture: boolean): string {
  const { fromSec, toSec, askedFromSec, askedToSec, asked, part, leastDistance } = stretch;
  const where = inPicture ? "the picture" : spanWords({ fromSec, toSec });
  const from = ofPicture
    ? ""
    : `, like ${spanWords({ fromSec: askedFromSec, toSec: askedToSec })} of the file (${counted(asked, "frame")})`;
  const what = part === "whole" ? "whole picture" : "content without bars";
  return `${where}${from}: ${formWords(stretch)}; ${what}; distance ${leastDistance}`;
}

function formWords({ mirrored, turnedDeg }: FoundStretch): string {
  const turned = turnedDeg === 0 ? [] : [`turned by ${turnedDeg}° clockwise`];
  const parts = [...(mirrored ? ["mirrored"] : []), ...turned];
  return parts.length === 0 ? "as it is" : parts.join(", then ");
}

function searchedWords({ searched }: FramesAnswer): string[] {
  const { items, added, removed, damaged, unreadable, waiting, failed } = searched;
  const changed = [
    ...(added > 0 ? [`${added} files taken into the index now`] : []),
    ...(removed > 0 ? [`${removed} taken out`] : []),
    ...(damaged > 0 ? [`${counted(damaged, "damaged part")} of it made anew`] : []),
  ];
  const missing = [
    ...(waiting > 0 ? [`${counted(waiting, "item")} without prints yet: \`witnessmark copies\` makes them`] : []),
    ...(failed > 0 ? [`${counted(failed, "item")} of which no prints could be made or kept`] : []),
    ...(unreadable.length > 0 ? [`prints that cannot be read: ${unreadable.join(", ")}`] : []),
  ];
  return [
    `  searched: ${counted(items, "item")} with pictures${changed.length === 0 ? "" : `; ${changed.join("; ")}`}`,
    ...(missing.length === 0 ? [] : [`  not searched: ${missing.join("; ")}`]),
  ];
}

export function limitWords(radius: number): string[] {
  return [
    "A hit is a look-alike picture. It proves neither that one was made of the other nor where either is from.",
    `Found frames of one form are one stretch when at most ${stretchGapSec} s lies between them. Frames of distance ${radius} at most are found, every one of them.`,
    "Mirrored and turned pictures are sought by hashes that are a few bits off, so some of them lie just beyond the distance.",
    "Not found this way: crops, large logos and captions, tilts, pictures in pictures, strong changes of colour. `witnessmark copies` and `witnessmark match` look for those.",
  ];
}

const counted = (count: number, one: string, more = `${one}s`): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);
