/**
 * What a sheet's words say of how hard something is to look at. They only ever raise a shield: "not graphic" in somebody's
 * sheet is no reason to show anything, and what nobody assessed is covered like the worst.
 */
import type { GraphicLevel } from "../item/item.ts";

type Stated = Exclude<GraphicLevel, "unassessed" | "none">;

const severe =
  /severe|extreme|very graphic|highly graphic|gore\b|behead|decapitat|dismember|mutilat|torture|corpse|dead bod|дуже жорсток|тортур|катуван|пытк|розчленув|расчлен|обезголов|обезглав|труп|тіла загибл|тела погибш|тела убит/iu;
const strong =
  /graphic|violen|sensitive|blood|bodies|wounded|killed|death|nsfw|18\s*\+|trigger|кров|насил|жорсток|жесток|чутлив|чувствит|шок|загибл|погибш|убит|вбит|поранен|ранен/iu;
const mild = /\bmild\b|\bminor\b|legk|легк/iu;
/** Atlos says "Not Sensitive"; people say no in one word. */
const denial = /^(?:no|not?\b.*|none|false|0|n|-|—|safe|sfw|clean|ні|нет|не\b.*|немає)$/iu;
/** A yes with a doubt or a reason beside it is still one: "yes - ?". */
const assent = /^(?:(?:y|1|x|✓|✔|\+)|(?:yes|true|так|да)(?:\s*[?!.,;:(–—-].*)?)$/iu;
const doubt = /[?？]|\b(?:maybe|perhaps|possibl[ey]|probably|unsure|not sure)\b|можливо|мабуть|може бути|возможно|может быть|наверное/iu;

/** `asked`: the column is about nothing else, so a bare yes says it too. */
export function levelOfWords(words: string, asked: boolean): Stated | undefined {
  const text = words.slice(0, 500).trim();
  if (text === "" || denial.test(text)) return undefined;
  if (severe.test(text)) return "severe";
  if (asked && mild.test(text)) return "mild";
  if (strong.test(text) || (asked && /^strong\b/iu.test(text))) return "strong";
  return asked && assent.test(text) ? "strong" : undefined;
}

/** Whether the words that ask for a level leave it open: the shield goes up all the same. */
export function isDoubtful(words: string): boolean {
  return doubt.test(words.slice(0, 500));
}

const rank: Readonly<Record<Exclude<GraphicLevel, "unassessed">, number>> = { none: 0, mild: 1, strong: 2, severe: 3 };

/** The level to set, or undefined when the words would lower the shield or leave it as it is. */
export function raisedLevel(current: GraphicLevel, stated: GraphicLevel): GraphicLevel | undefined {
  if (stated === "unassessed" || stated === current) return undefined;
  // Covered like "severe" until a person assessed it: only strong words may take that place.
  if (current === "unassessed") return rank[stated] >= rank.strong ? stated : undefined;
  return rank[stated] > rank[current] ? stated : undefined;
}
