/** Where a row says something is: two columns of figures, coordinates in any form, or words for a place, which are no point. */
import type { CoordinatesRead } from "../place/read-coordinates.ts";
import type { PlaceClaim } from "../place/region.ts";

/** Atlos's three steps (its documentation, "geolocation resolution"), and a figure with its unit. */
export function statedPrecision(words: string): { readonly radiusM: number; readonly precision: string } | undefined {
  const text = words.trim().slice(0, 100);
  const figure = /([\d.,]{1,12})\s*(k?m|к?м)(?![\p{L}\d])/iu.exec(text);
  if (figure !== null) {
    const value = Number((figure[1] ?? "").replace(",", "."));
    const radiusM = /^[kк]/iu.test(figure[2] ?? "") ? value * 1000 : value;
    return Number.isFinite(radiusM) && radiusM > 0 && radiusM < 21_000_000 ? { radiusM, precision: `the sheet's own: ${text}` } : undefined;
  }
  const step = /^(exact|vicinity|locality)\b/iu.exec(text)?.[1]?.toLowerCase();
  if (step === undefined) return undefined;
  return { radiusM: step === "exact" ? 10 : step === "vicinity" ? 100 : 1000, precision: `the sheet's own: ${text}` };
}

/** A stated precision never makes a place finer than its own figures. */
export function withPrecision(read: CoordinatesRead, stated: ReturnType<typeof statedPrecision>): CoordinatesRead {
  if (read.state !== "read" || stated === undefined) return read;
  const { region } = read.claim;
  if (region === "unknown" || region.shape !== "circle" || region.radiusM >= stated.radiusM) return read;
  return { ...read, claim: { ...read.claim, region: { ...region, radiusM: stated.radiusM }, precision: stated.precision } };
}

/** Words for a place without figures: kept as they are, and the region unknown. */
export function wordsForPlace(cell: string, basis: string): PlaceClaim {
  return { means: "stated", verbatim: cell, region: "unknown", precision: "words, not looked up", basis };
}
