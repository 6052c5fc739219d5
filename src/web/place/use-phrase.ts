/** The phrase of the bench as it stands: the draft with its past, what the reasoner says to it, and the place that came of it. */
import { useState } from "react";
import type { Position } from "../../core/place/region.ts";
import type { ParseAnswer, PlaceAnswer } from "../../reason/place/answer-place.ts";
import type { PlaceProblem } from "../../reason/place/place-problem.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import type { SolverAnswer } from "../solver/ask-solver.ts";
import { useSolver } from "../solver/use-solver.ts";
import { t } from "../words/t.ts";
import type { MapPart, Spot } from "./bench-port.ts";
import { phraseExtent } from "./phrase-extent.ts";
import { phraseShapes } from "./phrase-shapes.ts";
import { draftOf, emptyDraft, type PlaceDraft, problemOf } from "./place-draft.ts";
import { partsOf, type RegionPart } from "./region-parts.ts";
import { type DraftHistory, useDraft } from "./use-draft.ts";
import { type NameLookup, useNameLookup } from "./use-name-lookup.ts";

export interface Phrase extends MapPart {
  readonly history: DraftHistory<PlaceDraft>;
  readonly problem: PlaceProblem;
  readonly answer: SolverAnswer<PlaceAnswer> | undefined;
  readonly isBusy: boolean;
  /** The answer, where there is one; and of it the reading that the person chose. */
  readonly solved: PlaceAnswer | undefined;
  readonly parse: ParseAnswer | undefined;
  readonly lookup: NameLookup;
  readonly chosenClause: number | undefined;
  /** The chosen one again: none. */
  chooseClause(at: number): void;
  /** Of the region, the largest first. */
  readonly parts: readonly RegionPart[];
  /** The place that a person chose, and the middle of the largest part. */
  readonly spot: Spot | undefined;
  readonly middle: Spot | undefined;
  setSpot(spot: Spot | undefined): void;
  /** What has to be in sight, and a name for it that stays while a rule is changed. */
  readonly extent: { readonly of: string; readonly places: readonly Position[] };
}

/** `name`: under which an unkept draft is found again. */
export function usePhrase(name: string, kept: unknown, house: PlaceRules): Phrase {
  const history = useDraft(name, () => draftOf(kept) ?? emptyDraft(house));
  const { draft, change } = history;
  const problem = problemOf(draft);
  const { answer, busy } = useSolver<PlaceAnswer>("place", draft.text.trim() === "" ? undefined : problem);
  const lookup = useNameLookup(history);
  const [chosenClause, setChosenClause] = useState<number>();
  const solved = answer?.state === "solved" ? answer.answer : undefined;
  const parse = solved?.parses[draft.reading ?? 0] ?? solved?.parses[0];
  const parts = parse === undefined || parse.areaKm2 === 0 ? [] : partsOf(parse.region);
  const [largest] = parts;
  const middle = largest === undefined ? undefined : spotOf(largest, parts.length);
  const chooseClause = (at: number): void => setChosenClause(at === chosenClause ? undefined : at);
  return {
    ...{ history, problem, answer, isBusy: busy, solved, parse, lookup, chosenClause, chooseClause },
    spot: draft.spot == null ? undefined : { ...draft.spot, basis: draft.spot.basis ?? "" },
    ...{ parts, middle },
    setSpot: (next) => change((now) => ({ ...now, spot: next ?? null }), "spot"),
    shapes: phraseShapes(draft, parse, chosenClause),
    extent: {
      of: JSON.stringify([solved?.text === draft.text, draft.text, draft.reading, draft.off, draft.anchors]),
      places: phraseExtent(draft, parse),
    },
    onPressShape: (key) => {
      const clause = /^clause (\d+)$/.exec(key)?.[1];
      if (clause !== undefined) chooseClause(Number(clause));
    },
  };
}

/** The middle of a part, which reaches to its farthest corner. */
export function spotOf({ centre, radiusM }: RegionPart, of: number): Spot {
  return {
    lat: centre.lat,
    lon: centre.lon,
    radiusM,
    basis: t(of === 1 ? "place-bench.middle-basis" : "place-bench.part-basis", { count: of }),
  };
}
