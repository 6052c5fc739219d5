/** English forms of the verbs that the lexicon lists in the past: "crosses", "crossing", "cross". */
import { enActs } from "./en-acts.ts";
import type { ActWord } from "./lexicon.ts";

export type VerbForm = "ing" | "third" | "base";

const irregular: Readonly<Record<string, string>> = {
  leave: "left",
  go: "went",
  come: "came",
  take: "took",
  hold: "held",
  shoot: "shot",
  hit: "hit",
  cut: "cut",
  burn: "burned",
  fall: "fell",
  see: "saw",
  hear: "heard",
  find: "found",
  steal: "stole",
  break: "broke",
  throw: "threw",
  blow: "blew",
  drive: "drove",
  run: "ran",
  fly: "flew",
  lie: "lay",
  stand: "stood",
  sit: "sat",
  hide: "hid",
  give: "gave",
  build: "built",
  buy: "bought",
  sell: "sold",
  put: "put",
  rise: "rose",
  sink: "sank",
  bring: "brought",
  flee: "fled",
  sleep: "slept",
  strike: "struck",
  begin: "began",
  fight: "fought",
  shut: "shut",
  ride: "rode",
  lead: "led",
  send: "sent",
  draw: "drew",
  catch: "caught",
  dig: "dug",
  hang: "hung",
  lose: "lost",
  tear: "tore",
  feed: "fed",
  meet: "met",
  beat: "beat",
  spread: "spread",
  light: "lit",
  withdraw: "withdrew",
  die: "died",
  hurt: "hurt",
  burst: "burst",
  get: "got",
  swim: "swam",
  ring: "rang",
  wake: "woke",
  set: "set",
  shake: "shook",
};

function pasts(): ReadonlyMap<string, ActWord> {
  const words = new Map<string, ActWord>();
  for (const word of enActs) if (word.noun !== true && !word.phrase.includes(" ") && !words.has(word.phrase)) words.set(word.phrase, word);
  return words;
}
const known = pasts();

/** Words that look like a form of such a verb and are mostly something else. */
const never = new Set(
  "photographs videos films records pictures tapes floods building meeting evening morning during wing king ring ceiling landing crossing opening clearing shooting fighting shelling bombing killing burning housing hearing painting recording parking firing passing strikes fires raids blasts attacks clashes turns reports rolls loads houses docks lines shots hides rises cuts steps lights stops posts shares gates heads leads shells bombs rockets".split(
    " ",
  ),
);
const certain = new Set(
  "burning passing firing heading rolls turns stops posts strikes hits attacks hides rises heads leads fires".split(" "),
);

/** The verb of which a word is a form, unless it is listed itself. */
export function formOf(key: string): { readonly word: ActWord; readonly form: VerbForm; readonly doubtful: boolean } | undefined {
  if (key.length < 3 || !/^[a-z-]+$/.test(key)) return undefined;
  const doubtful = never.has(key) && !certain.has(key);
  if (key.endsWith("ing")) {
    const stem = key.slice(0, -3);
    const found =
      pastOf(stem) ??
      pastOf(`${stem}e`) ??
      (/(.)\1$/.test(stem) ? pastOf(stem.slice(0, -1)) : undefined) ??
      (stem.endsWith("y") ? pastOf(`${stem.slice(0, -1)}ie`) : undefined);
    return found === undefined ? undefined : { word: found, form: "ing", doubtful };
  }
  if (key.endsWith("s") && !key.endsWith("ss")) {
    const found =
      pastOf(key.slice(0, -1)) ??
      (key.endsWith("es") ? pastOf(key.slice(0, -2)) : undefined) ??
      (key.endsWith("ies") ? pastOf(`${key.slice(0, -3)}y`) : undefined);
    if (found !== undefined) return { word: found, form: "third", doubtful };
  }
  const found = pastOf(key);
  return found === undefined ? undefined : { word: found, form: "base", doubtful: false };
}

function pastOf(base: string): ActWord | undefined {
  if (base.length < 2) return undefined;
  const past = irregular[base];
  if (past !== undefined) return known.get(past);
  return (
    known.get(`${base}ed`) ??
    (base.endsWith("e") ? known.get(`${base}d`) : undefined) ??
    (base.endsWith("y") ? known.get(`${base.slice(0, -1)}ied`) : undefined) ??
    known.get(`${base}${base.at(-1) ?? ""}ed`)
  );
}
