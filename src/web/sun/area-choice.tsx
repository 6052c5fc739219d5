/** Looks for the place only within what a kept place inference leaves: its chosen reading's region. */
import { useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import type { MultiPolygon } from "../../reason/place/polygon.ts";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useInferences } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";
import type { SunDraft } from "./sun-draft.ts";

interface AreaChoiceProps {
  readonly draft: SunDraft;
  readonly onDraft: (draft: SunDraft) => void;
}

/** Of an answer about a place, what is read of it here. */
interface Read {
  readonly parses?: readonly { readonly region: MultiPolygon; readonly areaKm2: number }[];
}

export function AreaChoice({ draft, onDraft }: AreaChoiceProps) {
  const kept = (useInferences("place").data?.inferences ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const [from, setFrom] = useState<InferenceId>();
  const [fault, setFault] = useState<unknown>(null);
  const take = async (id: InferenceId): Promise<void> => {
    setFault(null);
    try {
      const { problem, answer } = await inferenceApi.get(id);
      const parses = (answer as Read | null)?.parses ?? [];
      const region = (parses[(problem as { reading?: number } | null)?.reading ?? 0] ?? parses[0])?.region;
      const area = SunProblem.shape.within.safeParse(region).data;
      if (area === undefined || region?.coordinates.length === 0) return setFault(t("sun.within.nothing", { id }));
      setFrom(id);
      onDraft({ ...draft, area });
    } catch (error) {
      setFault(error);
    }
  };
  if (kept.length === 0 && draft.area === undefined) return null;
  return (
    <>
      <label className="sun-pair">
        <span className="sun-pair-label">{t("sun.within.area")}</span>
        <select
          className="field is-wide"
          value={from ?? (draft.area === undefined ? "" : "kept")}
          onChange={(event) => {
            const chosen = kept.find(({ id }) => id === event.target.value);
            if (chosen !== undefined) return void take(chosen.id);
            setFrom(undefined);
            onDraft({ ...draft, area: undefined });
          }}
        >
          <option value="">{t("sun.within.box")}</option>
          {from === undefined && draft.area !== undefined ? <option value="kept">{t("sun.within.kept")}</option> : null}
          {kept.map(({ id, title }) => (
            <option key={id} value={id}>
              {`${id} · ${title}`}
            </option>
          ))}
        </select>
      </label>
      {fault === null ? null : <ErrorNotice error={fault} />}
    </>
  );
}
