/** What stands where this copy holds words no more. Nobody writes it as their own: a line would say that a person said it. */
export const withheldWord = "withheld";

/** For a form that begins with what the case holds: nothing, where the words are not here. */
export function heldWords(text: string | null | undefined): string {
  return text === undefined || text === null || text === withheldWord ? "" : text;
}
