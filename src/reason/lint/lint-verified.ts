/**
 * "Verified" says nothing without its aspect ("location verified"), and a stamp on the whole says less: where, when, who and what are
 * found out apart, and each has its grade.
 */
import type { LintFinding } from "./lint-finding.ts";
import { sentencesOf } from "./sentences.ts";

const edge = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu");

const verified = edge("verif(?:y|ied|ies|ication)|верифік\\p{L}+|перевірен\\p{L}+|верифицир\\p{L}+|проверен\\p{L}+");
const negated = /(?:not|never|cannot|could\s+not|couldn't|un|не|без)\s+(?:\p{L}+\s+){0,2}$/iu;
const aspect = edge(
  [
    "locations?|places?|where|coordinates?|geolocation|position|dates?|days?|times?|when|chronolocation|hours?",
    "identit(?:y|ies)|who|accounts?|uploaders?|upload|source|sources|speech|words|transcripts?|translations?|vehicles?|equipment",
    "insignia|markings?|hash(?:es)?|signatures?|order|sequence|offsets?|sync|number|count|copies|copy|camera|direction|heading",
    "місц\\p{L}+|локаці\\p{L}+|дат(?:а|у|и)|час(?:у|ом)?|джерел\\p{L}+|переклад\\p{L}*|особ\\p{L}+|координат\\p{L}*",
    "мест\\p{L}+|локаци\\p{L}+|врем(?:я|ени)|источник\\p{L}*|перевод\\p{L}*|личност\\p{L}+",
  ].join("|"),
);
/** The whole recording, judged at one go. */
const recording = "video|clip|footage|recording|image|photo|picture|item|material|case|story|відео|ролик|видео|запис|запись";
const judged =
  "verified|authentic|genuine|real|true|confirmed|debunked|fake|false|unedited|unaltered|unmanipulated|original|верифікован\\p{L}+|підтверджен\\p{L}+|справжн\\p{L}+|автентичн\\p{L}+|фейк|подлинн\\p{L}+|настоящ\\p{L}+|проверено|подтверждено";
const fully = "(?:(?:fully|completely|entirely|повністю|полностью)\\s+)?";
const stamp = new RegExp(
  `^\\s*(?:(?:this|the|our|a|це|цей|это|этот)\\s+)?(?:(?:${recording})\\s+)?(?:(?:is|was|has\\s+been|є)\\s+)?(?:a\\s+)?${fully}(?:${judged})(?:\\s*(?:,|and|і|та|и)\\s+${fully}(?:${judged}))*(?:\\s+(?:${recording}))?\\s*[.!]*\\s*$`,
  "iu",
);
/** The same, with more behind it: "The footage is authentic and ...". */
const stampAhead = new RegExp(
  `^\\s*(?:(?:this|the|our|a|це|цей|это|этот)\\s+)?(?:${recording})\\s+(?:(?:is|was|has\\s+been)\\s+${fully}(?:authentic|genuine|fake|debunked)(?=\\s*(?:,|;|and(?!\\p{L})|but(?!\\p{L})))|checks?\\s+out(?!\\p{L}))`,
  "iu",
);
/** When something was done, not what was found out. */
const when = /\b(?:on|by)\s+(?:the\s+)?(?:same\s+|next\s+|very\s+)?(?:days?|dates?|hours?)\b|\bat\s+(?:the|that)\s+(?:same\s+)?times?\b/giu;

/** Words to either side in which the aspect is looked for. */
const near = 8;

export function lintVerified(text: string, own: string): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const sentence of sentencesOf(own)) {
    const stamped = stamp.exec(sentence.text) ?? stampAhead.exec(sentence.text);
    if (stamped !== null) {
      const start = sentence.start + (sentence.text.length - sentence.text.trimStart().length);
      const end = sentence.start + stamped[0].trimEnd().length;
      findings.push({
        ...{ code: "global-stamp", severity: "error", span: { start, end }, found: text.slice(start, end) },
        expected: "what was found out of one question (where, when, who, what), with its grade",
        instead: "the answer to the question, such as where it was filmed and within which radius",
      });
      continue;
    }
    for (const { index, 0: word } of sentence.text.matchAll(verified)) {
      if (negated.test(sentence.text.slice(0, index)) || hasAspect(sentence.text, index, index + word.length)) continue;
      const [start, end] = [sentence.start + index, sentence.start + index + word.length];
      findings.push({
        ...{ code: "verified-without-aspect", severity: "error", span: { start, end }, found: text.slice(start, end) },
        expected: "what was verified: the location, the date, the identity",
        instead: `"location verified", or what was done to check it`,
      });
    }
  }
  return findings;
}

function hasAspect(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start).trim().split(/\s+/).slice(-near).join(" ");
  const after = sentence.slice(end).trim().split(/\s+/).slice(0, near).join(" ");
  return [before, after].some((words) => words.replaceAll(when, " ").search(aspect) !== -1);
}
