/** Words that say that something is seen or heard in footage: "the video shows", "in the footage". */
import type { Range, Reading } from "./reading.ts";

const shows =
  /^(?:shows?|showed|showing|shown|seen|heard|visible|captures?|depicts?|depicted|показ\p{L}*|видно|чути|слышно|зафікс\p{L}*|зафикс\p{L}*|запечатл\p{L}*)$/u;
const into = /^(?:in|on|at|у|в|на)$/;

/** The words by which footage shows what stands at a token; undefined where none does. */
export function shownBy(reading: Reading, at: number): Range | undefined {
  const seen = seenBefore(reading, at);
  if (seen !== undefined) return seen;
  for (const mark of reading.marks("footage")) {
    const lead = into.test(reading.key(mark.from - 1))
      ? 1
      : into.test(reading.key(mark.from - 2))
        ? 2
        : into.test(reading.key(mark.from - 3))
          ? 3
          : 0;
    const first = mark.from - lead;
    // "Filmed in a video" is no place to be seen in; "in the video, two men" is, and so is "can be heard in the footage".
    if (lead > 0 && (first === 0 || near(reading, first) || (mark.from < at && (reading.key(mark.to) === "," || at - mark.to <= 3))))
      return { from: first, to: mark.to };
    if (mark.from > at || lead > 0) continue;
    for (let to = mark.to; to < at && to < mark.to + 45; to++) {
      if (/^[;.]$/.test(reading.key(to))) break;
      if (shows.test(reading.key(to)) && !/^(?:seen|heard|shown|visible)$/.test(reading.key(to))) return { from: mark.from, to: to + 1 };
    }
  }
  return undefined;
}

/** "Are seen dragging", "can be heard": told of what is shown, even where footage is not named. */
function seenBefore(reading: Reading, at: number): Range | undefined {
  for (let back = at - 1; back > 0 && at - back < 14; back--) {
    if (/^[;:.]$/.test(reading.key(back))) return undefined;
    if (!/^(?:seen|heard|visible)$/.test(reading.key(back))) continue;
    if (/^(?:is|are)$/.test(reading.key(back - 1))) return { from: back - 1, to: back + 1 };
    if (reading.key(back - 1) === "be" && /^(?:can|could)$/.test(reading.key(back - 2))) return { from: back - 2, to: back + 1 };
  }
  return undefined;
}

function near(reading: Reading, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 12; back--)
    if (/^(?:seen|heard|visible|shown|видно|чути|слышно)$/.test(reading.key(back))) return true;
  return false;
}
