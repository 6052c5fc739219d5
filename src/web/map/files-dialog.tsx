/**
 * Map files of the case: drawn under the records, and what they bring back. A place that was changed elsewhere becomes a candidate
 * of its record, with the file it came from; only a person on the record's own page makes it a stated one.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PlaceRequest } from "../../api/events.ts";
import type { MapFiles } from "../../api/map.ts";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { StatedOf } from "../../core/place/place-statement.ts";
import { type Returned, returnedPlaces } from "../../core/place/returned.ts";
import { useCase } from "../api-client/case-queries.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatRadius, placeWords, regionWords } from "../claims/place-words.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import type { Layers } from "./use-layers.ts";

interface FilesDialogProps {
  readonly layers: Layers;
  readonly features: readonly MapFeature[];
  readonly onClose: () => void;
}

export function FilesDialog({ layers, features, onClose }: FilesDialogProps) {
  const files = useQuery({ queryKey: [...queryKeys.records, "map-files"], queryFn: ({ signal }) => mapApi.files(signal) });
  return (
    <Dialog title={t("map-files.title")} onClose={onClose} wide>
      {files.error === null ? null : <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />}
      {files.data?.files.length === 0 ? <p>{t("map-files.none")}</p> : null}
      {files.data?.files.map((file) => (
        <FilePart key={file.item} file={file} layers={layers} features={features} />
      ))}
    </Dialog>
  );
}

interface FilePartProps {
  readonly file: MapFiles["files"][number];
  readonly layers: Layers;
  readonly features: readonly MapFeature[];
}

function FilePart({ file, layers, features }: FilePartProps) {
  const { item, name } = file;
  const detail = useQuery({ queryKey: [...queryKeys.records, "map-file", item], queryFn: ({ signal }) => mapApi.file(item, signal) });
  const caseId = useCase().data?.caseId ?? "";
  if (detail.error !== null) return <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />;
  const found = detail.data;
  if (found === undefined) return <p className="quiet">{t("map.waiting")}</p>;
  const back = returnedPlaces(found.features, features, caseId);
  return (
    <section className="map-file" aria-label={`${item} ${name}`}>
      <div className="record-part-head">
        <h3>
          <Link to={`/items/${item}`}>
            {item} <IsolatedText text={name} />
          </Link>
        </h3>
        <span className="quiet small">{t("map-files.places", { count: found.features.length })}</span>
        <label className="check">
          <input type="checkbox" checked={layers.drawn.has(item)} onChange={() => layers.toggle(item)} /> {t("map-files.draw")}
        </label>
      </div>
      {found.faults === 0 ? null : <p className="small tone-conflict">{t("map-files.faults", { count: found.faults })}</p>}
      {found.traps.map(({ code, message }) => (
        <p key={code} className="small quiet">
          {message}
        </p>
      ))}
      <Back back={back} item={item} name={name} features={features} />
    </section>
  );
}

interface BackProps {
  readonly back: readonly Returned[];
  readonly item: MapFiles["files"][number]["item"];
  readonly name: string;
  readonly features: readonly MapFeature[];
}

/** A candidate that was taken from this place of this file before. */
function takenBefore(features: readonly MapFeature[], item: string, { feature }: Returned): MapFeature | undefined {
  return features.find(({ claim, id }) => id.startsWith("p") && claim.basis === basisOf(item, feature.where));
}

function basisOf(item: string, where: string): string {
  return `${item} ${where}`;
}

