/** The time bench: the list of kept inferences, a new problem, or one that is kept. */
import "../claims/claims.css";
import "../events/events.css";
import "./time.css";
import { useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { useAddress } from "../router/router.ts";
import { useHouseRules, useInference } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";
import { KeptSun } from "./kept-sun.tsx";
import { ShadowForTime } from "./shadow-for-time.tsx";
import { emptyDraft } from "./time-draft.ts";
import { TimeEditor } from "./time-editor.tsx";
import { TimeList } from "./time-list.tsx";

/** `inference`: the kept one of the address; undefined for the list and, with `?new=1`, a new problem. */
export function TimeBench({ inference }: { readonly inference: InferenceId | undefined }) {
  const { query } = useAddress();
  if (inference !== undefined) return <Kept key={inference} id={inference} />;
  if (query.get("new") === "shadow") return <ShadowForTime />;
  if (query.get("new") === "1") return <New />;
  return <TimeList />;
}

function New() {
  const rules = useHouseRules();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  if (rules.isPending) return <p className="page-message">{t("app.waiting")}</p>;
  const begin = emptyDraft(today);
  const ofCase = TimeProblem.shape.houseRules.safeParse(rules.data?.time ?? undefined).data;
  const draft = ofCase === undefined ? begin : { ...begin, problem: { ...begin.problem, houseRules: ofCase } };
  return <TimeEditor name="new" begin={draft} kept={undefined} />;
}

function Kept({ id }: { id: InferenceId }) {
  const found = useInference(id);
  if (found.error !== null)
    return (
      <div className="page-message">
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        <p>
          <Link to="/time">{t("time-bench.to-list")}</Link>
        </p>
      </div>
    );
  if (found.data === undefined) return <p className="page-message">{t("app.waiting")}</p>;
  const { inference, problem } = found.data;
  if (inference.sort === "sun") return <KeptSun detail={found.data} />;
  const read = TimeProblem.safeParse(problem);
  if (inference.sort !== "time" || !read.success)
    return (
      <div className="page-message">
        <h1>{t("time-bench.no-problem")}</h1>
        <p>{t(problem === null ? "time-bench.not-held" : "time-bench.not-read")}</p>
        <p>
          <Link to="/time">{t("time-bench.to-list")}</Link>
        </p>
      </div>
    );
  return <TimeEditor name={id} begin={{ title: inference.title, about: inference.about ?? "", problem: read.data }} kept={found.data} />;
}
