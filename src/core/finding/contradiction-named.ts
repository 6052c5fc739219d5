/** Whether a finding names a contradiction among those that stay open: all of its members in one text, each as a word of its own. */
export function isContradictionNamed(texts: readonly string[], members: readonly string[]): boolean {
  return texts.some((text) => {
    const words = new Set(text.match(/[\p{L}\p{N}]+/gu));
    return members.every((member) => words.has(member));
  });
}
