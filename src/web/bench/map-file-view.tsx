/** What a map file says: its places with their areas and times, as words alone. They are candidates until a person states them. */
import "./members.css";
import { useQuery } from "@tanstack/react-query";
import type { ItemDetail } from "../../api/items.ts";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { regionWords } from "../claims/place-words.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

/** As many as a person reads through; the map draws them all. */
const most = 500;

export function MapFileView({ detail: { row } }: { detail: ItemDetail }) {
  const file = useQuery({ queryKey: [...queryKeys.records, "map-file", row.id], queryFn: ({ signal }) => mapApi.file(row.id, signal) });
  if (file.error !== null) return <ErrorNotice error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined) return <p className="quiet">{t("map.waiting")}</p>;
  const { features, links, faults } = file.data;
  return (
    <div className="reading">
      <h2>{t("map-file-view.title", { count: features.length })}</h2>
      <p className="quiet">{t("map-file-view.how")}</p>
      <p>
        <Link to="/map?files=open">{t("map-file-view.to-map")}</Link>
      </p>
      {faults === 0 ? null : <p className="tone-conflict">{t("map-files.faults", { count: faults })}</p>}
      {links.length === 0 ? null : <p className="quiet">{t("map-file-view.links", { count: links.length })}</p>}
      <ol className="plain-list members">
        {features.slice(0, most).map(({ where, name, region, precision, time }) => (
          <li key={where}>
            <p>
              <span className="mono quiet">{where}</span>{" "}
              <strong className="member-name" dir="auto">
                {name === "" ? t("map-file-view.no-name") : <IsolatedText text={name} />}
              </strong>
            </p>
            <p>
              {region === "unknown" ? t("events.unknown") : regionWords(region)}
              <span className="quiet">
                {" "}
                (<IsolatedText text={precision} />)
              </span>
            </p>
            <p>
              <TimeText claim={time ?? "unknown"} full />
            </p>
          </li>
        ))}
      </ol>
      {features.length > most ? <p className="quiet">{t("map-file-view.more", { count: features.length - most })}</p> : null}
    </div>
  );
}
