/** What stands in the words for what was not understood; where it goes when a key puts it there. */
export const unintelligible = "/unintelligible/";

/** The words with the mark in place of what is selected, set apart by spaces; and where the caret stands then. */
export function withUnintelligible(text: string, from: number, to: number): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const put = `${before === "" || /\s$/.test(before) ? "" : " "}${unintelligible}${after === "" || /^[\s.,;:!?)]/.test(after) ? "" : " "}`;
  return { text: before + put + after, caret: before.length + put.length };
}
