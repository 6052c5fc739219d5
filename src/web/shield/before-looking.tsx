/** What a person will see, in words and before anything is unveiled: how hard it is and who said so, marked stretches, and what others noted, so that it need not be looked at again. */
import "../wellbeing/wellbeing.css";
import { useQuery } from "@tanstack/react-query";
import type { ItemDetail } from "../../api/items.ts";
import { graphicStretches } from "../../core/wellbeing/graphic-stretch.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useLevelSet } from "../api-client/wellbeing-api.ts";
import { Prose } from "../bench/prose.tsx";
import { formatDuration, formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { ContactSheet } from "./contact-sheet.tsx";

export function BeforeLooking({ detail }: { detail: ItemDetail }) {
  const { row, notes, observations, media } = detail;
  const set = useLevelSet(row.id).data?.set ?? null;
  const stretches = graphicStretches(observations);
  // By the clock that honours the edit list, as everywhere; a recording without numbered frames says them by number.
  const { data: table } = useQuery({
    queryKey: [...queryKeys.derived(row.id), "frames"],
    queryFn: ({ signal }) => api.frames(row.id, signal),
    enabled: stretches.length > 0 && media.frames,
  });
  const said = (frame: number): string => {
    const sec = table?.edited[frame];
    return typeof sec === "number" ? formatDuration(sec) : t("shield.frame", { frame: String(frame) });
  };
  const [last, ...earlier] = notes;
  return (
    <div className="before-looking">
      <p>{t(`shield.level-means.${row.graphicLevel}`)}</p>
      {set === null ? null : (
        <p className="quiet small">
          <IsolatedText text={t("shield.level-set", { by: set.byName, at: formatInstant(set.at) ?? set.at })} />
        </p>
      )}
      {stretches.length === 0 ? null : (
        <>
          <p>{t("shield.stretches", { count: stretches.length })}</p>
          <ol>
            {stretches.map(({ id, fromFrame, toFrame, words }) => (
              <li key={id} className="small">
                {t("shield.stretch", { from: said(fromFrame), to: said(toFrame) })} <IsolatedText text={words} />
              </li>
            ))}
          </ol>
        </>
      )}
      {last === undefined ? (
        <p className="quiet">{t("bench.cover.no-note")}</p>
      ) : (
        <div className="cover-note">
          <span className="quiet">{t("bench.cover.note")} </span>
          <IsolatedText text={last.text} />
        </div>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t("shield.all-notes", { count: notes.length })}</summary>
          <ol>
            {notes.map(({ seq, text, byName }) => (
              <li key={seq}>
                <Prose text={text} />{" "}
                <span className="quiet small">
                  <IsolatedText text={byName} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {media.filmstrip ? <ContactSheet item={row.id} width={72} /> : null}
    </div>
  );
}
