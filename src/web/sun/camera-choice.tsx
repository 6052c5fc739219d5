/** Takes pitch, field of view and heading, with their errors, from a kept camera inference, and cites it. */
import { useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import type { CameraAnswer } from "../../reason/camera/camera-answer.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useInferences } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";
import type { SunDraft } from "./sun-draft.ts";

interface CameraChoiceProps {
  readonly draft: SunDraft;
  readonly onDraft: (draft: SunDraft) => void;
}

export function CameraChoice({ draft, onDraft }: CameraChoiceProps) {
  const found = useInferences("camera");
  const kept = (found.data?.inferences ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const [fault, setFault] = useState<unknown>(null);
  const [says, setSays] = useState<string>();
  const take = async (id: InferenceId): Promise<void> => {
    setFault(null);
    try {
      const { answer } = await inferenceApi.get(id);
      const [solution] = (answer as Pick<CameraAnswer, "solutions"> | null)?.solutions ?? [];
      if (solution === undefined) return setSays(t("sun.camera.nothing", { id }));
      const { headingDeg, horizontalFieldDeg, pitchDeg } = solution;
      setSays(t(pitchDeg === null ? "sun.camera.without-pitch" : "sun.camera.taken", { id }));
      onDraft({
        ...draft,
        cites: [id],
        fields: {
          ...draft.fields,
          ...{ heading: `${headingDeg.value}`, headingError: `${headingDeg.error}` },
          ...{ field: `${horizontalFieldDeg.value}`, fieldError: `${horizontalFieldDeg.error}` },
          ...(pitchDeg === null ? {} : { pitch: `${pitchDeg.value}`, pitchError: `${pitchDeg.error}` }),
        },
      });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <label className="sun-pair">
        <span className="sun-pair-label">{t("sun.camera.from")}</span>
        <select
          className="field is-wide"
          value={draft.cites[0] ?? ""}
          disabled={kept.length === 0}
          onChange={(event) => {
            const chosen = kept.find(({ id }) => id === event.target.value);
            if (chosen === undefined) onDraft({ ...draft, cites: [] });
            else void take(chosen.id);
          }}
        >
          <option value="">{t(kept.length === 0 ? "sun.camera.none" : "sun.camera.by-hand")}</option>
          {kept.map(({ id, title }) => (
            <option key={id} value={id}>
              {`${id} · ${title}`}
            </option>
          ))}
        </select>
      </label>
      {says === undefined ? null : (
        <p className="quiet small" role="status">
          {says}
        </p>
      )}
      {fault === null ? null : <ErrorNotice error={fault} />}
    </>
  );
}
