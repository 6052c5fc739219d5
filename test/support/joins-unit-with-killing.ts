/**
 * Whether a text tells, in one breath, of the unit that is said to have laid the ambush and of the men in the clip. The two are of
 * different events; put in one sentence or one cell they would pin a killing on a named unit. For whatever the fixture of
 * dmytrivka-claims.ts comes out as: screens (`innerText`), exports, command lines, answers.
 */
const unit = /foreign volunteer unit|georgian legion/iu;
const killing = /\bkill\w*|\bcaptives?\b|\bcaptured soldiers\b|\bmen in the clip\b|\bexecut\w+/iu;

/** A line, a sentence, a cell of a row: what is read as one. */
const breaths = /[\n\r\t|]+|(?<=[.!?]["”’»)]?)\s+/u;

/** The words that join them, or undefined. */
export function joinsUnitWithKilling(text: string): string | undefined {
  return text.split(breaths).find((breath) => unit.test(breath) && killing.test(breath));
}

/** The same for an answer: in any of its strings, and in the strings that stand side by side in one record. */
export function recordJoinsUnitWithKilling(value: unknown): string | undefined {
  if (typeof value === "string") return joinsUnitWithKilling(value);
  if (typeof value !== "object" || value === null) return undefined;
  const own = Object.values(value);
  const strings = own.filter((one) => typeof one === "string");
  if (!Array.isArray(value) && strings.some((one) => unit.test(one)) && strings.some((one) => killing.test(one)))
    return strings.join(" / ");
  for (const one of own) {
    const found = recordJoinsUnitWithKilling(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
