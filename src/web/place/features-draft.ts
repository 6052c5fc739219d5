/** What a person looks for on a map extract: a sentence and its conditions, either of which changes the other. */
import type { FeaturesRequest } from "../../api/features.ts";
import type { NearCondition } from "../../core/map-extract/feature-problem.ts";
import { kindOf } from "../../reason/features/kinds.ts";
import { type FeatureWords, readFeatureWords } from "../../reason/features/read-feature-words.ts";
import { writeFeatureWords } from "../../reason/features/write-feature-words.ts";
import { ProblemUnreadable } from "../../reason/problem/problem-unreadable.ts";
import type { BenchPort } from "./bench-port.ts";

export interface FeaturesDraft {
  readonly text: string;
  readonly find: string;
  readonly near: readonly NearCondition[];
  readonly inLine: FeatureWords["inLine"];
  readonly assumed: readonly string[];
  /** Why the sentence is not understood; the conditions are those of the sentence before. */
  readonly fault: string | undefined;
  readonly where: "map" | "region" | "all";
  /** Name of the extract; undefined for the only one. */
  readonly extract: string | undefined;
}

export const emptyFeatures: FeaturesDraft = {
  ...{ text: "", find: "", near: [], inLine: [], assumed: [], fault: undefined },
  where: "map",
  extract: undefined,
};

export function withSentence(draft: FeaturesDraft, text: string): FeaturesDraft {
  if (text.trim() === "") return { ...emptyFeatures, where: draft.where, extract: draft.extract };
  try {
    return { ...draft, text, ...readFeatureWords(text), fault: undefined };
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    return { ...draft, text, fault: error.message.replace(/^text: /, "") };
  }
}

export function withConditions(draft: FeaturesDraft, find: string, near: readonly NearCondition[]): FeaturesDraft {
  // Which conditions were in line is told by their places, which have changed.
  const inLine = near.length === draft.near.length ? draft.inLine : [];
  return { ...draft, find, near, inLine, text: writeFeatureWords(find, near), assumed: [], fault: undefined };
}

/** Undefined while something in it is no kind and no tag, or no distance. */
export function problemOfFeatures(draft: FeaturesDraft, port: Pick<BenchPort, "box" | "region">): FeaturesRequest | undefined {
  const { find, near, inLine, where, extract, fault } = draft;
  if (fault !== undefined || kindOf(find) === undefined) return undefined;
  if (!near.every(({ what, withinM }) => kindOf(what) !== undefined && withinM > 0 && withinM <= 50_000)) return undefined;
  const area = areaOf(where, port);
  return area === undefined
    ? undefined
    : { find, near: [...near], inLine: [...inLine], ...area, ...(extract === undefined ? {} : { extract }) };
}

/** Nothing for everywhere; undefined where the phrase leaves no area. */
export function areaOf(
  where: FeaturesDraft["where"],
  { box, region }: Pick<BenchPort, "box" | "region">,
): Pick<FeaturesRequest, "box" | "region"> | undefined {
  if (where === "all") return {};
  if (where === "region") {
    if (region === null) return undefined;
    const coordinates = region.coordinates.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])));
    return { region: { type: "MultiPolygon", coordinates } };
  }
  const shown = box();
  // A map that was not moved yet shows the whole world.
  if (shown === undefined) return {};
  const [west, east] = [Math.max(-180, shown.west), Math.min(180, shown.east)];
  return { box: { south: Math.max(-90, shown.south), north: Math.min(90, shown.north), west, east: Math.max(west, east) } };
}
