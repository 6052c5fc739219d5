/** Figures as they are told: millionths, and no minus before nothing. */
import type { Figure } from "./sync-answer.ts";

export function seconds(value: number): number {
  return Number(value.toFixed(6)) + 0;
}

export function roundedFigure({ value, plusMinus }: Figure): Figure {
  return { value: seconds(value), plusMinus: seconds(plusMinus) };
}
