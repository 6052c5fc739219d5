/** Words as they are compared: without case, marks, articles and spaces that say nothing. */

const articles = /^(?:the|a|an)$/u;

export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[’ʼ`']s?(?=\s|$)/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.filter((word) => !articles.test(word)) ?? []
  );
}

/** How the words of the first lie to those of the second: the longer run says more, and so is inside. */
export function wordRelation(first: string, second: string): "same" | "inside" | "around" | "apart" {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  if (a.length === 0 || b.length === 0) return first.trim() === second.trim() ? "same" : "apart";
  if (a.join(" ") === b.join(" ")) return "same";
  if (isRunIn(b, a)) return "inside";
  return isRunIn(a, b) ? "around" : "apart";
}

function isRunIn(run: readonly string[], words: readonly string[]): boolean {
  return run.length > 0 && ` ${words.join(" ")} `.includes(` ${run.join(" ")} `);
}
