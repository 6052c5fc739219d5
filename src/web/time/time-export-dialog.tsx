/** What leaves the page: the drawing as SVG or PNG, the problem and the answer as the command reads and writes them. */
import { useState } from "react";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { saveBlob } from "../inquiry/save-blob.ts";
import type { TimeSpan } from "../map/time-scale.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { chartPng, chartSvg, fileNameOf } from "./chart-file.tsx";
import type { ChartRow } from "./chart-rows.ts";
import type { PaperTerms } from "./paper-chart.tsx";

interface ExportDialogProps {
  readonly problem: TimeProblem;
  readonly answer: TimeAnswer | undefined;
  readonly rows: readonly ChartRow[];
  readonly range: TimeSpan;
  readonly zone: string;
  readonly terms: PaperTerms;
  readonly onPaper: () => void;
  readonly onClose: () => void;
}

export function ExportDialog({ problem, answer, rows, range, zone, terms, onPaper, onClose }: ExportDialogProps) {
  const [fault, setFault] = useState<unknown>();
  const svg = (): string => chartSvg({ rows, range, zone, terms });
  const save = (ending: string, type: string, words: string): void =>
    saveBlob(new Blob([words], { type }), fileNameOf(terms.title, ending));
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return (
    <Dialog title={t("time-bench.export")} onClose={onClose}>
      <p className="quiet">{t("time-bench.export-how")}</p>
      <ul className="time-sorts">
        <li>
          <button type="button" className="button" data-autofocus onClick={onPaper}>
            {t("time-bench.paper")}
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={() => save("svg", "image/svg+xml", svg())}>
            {t("time-bench.export-svg")}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="button"
            onClick={() => void chartPng(svg()).then((picture) => saveBlob(picture, fileNameOf(terms.title, "png")), setFault)}
          >
            {t("time-bench.export-png")}
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={() => save("problem.json", "application/json", json(problem))}>
            {t("time-bench.export-problem")}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="button"
            disabled={answer === undefined}
            onClick={() => save("answer.json", "application/json", json(answer))}
          >
            {t("time-bench.export-answer")}
          </button>
        </li>
      </ul>
      <p className="quiet small">{terms.lines.join(" · ")}</p>
      {fault === undefined ? null : <ErrorNotice error={fault} />}
    </Dialog>
  );
}
