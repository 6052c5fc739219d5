/** Words about a place out of the case: an event's own, or those of a post, an article, a note or a row. Taken as they stand, with the record they are from. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { SearchHit } from "../../api/search.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useEvents } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { fullTextOf } from "./full-text.ts";

type OnTake = (text: string, cites: readonly string[]) => void;

/** Longest phrase that is read. */
const longest = 10_000;

export function TakeWords({ onTake, onClose }: { readonly onTake: OnTake; readonly onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState<SearchHit>();
  const events = (useEvents().data?.events ?? []).flatMap(({ id, title, place, withdrawn }) =>
    withdrawn === undefined && typeof place !== "string" && place.verbatim.trim() !== "" ? [{ id, title, verbatim: place.verbatim }] : [],
  );
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: [...queryKeys.records, "place-words", asked],
    queryFn: ({ signal }) => api.search({ words: asked, limit: 20 }, signal),
    enabled: asked !== "",
  });
  return (
    <Dialog title={t("place-bench.take-title")} onClose={onClose} wide>
      <p className="quiet small">{t("place-bench.take-how")}</p>
      <form
        className="lookup-form"
        onSubmit={(event) => {
          event.preventDefault();
          setChosen(undefined);
          setAsked(typed.trim());
        }}
      >
        <label className="label">
          <span>{t("place-bench.take-search")}</span>
          <input className="field" data-autofocus value={typed} maxLength={500} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={typed.trim() === ""}>
          {t("nav.search")}
        </button>
      </form>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {chosen === undefined ? null : <ChooseWords key={chosen.id} hit={chosen} onTake={onTake} />}
      {isFetching ? <p className="quiet">{t("map.waiting")}</p> : null}
      {data?.hits.length === 0 ? <p>{t("place-bench.take-none")}</p> : null}
      <ul className="take-list">
        {(chosen === undefined ? (data?.hits ?? []) : []).map((hit) => (
          <li key={hit.id}>
            <button type="button" className="take-hit" onClick={() => setChosen(hit)}>
              <span className="quiet small">
                {hit.item} <IsolatedText text={hit.itemName} /> ·{" "}
                {t(hit.tier?.machine === true ? "search.in-tier-machine" : `search.in-${hit.in}`)}
              </span>
              <span dir="auto">
                <IsolatedText
                  text={hit.snippet.pieces
                    .map(({ text }) => text)
                    .join("")
                    .replaceAll(/\s+/g, " ")}
                />
              </span>
            </button>
          </li>
        ))}
        {asked !== ""
          ? null
          : events.map(({ id, title, verbatim }) => (
              <li key={id}>
                <button type="button" className="take-hit" onClick={() => onTake(verbatim.slice(0, longest), [id])}>
                  <span className="quiet small">
                    {id} <IsolatedText text={title} />
                  </span>
                  <span dir="auto">
                    <IsolatedText text={verbatim} />
                  </span>
                </button>
              </li>
            ))}
      </ul>
    </Dialog>
  );
}

function ChooseWords({ hit, onTake }: { readonly hit: SearchHit; readonly onTake: OnTake }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKeys.records, "place-words-of", hit.id],
    queryFn: ({ signal }) => fullTextOf(hit, signal),
  });
  useEffect(() => {
    if (data === undefined || area.current === null) return;
    const found = hit.snippet.pieces.find((piece) => piece.found)?.text ?? "";
    area.current.focus();
    area.current.setSelectionRange(...sentenceAround(data, found));
  }, [data, hit]);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="quiet">{t("map.waiting")}</p>;
  const take = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const words = selectionStart === selectionEnd ? data : data.slice(selectionStart, selectionEnd);
    onTake(words.slice(0, longest), [hit.item]);
  };
  return (
    <div className="form-stack">
      {hit.tier?.machine === true ? <p className="notice is-attention">{t("search.in-tier-machine")}</p> : null}
      <label className="label">
        <span>{t("place-bench.take-select", { item: hit.item })}</span>
        <textarea ref={area} className="field take-text" dir="auto" readOnly value={data} />
      </label>
      <p>
        <button type="button" className="button is-main" onClick={take}>
          {t("place-bench.take-selected")}
        </button>
      </p>
    </div>
  );
}

/** The sentence in which the words stand; all of it where they do not. */
export function sentenceAround(text: string, words: string): [start: number, end: number] {
  const at = words === "" ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  if (at === -1) return [0, text.length];
  const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
  const { index, segment } = sentences.containing(at) ?? { index: 0, segment: text };
  return [index, index + segment.trimEnd().length];
}
