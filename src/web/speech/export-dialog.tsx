/** Hands a tier out in a format of others, after saying what that format cannot hold of it, and confirmed where something stands against it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TierRow } from "../../api/tiers.ts";
import { TierFormat } from "../../api/tiers.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { saveBlob } from "../inquiry/save-blob.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { useSyncConditions } from "../sync/sync-queries.ts";
import { t } from "../words/t.ts";

export function ExportDialog({ tier, onClose }: { tier: TierRow; onClose: () => void }) {
  const [format, setFormat] = useState<TierFormat>("webvtt");
  const [confirmed, setConfirmed] = useState(false);
  const [mediaName, setMediaName] = useState(false);
  const conditions = useSyncConditions([tier.item]);
  const refused = conditions.data?.refused ?? [];
  const isWithdrawn = tier.withdrawn !== undefined;
  const asks = refused.length > 0 || isWithdrawn;
  const made = useQuery({
    queryKey: [...queryKeys.records, "tier-export", tier.id, tier.version, format, mediaName, asks],
    queryFn: ({ signal }) =>
      tierApi.export(
        tier.id,
        { format, version: tier.version, confirmed: asks ? "true" : "false", mediaName: mediaName && format === "eaf" ? "true" : "false" },
        signal,
      ),
    enabled: conditions.data !== undefined && (!asks || confirmed),
  });
  // What was made before the confirmation was taken back is not handed out.
  const data = asks && !confirmed ? undefined : made.data;
  return (
    <Dialog title={t("speech.export-title", { tier: tier.id })} onClose={onClose}>
      <label className="label">
        <span>{t("speech.format")}</span>
        <select className="field" data-autofocus value={format} onChange={(event) => setFormat(TierFormat.parse(event.target.value))}>
          {TierFormat.options.map((name) => (
            <option key={name} value={name}>
              {t(`speech.format.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {tier.standings.machine === 0 ? null : (
        <p className="notice is-attention">{t("speech.export-machine", { count: tier.standings.machine })}</p>
      )}
      {format !== "eaf" ? null : (
        <label className="check">
          <input type="checkbox" checked={mediaName} onChange={(event) => setMediaName(event.target.checked)} />{" "}
          {t("speech.export-media-name", { item: tier.item })}
        </label>
      )}
      {conditions.error === null ? null : <ErrorNotice error={conditions.error} onRetry={() => void conditions.refetch()} />}
      {!asks ? null : (
        <>
          {isWithdrawn ? <p className="tone-conflict">{t("speech.export-withdrawn")}</p> : null}
          {refused.length === 0 ? null : <p className="tone-conflict">{t("place-export.refused", { count: refused.length })}</p>}
          <ul className="record-lines">
            {refused.map(({ item, why }) => (
              <li key={item}>
                <Link to={`/items/${item}?tab=conditions`}>{item}</Link> {why}
              </li>
            ))}
          </ul>
          <label className="check">
            <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{" "}
            {t("place-export.confirm")}
          </label>
        </>
      )}
      {made.error === null ? null : <ErrorNotice error={made.error} />}
      {data === undefined ? null : (
        <section role="status" aria-label={t("speech.export-notes")}>
          <h3>{t("speech.export-notes")}</h3>
          {data.notes.length === 0 ? <p className="quiet">{t("speech.export-nothing-lost")}</p> : null}
          <ul className="small import-notes">
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <button
          type="button"
          className="button is-main"
          disabled={data === undefined}
          onClick={() => data !== undefined && saveBlob(new Blob([data.text], { type: data.mediaType }), data.fileName)}
        >
          {t("speech.export-save")}
        </button>
      </p>
    </Dialog>
  );
}
