/** The place bench: what was kept, or one question with its map. `/place`, `/place?new=phrase`, `/place/n3`. */
import "../bench/panel.css";
import "../events/events.css";
import "../inquiry/inquiry.css";
import "./place-bench.css";
import "./place-drawer.css";
import type { InferenceId } from "../../core/inference/inference.ts";
import { PlaceRules } from "../../reason/place/place-rules.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { useAddress } from "../router/router.ts";
import { useHouseRules, useInference } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";
import { BenchScreen } from "./bench-screen.tsx";
import { InferenceList } from "./inference-list.tsx";

/** `inference`: the kept one of the address; undefined for a new problem or the list. */
export function PlaceBench({ inference }: { readonly inference: InferenceId | undefined }) {
  const { query } = useAddress();
  if (inference !== undefined) return <KeptBench key={inference} id={inference} />;
  const isNew = query.get("new");
  return isNew === null ? <InferenceList /> : <NewBench key={isNew} />;
}

function NewBench() {
  const rules = useHouseRules();
  if (rules.error !== null) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.data === undefined) return <p className="quiet place-wait">{t("place-bench.waiting")}</p>;
  return <BenchScreen kept={undefined} house={houseRules(rules.data.place)} />;
}

function KeptBench({ id }: { readonly id: InferenceId }) {
  const rules = useHouseRules();
  const kept = useInference(id);
  const error = kept.error ?? rules.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void Promise.all([kept.refetch(), rules.refetch()])} />;
  if (kept.data === undefined || rules.data === undefined) return <p className="quiet place-wait">{t("place-bench.waiting")}</p>;
  const { sort } = kept.data.inference;
  if (sort !== "place" && sort !== "camera")
    return (
      <p className="place-wait">
        {t("place-bench.of-another-bench", { id })} <Link to={`/time/${id}`}>{t("place-bench.to-its-bench")}</Link>
      </p>
    );
  // A line that changed it begins the bench anew, with what is kept now.
  return <BenchScreen key={kept.data.inference.seq} kept={kept.data} house={houseRules(rules.data.place)} />;
}

function houseRules(of: unknown): PlaceRules {
  return PlaceRules.safeParse(of ?? {}).data ?? PlaceRules.parse({});
}
