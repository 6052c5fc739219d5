/** Who wrote: what stands before the first colon. Statements of the app have none, or quote a name that holds one. */

export interface Sender {
  readonly name: string;
  /** What follows the colon. */
  readonly said: string;
}

const longestName = 100;
const outerMarks = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+$/g;

export function senderOf(rest: string): Sender | undefined {
  const colon = rest.indexOf(":");
  if (colon <= 0 || colon > longestName) return undefined;
  const after = rest.charAt(colon + 1);
  if (after !== "" && after !== " ") return undefined;
  const name = rest.slice(0, colon).replace(outerMarks, "");
  return name === "" ? undefined : { name, said: rest.slice(colon + 2) };
}

/** Whether a name met once is more likely the start of a statement that quotes something. */
export function quotes(name: string): boolean {
  return /["“”«»„]/.test(name);
}
