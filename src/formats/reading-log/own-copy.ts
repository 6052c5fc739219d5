/**
 * A text that stands alone. One that was cut out of a long text keeps all of it in memory for as long as it is kept itself
 * (sliced strings of V8): what outlives the piece of a file that it came in must be copied first.
 */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
