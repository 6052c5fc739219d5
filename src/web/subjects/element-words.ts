/** Coverage of an element, in the order in which it is offered. */
import { ElementCoverage } from "../../core/element/element-sheet.ts";
import type { Tone } from "../parts/tone-mark.tsx";

export const elementCoverages: readonly ElementCoverage[] = ElementCoverage.options;

export const coverageTones: Readonly<Record<ElementCoverage, Tone>> = {
  shown: "agree",
  partly: "narrower",
  "not-shown": "conflict",
  "not-showable": "unknown",
};
