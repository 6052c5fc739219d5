/** Coverage of an element, in the order in which it is offered. */
import { ElementCoverage } from "../../core/element/element-sheet.ts";
import type { Tone } from "../parts/tone-mark.tsx";

export const elementCoverages: readonly ElementCoverage[] = ElementCoverage.options;

/** What is not shown contradicts nothing: it has no mark, only its words. */
export const coverageTones: Readonly<Partial<Record<ElementCoverage, Tone>>> = {
  shown: "agree",
  partly: "narrower",
  "not-showable": "unknown",
};
