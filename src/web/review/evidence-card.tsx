/** The record that the cursor is on: what it says, its still under the shield, and the way to the frame. */
import type { Ground } from "../../core/review/ground.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { useItemDetail } from "../board/identifications-queries.ts";
import { CardLine } from "../parts/ground-picker.tsx";
import { secondsWords } from "../parts/ground-seconds.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { useShieldSubject } from "../shield/shield.tsx";
import type { ItemId } from "../../core/item/item.ts";
import { t } from "../words/t.ts";

export function EvidenceCard({ ground }: { readonly ground: Ground }) {
  const { record, line, at } = ground;
  const { data, isPending } = useRecordCards(record === null ? [] : [record]);
  const card = data?.records.find((one) => one.record === record);
  const atS = at?.fromS ?? card?.atS;
  return (
    <section className="evidence-card" aria-label={t("evidence.title")}>
      {card === undefined ? (
        <p className="quiet">
          {record === null ? t("ground.line", { line }) : isPending ? t("app.waiting") : t("evidence.gone", { record })}
        </p>
      ) : (
        <>
          <CardLine card={card} />
          {card.withdrawn === null ? null : (
            <p className="notice is-attention small">
              <IsolatedText text={t("evidence.withdrawn", { reason: card.withdrawn })} />
            </p>
          )}
          {card.line > line && card.sort !== "item" ? (
            <p className="notice is-attention small">
              {t("evidence.moved", { line, last: card.line })}{" "}
              <Link to={`/custody/${card.line}`}>{t("events.history-line", { seq: card.line })}</Link>
            </p>
          ) : null}
          {card.item === undefined ? null : <Still key={card.item} item={card.item} atS={atS} />}
          <p className="record-actions small">
            <Link to={card.item !== undefined && atS !== undefined ? frameAddress(card.item, atS) : card.address}>
              {atS === undefined ? t("evidence.open", { record: card.record }) : t("evidence.to-frame", { at: secondsWords(atS) })}
            </Link>
            {atS === undefined || card.sort === "item" ? null : (
              <Link to={card.address}>{t("evidence.open", { record: card.record })}</Link>
            )}
            <Link to={`/custody/${line}`}>{t("events.history-line", { seq: line })}</Link>
          </p>
        </>
      )}
    </section>
  );
}

const frameAddress = (item: ItemId, atS: number): string => `/items/${item}?sec=${Math.max(0, atS).toFixed(6)}`;

function Still({ item, atS }: { readonly item: ItemId; readonly atS: number | undefined }) {
  useShieldSubject(item);
  const { data } = useItemDetail(item);
  if (data === undefined) return null;
  const { row, media } = data;
  const plays = row.kind === "video" && (media.play === "original" || media.play === "proxy");
  const clear = ({ mute }: { readonly mute: boolean }) =>
    media.picture ? (
      <img src={mediaUrls.clearPicture(item)} alt={t("bench.picture", { number: String(row.number) })} />
    ) : (
      <video
        src={mediaUrls.clearMedia(item)}
        muted={mute}
        preload="metadata"
        aria-label={t("evidence.still", { item })}
        onLoadedMetadata={(event) => {
          event.currentTarget.currentTime = Math.max(0, atS ?? 0);
        }}
      />
    );
  return (
    <>
      <div className="evidence-still">
        <Shielded
          item={item}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number: String(row.number) })}
          {...(media.picture || plays ? { clear } : {})}
        />
      </div>
      {media.picture || plays ? <p className="quiet small">{t("evidence.reveal")}</p> : null}
    </>
  );
}
