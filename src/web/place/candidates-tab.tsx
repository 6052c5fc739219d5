/**
 * Every place that a name may mean and every place that a map file brought: how it lies, what speaks against it, and what a person made of
 * it. A judgement keeps its reason, and becomes a place stated of an event where it concerns one.
 */
import { useState } from "react";
import type { NameAnswer, PlaceCandidate } from "../../reason/place/namesakes.ts";
import type { Position } from "../../core/place/region.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { CandidateCard } from "./candidate-card.tsx";
import { JudgeDialog, type Judging } from "./judge-dialog.tsx";
import { MapFileCandidates } from "./map-file-candidates.tsx";
import { judge, type Judged, type PlaceDraft, samePoint } from "./place-draft.ts";

interface CandidatesTabProps {
  readonly draft: PlaceDraft;
  readonly candidates: readonly PlaceCandidate[];
  readonly names: readonly NameAnswer[];
  readonly chosen: number | undefined;
  readonly about: StatedOf | null;
  readonly onChoose: (candidate: number) => void;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft) => void;
  readonly onShow: (at: Position) => void;
  readonly files: Parameters<typeof MapFileCandidates>[0]["files"];
}

export function CandidatesTab({ draft, candidates, names, chosen, about, onChoose, onChange, onShow, files }: CandidatesTabProps) {
  const [judging, setJudging] = useState<Judging>();
  const judgedAs = (at: Position): Judged | undefined => draft.judged?.find((one) => samePoint(one, at));
  return (
    <div className="place-stack">
      {candidates.length === 0 ? <p className="quiet">{t("place-bench.no-candidates")}</p> : null}
      {names.map((name) => (
        <section key={name.name} aria-label={t("place-bench.namesakes-of", { name: name.name })}>
          <h3>
            <IsolatedText text={name.name} /> <span className="quiet">{t("place-bench.places-listed", { count: name.places })}</span>
          </h3>
          <NameWords name={name} />
          <ol className="candidate-list">
            {candidates.map((candidate, at) =>
              candidate.name !== name.name ? null : (
                <CandidateCard
                  key={`${candidate.points[0]?.lat} ${candidate.points[0]?.lon}`}
                  {...{ candidate, draft, onChange }}
                  isChosen={at === chosen}
                  judged={candidate.points[0] === undefined ? undefined : judgedAs(candidate.points[0])}
                  onChoose={() => onChoose(at)}
                  onJudge={(standing) => setJudging(judgingOf(candidate, standing))}
                />
              ),
            )}
          </ol>
        </section>
      ))}
      {draft.gazetteers === undefined ? null : (
        <p className="small quiet">
          {t("place-bench.asked")} {draft.gazetteers.map((one) => `${one.gazetteer} (${one.floor}; ${one.licence})`).join("; ")}
        </p>
      )}
      <MapFileCandidates {...{ files, onShow, judgedAs }} onJudge={setJudging} />
      {judging === undefined ? null : (
        <JudgeDialog
          judging={judging}
          about={about}
          onClose={() => setJudging(undefined)}
          onJudge={(judged) => onChange((now) => judge(now, judging.at, judged))}
        />
      )}
    </div>
  );
}

function judgingOf(candidate: PlaceCandidate, standing: Judging["standing"]): Judging | undefined {
  const [point] = candidate.points;
  if (point === undefined) return undefined;
  const { lat, lon, radiusKm, source } = point;
  return {
    ...{ name: candidate.listedAs, at: { lat, lon }, standing, basis: source },
    radiusM: radiusKm > 0 ? radiusKm * 1000 : undefined,
    offered: standing === "rejected" ? (candidate.rejected ?? "") : "",
  };
}

function NameWords({ name }: { readonly name: NameAnswer }) {
  return (
    <>
      {name.given ? <p className="small quiet">{t("place-bench.namesakes-not-asked")}</p> : null}
      {name.says.map((words) => (
        <p key={words} className="small">
          {words}
        </p>
      ))}
    </>
  );
}
