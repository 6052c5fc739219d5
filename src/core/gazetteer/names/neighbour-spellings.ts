/**
 * Letters that neighbouring languages and older tables write for one another, brought to one: Dmytrivka and Dmitrovka, Kyiv and
 * Kiev, Horlivka and Gorlovka; Chania, Hania and Khania. Coarse on purpose, and used only between names of countries that write
 * the script: Halle in Germany is not thereby Galle in Sri Lanka.
 */

import { foldText } from "../../search/fold-text.ts";

const hooked: readonly (readonly [RegExp, string])[] = [
  [/š/gu, "sh"],
  [/[čć]/gu, "ch"],
  [/ž/gu, "zh"],
  [/đ/gu, "dj"],
];

const slavic: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}\p{N}]/gu, ""],
  [/cz/gu, "ch"],
  [/sz/gu, "sh"],
  [/sht|shch/gu, "sh"],
  [/kh/gu, "h"],
  [/zgh/gu, "zg"],
  [/g/gu, "h"],
  [/w/gu, "v"],
  [/x/gu, "ks"],
  [/ts|tz/gu, "c"],
  // A vowel after a soft consonant, however the softness is written; at the beginning of a word the sound is one of its own.
  [/(?<=[bcdfhklmnprstvz])[iyj]a/gu, "a"],
  [/(?<=[bcdfhklmnprstvz])[iyj]u/gu, "u"],
  [/[iyj][eo]/gu, "e"],
  [/[iyj]+/gu, "i"],
  [/(.)\1+/gu, "$1"],
  // Ukrainian i where Russian has o or e: -ivka and -ovka, -iv and -ov.
  [/[ieo]v(?=$|k|c|s|n)/gu, "ov"],
];

const greek: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}\p{N}]/gu, ""],
  [/^h/u, ""],
  [/[ck]h/gu, "h"],
  [/ph/gu, "f"],
  [/ou/gu, "u"],
  [/ei|oi|y/gu, "i"],
  [/ai/gu, "e"],
  // ευ and αυ before a voiceless letter.
  [/(?<=[ae])v(?=[kpstfh])/gu, "f"],
  [/mp/gu, "b"],
  [/nt/gu, "d"],
  [/gk|ng/gu, "g"],
  [/x/gu, "ks"],
  [/(.)\1+/gu, "$1"],
  // The older endings -ion and -on.
  [/on$/u, "o"],
];

/** `latin`: small letters; their hooks still on, where they tell sh from s. */
export function slavicForm(latin: string): string {
  return replaced(foldText(replaced(latin.normalize("NFC"), hooked)), slavic);
}

export function greekForm(latin: string): string {
  return replaced(foldText(latin), greek);
}

function replaced(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((all, [what, by]) => all.replace(what, by), text);
}
