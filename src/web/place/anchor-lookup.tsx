/** A name looked up in the gazetteers of this machine: every place of it, to be switched on or off; and how far down each gazetteer reaches. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { GazetteerMatch } from "../../core/gazetteer/gazetteer-place.ts";
import { placeApi } from "../api-client/place-api.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { addPoint, type DraftPoint, type PlaceDraft, pointsOf, removePoint, samePoint } from "./place-draft.ts";
import { SignWordList } from "./sign-words.tsx";
import { sourceWords } from "./source-words.ts";

interface AnchorLookupProps {
  readonly draft: PlaceDraft;
  readonly name: string;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft) => void;
  readonly onClose: () => void;
}

export function AnchorLookup({ draft, name, onChange, onClose }: AnchorLookupProps) {
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState(name);
  const near = Object.entries(draft.anchors).flatMap(([other, points]) => (other === name ? [] : points))[0];
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["gazetteer", asked, near?.lat, near?.lon],
    queryFn: ({ signal }) =>
      placeApi.lookup({ name: asked, ...(near === undefined ? {} : { nearLat: near.lat, nearLon: near.lon }), limit: 100 }, signal),
    enabled: asked.trim() !== "",
  });
  const here = pointsOf(draft, name);
  return (
    <Dialog title={t("place-bench.look-up-of", { name })} onClose={onClose} wide>
      <form
        className="lookup-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <label className="label">
          <span>{t("place-bench.lookup-name")}</span>
          <input className="field" data-autofocus value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={typed.trim() === ""}>
          {t("place-bench.look-up")}
        </button>
      </form>
      <details>
        <summary className="small quiet">{t("sign-words.show")}</summary>
        <SignWordList
          onChoose={(word) => {
            setTyped(word);
            setAsked(word);
          }}
        />
      </details>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isFetching ? <p className="quiet">{t("place-bench.looking-up")}</p> : null}
      {data?.matches.length === 0 ? <p>{t("place-bench.lookup-none")}</p> : null}
      <ul className="record-lines">
        {data?.matches.map((match) => {
          const held = here.find(({ point }) => samePoint(point, match));
          return (
            <li key={`${match.source.gazetteer} ${match.source.id}`}>
              <p className="record-line-head">
                <strong>
                  <IsolatedText text={match.name} />
                </strong>
                <span className="mono small">{formatPosition(match)}</span>
                <button
                  type="button"
                  className="button is-small"
                  aria-pressed={held !== undefined}
                  aria-label={t("place-bench.use-place", {
                    word: t(held === undefined ? "place-bench.use" : "place-bench.used"),
                    name: match.name,
                    place: formatPosition(match),
                  })}
                  onClick={() =>
                    onChange((now) => (held === undefined ? addPoint(now, name, pointOf(match)) : removePoint(now, name, match)))
                  }
                >
                  {t(held === undefined ? "place-bench.use" : "place-bench.used")}
                </button>
              </p>
              <p className="small quiet">{matchWords(match)}</p>
            </li>
          );
        })}
      </ul>
      {data === undefined || data.leftOut === 0 ? null : (
        <p className="small tone-narrower">{t("place-bench.lookup-more", { count: data.leftOut })}</p>
      )}
      {data === undefined ? null : (
        <p className="small quiet">
          {t("place-bench.asked")} {data.asked.map((one) => `${one.gazetteer} (${one.floor}; ${one.licence})`).join("; ")}
        </p>
      )}
    </Dialog>
  );
}

function pointOf(match: GazetteerMatch): DraftPoint {
  const { lat, lon, radiusKm, source, admin } = match;
  return { lat, lon, radiusKm, source: sourceWords(source), id: source.id, admin };
}

function matchWords(match: GazetteerMatch): string {
  const { kind, country, admin, population, distanceKm, bearingDeg, matchedBy, matched, edits } = match;
  return [
    ...(distanceKm === undefined
      ? []
      : [t("place-bench.away", { length: formatRadius(distanceKm * 1000), bearing: (bearingDeg ?? 0).toFixed(1) })]),
    kind,
    [...admin, country].filter((word) => word !== "").join(", "),
    population === null ? t("place-bench.population-unknown") : t("place-bench.population", { count: population }),
    matchedBy === "name" ? "" : t("place-bench.matched-by", { how: t(`place-bench.match.${matchedBy}`), matched, edits }),
    sourceWords(match.source),
  ]
    .filter((word) => word !== "")
    .join(" · ");
}
