/** Places that a map file of the case brings: each a candidate until a person judges it. A file that is not in the case yet is added to it first. */
import { useRef } from "react";
import type { Position } from "../../core/place/region.ts";
import { centreOf, spanM } from "../../core/place/region-geometry.ts";
import { regionWords } from "../claims/place-words.ts";
import { chosenFiles } from "../desk/incoming-files.ts";
import { uploadQueue } from "../desk/upload-queue.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { Judging } from "./judge-dialog.tsx";
import { JudgedLine } from "./judged-line.tsx";
import type { Judged } from "./place-draft.ts";
import type { MapFilesShown } from "./use-map-files.ts";

interface MapFileCandidatesProps {
  readonly files: MapFilesShown;
  readonly judgedAs: (at: Position) => Judged | undefined;
  readonly onJudge: (judging: Judging) => void;
  readonly onShow: (at: Position) => void;
}

/** More are looked through on the map of the case. */
const shown = 200;

export function MapFileCandidates({ files, judgedAs, onJudge, onShow }: MapFileCandidatesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section aria-label={t("place-bench.files")}>
      <h3>{t("place-bench.files")}</h3>
      <p className="small quiet">{t("place-bench.files-how")}</p>
      <p className="record-actions">
        <button type="button" className="button is-small" onClick={() => input.current?.click()}>
          {t("place-bench.add-file")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          tabIndex={-1}
          accept=".kml,.kmz,.geojson,.json"
          aria-label={t("place-bench.add-file")}
          onChange={(event) => {
            if (event.target.files !== null && event.target.files.length > 0) {
              uploadQueue.add(chosenFiles(event.target.files));
              announce(t("place-bench.file-coming"));
            }
            event.target.value = "";
          }}
        />
        {files.files.map(({ item, name }) => (
          <button
            key={item}
            type="button"
            className="button is-small"
            aria-pressed={files.open.has(item)}
            onClick={() => files.toggle(item)}
          >
            {item} <IsolatedText text={name} />
          </button>
        ))}
      </p>
      {files.error === null ? null : <ErrorNotice error={files.error} />}
      {files.details.map(({ item, features }) => (
        <ul key={item} className="candidate-list" aria-label={item}>
          {features.slice(0, shown).map(({ where, name, region, precision }) => {
            if (region === "unknown") return null;
            const at = centreOf(region);
            const judged = judgedAs(at);
            const judging = (standing: Judging["standing"]): Judging => ({
              ...{ name: name || where, at, standing, basis: `${item} ${where}`, offered: "" },
              radiusM: spanM(region) / 2,
            });
            return (
              <li key={where} className="candidate">
                <div className="candidate-head">
                  <button type="button" className="clause-name" onClick={() => onShow(at)}>
                    <span className="mono quiet small">{where}</span> <IsolatedText text={name} />
                  </button>
                </div>
                <p className="small">{regionWords(region)}</p>
                <p className="small quiet">{precision}</p>
                <JudgedLine
                  judged={judged}
                  labelOf={(standing) => t(`place-judge.${standing}-this`, { name: name || where })}
                  onJudge={(standing) => onJudge(judging(standing))}
                />
              </li>
            );
          })}
        </ul>
      ))}
    </section>
  );
}
