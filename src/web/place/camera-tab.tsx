/** The drawer of the camera part: what came out, the sheet of pairs, what is known besides, lines of position, what should be visible. */
import "./camera.css";
import { useState } from "react";
import { t } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { CameraExpected } from "./camera-expected.tsx";
import { CameraKnown } from "./camera-known.tsx";
import { CameraResult } from "./camera-result.tsx";
import { CameraTransits } from "./camera-transits.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import { PairSheet } from "./pair-sheet.tsx";

interface CameraTabProps {
  readonly camera: CameraBench;
  /** Of a kept one, the address to go to. */
  readonly onKept: (id: string) => void;
}

export function CameraTab({ camera, onKept }: CameraTabProps) {
  const [keeping, setKeeping] = useState(false);
  const { history, made, answer, busy, kept } = camera;
  const item = history.draft.frame?.item;
  return (
    <div className="place-stack camera-tab">
      <CameraResult camera={camera} />
      <PairSheet camera={camera} />
      <CameraKnown camera={camera} />
      <CameraTransits camera={camera} />
      <CameraExpected camera={camera} />
      <p className="record-actions">
        <button
          type="button"
          className="button is-main"
          disabled={made.problem === undefined || answer?.state !== "solved" || busy}
          onClick={() => setKeeping(true)}
        >
          {t("camera.keep")}
        </button>
        <span className="quiet small">{t("camera.keep-how")}</span>
      </p>
      {keeping && made.problem !== undefined ? (
        <KeepDialog
          sort="camera"
          problem={made.problem}
          kept={kept?.inference}
          about={kept?.inference.about ?? null}
          title={t("camera.keep-title", { item: item ?? "" })}
          items={item === undefined ? [] : [item]}
          onClose={() => setKeeping(false)}
          onKept={(id) => {
            setKeeping(false);
            history.reset(history.draft);
            onKept(id);
          }}
        />
      ) : null}
    </div>
  );
}
