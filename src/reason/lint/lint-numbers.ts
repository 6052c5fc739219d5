/** Points and times: no point without its radius, no clock time without its zone (METHOD section 8). */
import type { LintedAs, LintFinding } from "./lint-finding.ts";
import { sentencesOf } from "./sentences.ts";

const points = [
  /(?<![\d.])-?\d{1,2}\.\d{2,}\s*°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{2,}\s*°?\s*[EW]?(?!\d|\.\d)/gu,
  /\d{1,3}\s*°\s*\d{1,2}\s*[′']\s*(?:\d{1,2}(?:\.\d+)?\s*[″"]\s*)?[NSEW](?![\p{L}])(?:[,\s]*\d{1,3}\s*°\s*\d{1,2}\s*[′']\s*(?:\d{1,2}(?:\.\d+)?\s*[″"]\s*)?[NSEW](?![\p{L}]))?/gu,
  /(?<![\p{L}\p{N}])\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/gu,
];
const radius =
  /(?:±|\+\/?-|within|radius|radii|accurate\s+to|to\s+the\s+nearest|give\s+or\s+take|радіус\p{L}*|радиус\p{L}*|з\s+точністю|с\s+точностью|похибк\p{L}+|погрешност\p{L}+)\s*(?:of\s+|до\s+)?(?:about\s+)?\d|\d\s*(?:m|km|metres?|meters?|м|км)\s+(?:radius|around|in\s+any)/iu;

export function lintPoints(text: string, own: string): LintFinding[] {
  return sentencesOf(own).flatMap((sentence) => {
    if (radius.test(sentence.text)) return [];
    return points
      .flatMap((point) => [...sentence.text.matchAll(point)])
      .map(({ index, 0: said }): LintFinding => {
        const [start, end] = [sentence.start + index, sentence.start + index + said.trimEnd().length];
        return {
          ...{ code: "point-without-radius", severity: "error", span: { start, end }, found: text.slice(start, end) },
          expected: "a point with its radius in the same sentence",
          instead: `${text.slice(start, end)} ±50 m, with the radius that was found`,
        };
      });
  });
}

const clock =
  /(?<![\d:.,])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?:\s*[ap](?:\.m\.|m\b))?|(?:1[0-2]|[1-9])\s*(?:[ap](?:\.m\.|m\b)|o['’]clock))(?![\d:])/giu;
/** Behind the time, or anywhere in front of it in the sentence. */
const zone =
  /(?:\bUTC|\bGMT|\bZ\b|(?<=\d)Z\b|[+\u2212-]\d{2}:?\d{2}\b|\b(?:EET|EEST|MSK|CET|CEST|BST|EST|EDT|PST|PDT|TRT|IST)\b|\b\p{Lu}[\p{L}_]+\/\p{Lu}[\p{L}_]+|\b\p{Lu}\p{L}+\s+time\b|time\s+in\s+\p{Lu}|за\s+(?:Києвом|київськ\p{L}+|Гринвіч\p{L}+|UTC)|по\s+(?:Киеву|киевск\p{L}+|московск\p{L}+|Москве|Гринвичу))/u;
/** A place in a recording, not a time of day. */
const inRecording =
  /(?:\b[iw][1-9]\d*\b|\bclip\b|\bvideo\b|\brecording\b|\bfootage\b|time\s*-?codes?|\bframe\b|\binto\b|тайм-?код\p{L}*|відео|видео|запис\p{L}*)[^.]{0,40}$/iu;

export function lintTimes(text: string, own: string, as: LintedAs): LintFinding[] {
  return sentencesOf(own).flatMap((sentence) => {
    if (zone.test(sentence.text)) return [];
    return [...sentence.text.matchAll(clock)].flatMap(({ index, 0: said }): LintFinding[] => {
      const isHalfDay = /[ap]\.?m\.?$|clock$/i.test(said);
      // Fractions of a second are read off a recording; so are times in an observation, unless somebody reads a clock.
      const offRecording = /[.,]\d/.test(said) || as === "observation" || inRecording.test(sentence.text.slice(0, index));
      if (!isHalfDay && offRecording) return [];
      const [start, end] = [sentence.start + index, sentence.start + index + said.length];
      return [
        {
          ...{ code: "time-without-zone", severity: as === "observation" ? "warning" : "error", span: { start, end } },
          found: text.slice(start, end),
          expected: "a clock time with its zone in the same sentence, or the recording that it is a place in",
          instead: `${said} UTC, or ${said} Kyiv time, with the zone that was found; "i3 at ${said}" for a place in a recording`,
        },
      ];
    });
  });
}
