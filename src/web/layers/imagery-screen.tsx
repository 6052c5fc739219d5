/** `/imagery/i12`: says of a picture that it shows the ground from above, whose and of when, and lays it on the map by pairs of points. */
import "../events/events.css";
import "./imagery-screen.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImageryRow } from "../../api/imagery.ts";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { imageryApi } from "../api-client/imagery-api.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { draftOfTime, readTime, TimeFields } from "../claims/time-fields.tsx";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { useWriting } from "../events/event-queries.ts";
import { BenchMap } from "../map/bench-map.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { FramePicture } from "../place/frame-picture.tsx";
import { Link } from "../router/link.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import type { DrawnLayer } from "./drawn-layer.ts";
import { PairList } from "./pair-list.tsx";
import { frameMarks, mapMarks } from "./pair-marks.tsx";
import { usePairs } from "./use-pairs.ts";

export function ImageryScreen({ itemId }: { readonly itemId: ItemId }) {
  const item = useQuery({ queryKey: queryKeys.item(itemId), queryFn: ({ signal }) => api.item(itemId, signal) });
  const imagery = useQuery({ queryKey: [...queryKeys.records, "imagery"], queryFn: ({ signal }) => imageryApi.list(signal) });
  const error = item.error ?? imagery.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void Promise.all([item.refetch(), imagery.refetch()])} />;
  if (item.data === undefined || imagery.data === undefined) return <p className="page-message">{t("bench.waiting")}</p>;
  if (item.data.row.kind !== "picture") return <p className="page-message">{t("imagery.no-picture")}</p>;
  const known = imagery.data.imagery.find((row) => row.item === itemId);
  // A line that changed it begins the form anew, with what stands now.
  return <ImageryForm key={known?.seq ?? 0} detail={item.data} known={known} />;
}

function ImageryForm({ detail, known }: { readonly detail: ItemDetail; readonly known: ImageryRow | undefined }) {
  const shield = useShield();
  const { row } = detail;
  const given = (words: string | undefined): string => (words === undefined || words === "withheld" ? "" : words);
  const [provider, setProvider] = useState(given(known?.provider));
  const [licence, setLicence] = useState(given(known?.licence));
  const [time, setTime] = useState(() => ({ ...draftOfTime(known?.taken ?? "unknown") }));
  const [reason, setReason] = useState("");
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const pairs = usePairs(known?.placement === "withheld" ? null : (known?.placement ?? null));
  const taken = readTime(time, "recorded", t("imagery.time-basis"));
  const saving = useWriting(
    () =>
      imageryApi.describe(row.id, {
        ...{ provider: provider.trim(), licence: licence.trim(), reason: reason.trim() },
        taken: taken.state === "read" ? taken.claim : "unknown",
        placement: pairs.placement,
      }),
    () => t("imagery.saved"),
  );
  const isReady = taken.state !== "refused" && (known === undefined || reason.trim() !== "") && !saving.isPending;
  const isGraphic = row.graphicLevel === "strong" || row.graphicLevel === "severe";
  const isClear = shield.isRevealed(row.id) && !isGraphic;
  const preview: readonly DrawnLayer[] =
    pairs.placement === null || shield.blanked
      ? []
      : [
          {
            ...{ key: "preview", opacity: 0.65, draws: "picture", corners: pairs.placement.corners, grey: !isClear || shield.grey },
            url: isClear ? mediaUrls.clearPicture(row.id) : mediaUrls.poster(row.id),
            credit: {
              ...{ name: row.name, provider, licence, isImagery: true, bounds: { south: 0, north: 0, west: 0, east: 0 } },
              taken: taken.state === "read" ? { ...taken.claim } : "unknown",
            },
          },
        ];
  return (
    <div className="imagery-screen">
      <div className="imagery-head">
        <h1>{t("imagery.title", { item: row.id })}</h1>
        <IsolatedText text={row.name} />
        <Link to={`/items/${row.id}`}>{t("imagery.to-item")}</Link>
      </div>
      <section className="imagery-picture" aria-label={t("imagery.picture")}>
        <FramePicture item={row.id} frame={undefined} onFrame={pairs.setFrame} onPoint={pairs.onPicture} onMoveMark={pairs.moveOnPicture}>
          {(unit) => frameMarks(pairs.pairs, unit)}
        </FramePicture>
      </section>
      <section className="imagery-map" aria-label={t("imagery.map")}>
        <BenchMap
          label={t("imagery.map")}
          shapes={mapMarks(pairs)}
          start={undefined}
          onPoint={pairs.onMap}
          onMovePoint={(key, at) => pairs.moveOnMap(key, at)}
          onRemovePoint={pairs.remove}
          preview={preview}
        />
      </section>
      <form
        className="imagery-form form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) saving.mutate(undefined);
        }}
      >
        <p className="quiet small">{t("imagery.how")}</p>
        <label className="label">
          <span>{t("layers.provider")}</span>
          <input className="field" value={provider} maxLength={300} onChange={(event) => setProvider(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("layers.licence")}</span>
          <input className="field" value={licence} maxLength={300} onChange={(event) => setLicence(event.target.value)} />
        </label>
        <TimeFields legend={t("imagery.taken")} draft={time} onDraft={setTime} mayBeUnknown />
        <PairList pairs={pairs} />
        {known === undefined ? null : (
          <label className="label">
            <span>{t("events.reason")}</span>
            <textarea className="field" value={reason} maxLength={4000} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {saving.error === null ? null : <ErrorNotice error={saving.error} />}
        <button type="submit" className="button is-main" disabled={!isReady}>
          {known === undefined ? t("imagery.save") : t("imagery.change")}
        </button>
        {known === undefined ? null : (
          <button type="button" className="button is-bare" onClick={() => setIsWithdrawing(true)}>
            {t("imagery.withdraw")}
          </button>
        )}
      </form>
      {isWithdrawing ? (
        <ReasonDialog
          title={t("imagery.withdraw")}
          action={t("imagery.withdraw-now")}
          write={(why) => imageryApi.withdraw(row.id, why)}
          said={t("imagery.withdrawn")}
          onClose={() => setIsWithdrawing(false)}
        />
      ) : null}
    </div>
  );
}
