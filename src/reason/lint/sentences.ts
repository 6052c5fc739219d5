/** Where the sentences of a text lie. A stop ends one only before a space or the end: 50.4650 and "e.g." do not. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const shortened = /(?:^|[\s(])(?:e\.g|i\.e|approx|ca|cf|no|vs|т\. ?д|напр|прибл|примерно|бл|ок|ст|ул|вул|г|р)$/iu;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const said = text.slice(start, end);
    if (said.trim() !== "") sentences.push({ start, end, text: said });
    start = end;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?…]+(?=\s|$)|\n{1,}/g)) {
    if (mark.startsWith("\n") || !shortened.test(text.slice(start, index))) close(index + mark.length);
  }
  close(text.length);
  return sentences;
}
