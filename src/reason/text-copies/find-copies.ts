/** Texts taken in and what hangs together among them: the whole of it, for many texts. */
import type { Components } from "./components.ts";
import { createTextGatherer, type GatheredTexts } from "./gather-texts.ts";
import { type InsideTexts, insideTexts } from "./inside-texts.ts";
import { nearTexts } from "./near-texts.ts";

export interface FoundCopies {
  readonly texts: GatheredTexts;
  readonly components: Components;
  readonly inside: InsideTexts;
}

/** Yields the share done, often enough to let others work in between. */
export function* joinTexts(texts: GatheredTexts): Generator<number, FoundCopies> {
  const components = yield* scaled(nearTexts(texts), 0, 0.6);
  const inside = yield* scaled(insideTexts(texts, components), 0.6, 0.4);
  return { texts, components, inside };
}

function* scaled<Answer>(steps: Generator<number, Answer>, from: number, share: number): Generator<number, Answer> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + share * step.value;
  }
}

/** At once, for few texts. */
export function findCopies(all: readonly string[], seed: number): FoundCopies {
  const gatherer = createTextGatherer(seed);
  for (const text of all) gatherer.learn(text);
  for (const text of all) gatherer.keep(text);
  const steps = joinTexts(gatherer.finish());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
