/** Judgements whose grounds changed, as a terminal shows them: each way from the judgement down to what changed. */
import { visibleText } from "../core/text/visible-text.ts";
import type { StaleJudgement } from "../reads/stale/stale-judgements.ts";
import { wayWords } from "../reads/stale/way-words.ts";

export function staleLines({ judgement, line, since, keptAlone, title, paths }: StaleJudgement): string[] {
  return [
    `${judgement} (line ${line}), since line ${since}: ${visibleText(title)}`,
    ...paths.map((path) => `  ${wayWords(path)}`),
    ...(keptAlone === null
      ? []
      : [`  line ${keptAlone} says that it holds, by somebody who wrote it: somebody who wrote none of it has to look too`]),
  ];
}