function Back({ back, item, name, features }: BackProps) {
  const changed = back.filter((one) => one.state === "changed" || one.state === "gone");
  const fresh = back.filter((one) => one.state === "new");
  const taking = useWriting(
    (places: readonly PlaceRequest[]) => eventsApi.statePlaces(places),
    ({ ids }) => t("map-files.taken", { count: ids.length }),
  );
  const requestOf = (one: Returned, about: StatedOf, reason: string): PlaceRequest => ({
    about,
    standing: "candidate",
    from: { item, where: one.feature.where },
    reason,
    claim: {
      means: one.state === "changed" ? one.was.claim.means : "stated",
      verbatim: one.feature.name,
      region: one.region,
      precision: one.feature.precision,
      basis: basisOf(item, one.feature.where),
    },
  });
  const open = changed.flatMap((one) => (one.state === "changed" && takenBefore(features, item, one) === undefined ? [one] : []));
  const take = (ones: readonly Extract<Returned, { state: "changed" }>[]): void =>
    taking.mutate(ones.map((one) => requestOf(one, StatedOf.parse(one.was.record), t("map-files.reason", { name }))));
  return (
    <>
      <h4>{t("map-files.returned")}</h4>
      {changed.length === 0 ? (
        <p className="quiet small">{t("map-files.returned-none")}</p>
      ) : (
        <p className="quiet small">{t("map-files.returned-how")}</p>
      )}
      {taking.error === null ? null : <ErrorNotice error={taking.error} />}
      <ul className="record-lines">
        {changed.map((one) => {
          const before = takenBefore(features, item, one);
          return (
            <li key={one.feature.where}>
              <p className="record-line-head">
                <strong>{one.feature.ours?.id}</strong>
                <span className="cut">
                  <IsolatedText text={one.feature.name} />
                </span>
                {one.state === "changed" && before === undefined ? (
                  <button
                    type="button"
                    className="button is-small"
                    aria-label={`${t("map-files.take")}: ${one.feature.ours?.id}`}
                    disabled={taking.isPending}
                    onClick={() => take([one])}
                  >
                    {t("map-files.take")}
                  </button>
                ) : null}
              </p>
              {one.state === "changed" ? <p className="small">{t("map-files.was", { place: placeWords(one.was.claim) })}</p> : null}
              <p className="small">{t("map-files.now", { place: regionWords(one.region) })}</p>
              <p className="small quiet">{one.feature.precision}</p>
              {one.state === "changed" ? (
                <p className="small quiet">{t("map-files.away", { length: formatRadius(one.awayM) })}</p>
              ) : (
                <p className="small tone-narrower">{t("map-files.gone")}</p>
              )}
              {before === undefined ? null : <Taken place={before} />}
            </li>
          );
        })}
      </ul>
      {open.length > 1 ? (
        <p>
          <button type="button" className="button" disabled={taking.isPending} onClick={() => take(open)}>
            {t("map-files.take-all")}
          </button>
        </p>
      ) : null}
      {fresh.length === 0 ? null : (
        <details>
          <summary>{`${t("map-files.new")} (${fresh.length})`}</summary>
          <p className="quiet small">{t("map-files.new-how")}</p>
          <ul className="record-lines">
            {fresh.slice(0, 200).map((one) => {
              const before = takenBefore(features, item, one);
              return (
                <li key={one.feature.where}>
                  <p className="record-line-head">
                    <span className="mono quiet">{one.feature.where}</span>
                    <span className="cut">
                      <IsolatedText text={one.feature.name} />
                    </span>
                  </p>
                  <p className="small">{regionWords(one.region)}</p>
                  <p className="small quiet">{one.feature.precision}</p>
                  {before === undefined ? (
                    <NewPlace
                      pending={taking.isPending}
                      where={one.feature.where}
                      onTake={(about) => taking.mutate([requestOf(one, about, t("map-files.new-reason", { name }))])}
                    />
                  ) : (
                    <Taken place={before} />
                  )}
                </li>
              );
            })}
          </ul>
          {fresh.length > 200 ? <p className="small quiet">{t("map-files.more", { count: fresh.length - 200 })}</p> : null}
        </details>
      )}
    </>
  );
}

function Taken({ place }: { place: MapFeature }) {
  const standing = place.standing === "seen" ? t("map.standing.seen") : t(`statements.standing.${place.standing}`);
  return <p className="small">{t("map-files.already", { id: place.id, standing })}</p>;
}

function NewPlace({ where, pending, onTake }: { where: string; pending: boolean; onTake: (about: StatedOf) => void }) {
  const [typed, setTyped] = useState("");
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const about = StatedOf.safeParse(typed);
  return (
    <p className="record-line-head">
      <label className="chip">
        <span>{t("map-files.new-of")}</span>
        <input
          className="field"
          list={`records-${where}`}
          value={typed}
          placeholder="e1, i12"
          onChange={(event) => setTyped(event.target.value.trim())}
        />
      </label>
      <datalist id={`records-${where}`}>
        {events.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <button
        type="button"
        className="button is-small"
        disabled={!about.success || pending}
        onClick={() => about.success && onTake(about.data)}
      >
        {t("map-files.take")}
      </button>
    </p>
  );
}
