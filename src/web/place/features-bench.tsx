/**
 * The part of the place bench that asks map extracts: what lies near what, and which roads there are. What is found is a candidate and
 * is judged like every other; nothing of it is kept until a person says so.
 */
import "./features.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FeatureAnswer } from "../../core/map-extract/feature-answer.ts";
import type { ExtractFacts } from "../../core/map-extract/extract-facts.ts";
import type { RoadsAnswer } from "../../core/map-extract/roads.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import type { Position } from "../../core/place/region.ts";
import { featuresApi } from "../api-client/features-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { BenchPort, MapPart } from "./bench-port.ts";
import { type FeaturesDraft, emptyFeatures, problemOfFeatures } from "./features-draft.ts";
import { FeaturesForm } from "./features-form.tsx";
import { FeaturesResults } from "./features-results.tsx";
import { FeaturesRoads } from "./features-roads.tsx";
import { featureShapes, roadShapes } from "./features-shapes.ts";
import type { Judged } from "./place-draft.ts";

export interface FeaturesBench extends MapPart {
  readonly port: BenchPort;
  readonly draft: FeaturesDraft;
  readonly change: (draft: FeaturesDraft) => void;
  readonly extracts: readonly ExtractFacts[] | undefined;
  readonly kinds: readonly string[];
  readonly error: Error | null;
  readonly retry: () => void;
  readonly search: () => void;
  readonly isSearching: boolean;
  readonly answer: FeatureAnswer | undefined;
  readonly searchError: Error | null;
  readonly chosen: string | undefined;
  readonly choose: (number: string | undefined) => void;
  readonly roads: RoadsAnswer | undefined;
  readonly setRoads: (roads: RoadsAnswer | undefined) => void;
}

export function useFeaturesBench(port: BenchPort): FeaturesBench {
  const [draft, change] = useState(emptyFeatures);
  const [chosen, choose] = useState<string>();
  const [roads, setRoads] = useState<RoadsAnswer>();
  const extracts = useQuery({ queryKey: ["extracts"], queryFn: ({ signal }) => featuresApi.extracts(signal) });
  const search = useMutation({
    mutationFn: featuresApi.find,
    onSuccess: ({ candidates }) => announce(t("features.found", { count: candidates.length })),
  });
  return {
    ...{ port, draft, change, chosen, choose, roads, setRoads },
    shapes: [...roadShapes(roads), ...featureShapes(search.data, chosen)],
    onPressShape: (key) => choose(/^feature (m?\d+)$/.exec(key)?.[1]),
    extracts: extracts.data?.extracts,
    kinds: extracts.data?.kinds ?? [],
    error: extracts.error,
    retry: () => void extracts.refetch(),
    search() {
      const problem = problemOfFeatures(draft, port);
      if (problem === undefined) return;
      choose(undefined);
      search.mutate(problem);
    },
    isSearching: search.isPending,
    answer: search.data,
    searchError: search.error,
  };
}

export interface FeaturesTabProps {
  readonly features: FeaturesBench;
  /** Points that the phrase measures from, all of each name, for ways by road between them. */
  readonly anchors: readonly (Position & { readonly name: string })[];
  readonly about: StatedOf | null;
  readonly judgedAs: (at: Position) => Judged | undefined;
  readonly onJudge: (judged: Judged) => void;
  /** Lines for clauses about a road; replaces those that were used before. */
  readonly onLines: (lines: RoadsAnswer["lines"]) => void;
}

export function FeaturesTab({ features, anchors, about, judgedAs, onJudge, onLines }: FeaturesTabProps) {
  const { extracts, error, retry, answer, searchError } = features;
  if (error !== null) return <ErrorNotice error={error} onRetry={retry} />;
  if (extracts === undefined) return <p className="quiet">{t("place-bench.waiting")}</p>;
  if (extracts.length === 0) return <NoExtract />;
  return (
    <div className="place-stack features">
      <FeaturesForm features={features} extracts={extracts} />
      {searchError === null ? null : <ErrorNotice error={searchError} />}
      {answer === undefined ? null : <FeaturesResults {...{ features, answer, about, judgedAs, onJudge }} />}
      <FeaturesRoads {...{ features, anchors, onLines }} />
    </div>
  );
}

function NoExtract() {
  return (
    <div className="place-stack features">
      <p>{t("features.none")}</p>
      <p className="quiet">{t("features.none-how")}</p>
      <pre className="features-command" tabIndex={0}>
        witnessmark extract import FILE
      </pre>
      <p className="small quiet">{t("features.none-after")}</p>
    </div>
  );
}
