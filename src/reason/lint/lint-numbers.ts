/** Points and times: no point without its radius, no clock time without its zone (METHOD section 8). */
import type { LintedAs, LintFinding } from "./lint-finding.ts";
import { ownAddresses } from "./own-words.ts";
import { saysZone } from "./said-zone.ts";
import { sentencesOf } from "./sentences.ts";

const points = [
  // Bare decimals are a point where they are as fine as one; two measured lengths are not.
  /(?<![\d.])-?\d{1,2}\.\d{4,}\s*°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{4,}\s*°?\s*[EW]?(?!\d|\.\d)/gu,
  /(?<=(?:\b(?:at|near|coordinates?|point|position)|координат\p{L}*)(?:\s*:)?\s+)-?\d{1,2}\.\d{3,}\s*°?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}(?!\d|\.\d)/giu,
  /(?<=\(\s*)-?\d{1,2}\.\d{3,}\s*°?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}(?=\s*\))/gu,
  /(?<![\p{L}\p{N}])[NS]\s?\d{1,2}\.\d{2,}\s*°?\s*[,;/ ]\s*[EW]\s?\d{1,3}\.\d{2,}(?!\d|\.\d)/gu,
  /(?<![\d.])\d{1,2}\.\d{2,}\s*°?\s*[NS]\s*[,;/ ]?\s*\d{1,3}\.\d{2,}\s*°?\s*[EW](?!\p{L})/gu,
  /(?<![\d,])-?\d{1,2},\d{4,}\s*°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3},\d{4,}\s*°?\s*[EW]?(?!\d|,\d)/gu,
  /(?<!\p{L})(?:lat(?:itude)?|широт\p{L}*)\.?\s*[:=]?\s*-?\d{1,2}[.,]\d{2,}[^\d\n]{0,20}?(?:lon(?:g(?:itude)?)?|lng|довгот\p{L}*|долгот\p{L}*)\.?\s*[:=]?\s*-?\d{1,3}[.,]\d{2,}/giu,
  /\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*[′'’]\s*(?:\d{1,2}(?:[.,]\d+)?\s*[″"”]\s*)?[NSEW](?![\p{L}])(?:[,\s]*\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*[′'’]\s*(?:\d{1,2}(?:[.,]\d+)?\s*[″"”]\s*)?[NSEW](?![\p{L}]))?/gu,
  /(?<![\p{L}\p{N}])\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/gu,
];
/** Of length: "within 2 hours" is none. */
const radius =
  /(?:±|\+\/?-|within|radius|radii|accurate\s+to|to\s+the\s+nearest|give\s+or\s+take|радіус\p{L}*|радиус\p{L}*|з\s+точністю|с\s+точностью|похибк\p{L}+|погрешност\p{L}+)\s*(?:is\s+|of\s+|до\s+)?(?:about\s+)?\d[\d\s.,]*\s*(?:k?m|k?metres?|k?meters?|kilomet(?:re|er)s?|feet|ft|yards?|к?м|метр\p{L}*|кілометр\p{L}*|километр\p{L}*)(?![\p{L}\p{N}])|\d\s*(?:m|km|metres?|meters?|м|км)\s+(?:radius|around|in\s+any)/iu;

/** "The radius is 50 m.", said of the point of the sentence before. */
const radiusAfter =
  /^\s*(?:(?:the|its|their)\s+)?(?:radius|uncertainty|accuracy|радіус|радиус|похибка|погрешность)(?!\p{L})[^\d]*\d[\d\s.,]*\s*(?:k?m|к?м)(?![\p{L}\p{N}])/iu;
/** Two lengths or sizes with one unit behind them. */
const unit = /^\s*(?:[mckµ]?m|px|pixels?|kg|g|s|ms|seconds?|(?:kilo|centi|milli)?met(?:re|er)s?|inch(?:es)?|feet)(?![\p{L}\p{N}])/iu;
const inAddress = /(?<=[=@:,/])-?\d{1,2}\.\d{3,}(?:,|%2C|\/)-?\d{1,3}\.\d{3,}/giu;

export function lintPoints(text: string, own: string): LintFinding[] {
  const sentences = sentencesOf(own);
  return sentences.flatMap((sentence, at) => {
    if (radius.test(sentence.text) || radiusAfter.test(sentences[at + 1]?.text ?? "")) return [];
    const marked = (start: number, said: string, severity: LintFinding["severity"]): LintFinding => ({
      ...{ code: "point-without-radius", severity, span: { start, end: start + said.length }, found: said },
      expected: "a point with its radius, a length, in the same sentence or at the beginning of the next",
      instead: `${said} ±50 m, with the radius that was found; between quotation marks where it is no point`,
    });
    const written = apart(points.flatMap((point) => [...sentence.text.matchAll(point)]))
      .filter(({ index, 0: said }) => /[°NSEW]/u.test(said) || !unit.test(sentence.text.slice(index + said.length)))
      .map(({ index, 0: said }) =>
        marked(sentence.start + index, text.slice(sentence.start + index).slice(0, said.trimEnd().length), "error"),
      );
    const linked = ownAddresses(text)
      .filter(({ start }) => start >= sentence.start && start < sentence.end)
      .flatMap(({ start, text: link }) =>
        [...link.matchAll(inAddress)].map(({ index, 0: said }) => marked(start + index, said, "warning")),
      );
    return [...written, ...linked];
  });
}

/** Where several patterns find the same point, the first and longest. */
function apart(matches: readonly RegExpExecArray[]): RegExpExecArray[] {
  const kept: RegExpExecArray[] = [];
  for (const match of matches.toSorted((a, b) => a.index - b.index || b[0].length - a[0].length)) {
    const last = kept.at(-1);
    if (last === undefined || match.index >= last.index + last[0].length) kept.push(match);
  }
  return kept;
}

const hours = "(?:[01]?\\d|2[0-3])";
const spoken = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const clock =
  /(?<![\d:.,])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?:\s*[ap](?:\.m\.|m\b))?|(?:1[0-2]|[1-9])\s*(?:[ap](?:\.m\.|m\b)|o['’]clock))(?![\d:])/giu;
/** Clock times that are not written with a colon: 16h04, 0900 hrs, 16.04 on a day, four o'clock, half past four, noon. */
const otherClock = new RegExp(
  [
    `(?<![\\p{L}\\d:.,])${hours}h[0-5]\\d(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d:.,])(?:[01]\\d|2[0-3])[0-5]\\d(?=\\s*(?:hrs?|hours)(?!\\p{L}))`,
    `(?<=(?<!\\p{L})(?:at|by|from|until|till|since|around|about|before|after)\\s+)${hours}\\.[0-5]\\d(?=\\s+(?:on|hrs?|hours)(?!\\p{L}))`,
    `(?<!\\p{L})${spoken}\\s+o['’]clock(?!\\p{L})`,
    `(?<!\\p{L})(?:half|quarter)\\s+(?:past|to)\\s+${spoken}(?!\\p{L})`,
    `(?<=(?<!\\p{L})at\\s+)(?:noon|midday|midnight)(?!\\p{L})`,
  ].join("|"),
  "giu",
);
/** "1:50 000", "aspect ratio 16:10", a score, a verse: no clock. */
const ratio =
  /(?:scale|ratio|aspect|масштаб\p{L}*|співвідношенн\p{L}*|соотношени\p{L}*)(?:\s+(?:is|was|of))?\s*[:=]?\s*$|(?:score(?:board)?|verse|chapter|psalm|surah?|ayah?|house\s+number)(?!\p{L})[^.]{0,20}$/iu;
const ratioBehind = /^\s*(?:ratio|scale)(?!\p{L})/iu;
const thousands = /^[\s\u00a0\u202f]\d{3}(?!\d)/u;
/** A place in a recording, not a time of day. */
const inRecording =
  /(?:\b[iw][1-9]\d*\b|\bclip\b|\bvideo\b|\brecording\b|\bfootage\b|time\s*-?codes?|\bframes?\b|\binto\b|тайм-?код\p{L}*|відео|видео|запис\p{L}*)[^.]{0,40}$/iu;

const inRecordingBehind =
  /^[^.;]{0,30}?\b(?:in|into|of|on)\s+(?:(?:the|this|that|its|both)\s+)?(?:[iw][1-9]\d*|clips?|videos?|recordings?|footage|film|sound|audio)\b/iu;

export function lintTimes(text: string, own: string, as: LintedAs): LintFinding[] {
  return sentencesOf(own).flatMap((sentence) => {
    const clocks = [...sentence.text.matchAll(clock), ...sentence.text.matchAll(otherClock)].filter(({ index, 0: said }) => {
      const [ahead, behind] = [sentence.text.slice(0, index), sentence.text.slice(index + said.length)];
      return !ratio.test(ahead) && !thousands.test(behind) && !ratioBehind.test(behind);
    });
    if (
      saysZone(
        sentence.text,
        clocks.map(({ index, 0: said }) => ({ start: index, end: index + said.length })),
      )
    )
      return [];
    return clocks.flatMap(({ index, 0: said }): LintFinding[] => {
      // Nobody names a place in a recording in these ways.
      const ofDay = !/^[\d:.,]+$/.test(said) || /^\d{4}$|^\d+\.\d+$/.test(said);
      // Fractions of a second are read off a recording; so are times in an observation, unless somebody reads a clock.
      const offRecording =
        /[.,]\d/.test(said) ||
        as === "observation" ||
        inRecording.test(sentence.text.slice(0, index)) ||
        inRecordingBehind.test(sentence.text.slice(index + said.length));
      if (!ofDay && offRecording) return [];
      const [start, end] = [sentence.start + index, sentence.start + index + said.length];
      return [
        {
          ...{ code: "time-without-zone", span: { start, end } },
          // 00:14 is a time code far more often than a quarter past midnight.
          severity: as === "observation" || /^00:|noon|midday|midnight/i.test(said) ? "warning" : "error",
          found: text.slice(start, end),
          expected: "a clock time with its zone in the same sentence, or the recording that it is a place in",
          instead: `${said} UTC, or ${said} Kyiv time, with the zone that was found; "i3 at ${said}" for a place in a recording; between quotation marks where it is neither`,
        },
      ];
    });
  });
}
