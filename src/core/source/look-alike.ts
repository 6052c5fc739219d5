/**
 * Names made to be taken for one another. Two names look alike when they have one skeleton and are not the same text; that is a
 * warning to a person, and never makes two accounts one. The idea is that of Unicode Technical Standard 39, section 4, with a
 * table of our own: letters and digits that ordinary typefaces draw (nearly) the same, in the scripts we meet most.
 */

/** Groups of one shape; the first of each stands for all. Letters are folded to small ones before they are looked up. */
const shapes: readonly string[] = [
  "aаαɑ",
  "bьвƅ",
  "cсϲᴄ",
  "dԁ",
  "eеёεє",
  "gɡց",
  "hһнհ",
  "iіїι1l|ıӏǀ!j",
  "kкκ",
  "mмṃ",
  "nпηո",
  "oоοσ0օᴏ",
  "pрρ",
  "qԛզ",
  "rгᴦ",
  "sѕ5$",
  "tтτ",
  "uυսц",
  "vνѵ",
  "wшԝω",
  "xхχ×",
  "yуүγ",
  "zзʐ2",
];

const first = new Map(shapes.flatMap((shape) => [...shape].map((letter): [string, string] => [letter, [...shape][0] as string])));

/** What is left of a name when everything goes that the eye does not tell apart: case, marks, look-alike letters, separators. */
export function skeleton(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase().normalize("NFKD");
  return [...letters]
    .filter((letter) => /[\p{L}\p{N}|!$×]/u.test(letter))
    .map((letter) => first.get(letter) ?? letter)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** Letters of `other` that `one` has not, each with its code: what the eye does not see, spelled out. */
export function lettersApart(one: string, other: string): string[] {
  const known = new Set(one);
  return [...new Set(other)].filter((letter) => !known.has(letter)).map((letter) => `${letter} (${codeOf(letter)})`);
}

function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether two names could be taken for each other without being the same. Names without a letter or digit are left alone. */
export function looksLike(one: string, other: string): boolean {
  const shape = skeleton(one);
  return shape !== "" && one !== other && shape === skeleton(other);
}
