/** Everything the list knows of the item at the cursor, in full, without revealing it. */
import type { ReactNode } from "react";
import { formatDuration, formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { formatNumber, t } from "../words/t.ts";
import { Kind, type Row } from "./item-cells.tsx";
import { RowSigns } from "./row-signs.tsx";

export function ItemFacts({ row, left }: { row: Row; left: boolean }) {
  return (
    <>
      <div className="card-poster">
        <Shielded item={row.id} kind={row.kind} poster={row.poster} />
      </div>
      <div className="card-head">
        <h2>{t("item.number", { number: row.number })}</h2>
        <Kind row={row} />
        <Link to={`/items/${row.id}`} className="button">
          {t("item.open")}
          <kbd aria-hidden="true">↵</kbd>
        </Link>
      </div>
      <p className="card-name">
        <IsolatedText text={row.name} />
      </p>
      {left ? <p className="tone-narrower">{t("item.left")}</p> : null}
      <p className="signs">
        <RowSigns row={row} />
      </p>
      {row.nameState === "plain" ? null : (
        <p className="chip is-long tone-narrower">
          <ToneMark tone="narrower" />
          {t(row.nameState === "not-utf-8" ? "item.name-not-utf-8" : "item.name-marks")}
        </p>
      )}
      <dl className="fact-list">
        <Fact name={t(row.posted !== "unknown" && row.posted.means === "sent" ? "bench.time.sent" : "column.posted")}>
          <TimeText claim={row.posted} full />
        </Fact>
        <Fact name={t("column.source")}>{row.source === "unknown" ? <Unknown /> : <IsolatedText text={row.source} />}</Fact>
        {row.kind === "video" || row.kind === "sound" ? (
          <Fact name={t("column.length")}>{row.durationSec === "unknown" ? <Unknown /> : formatDuration(row.durationSec)}</Fact>
        ) : null}
        {row.dimensions === "unknown" ? null : <Fact name={t("item.dimensions")}>{t("item.pixels", row.dimensions)}</Fact>}
        <Fact name={t("column.size")}>{row.size === "unknown" ? <Unknown /> : formatSize(row.size)}</Fact>
        {row.failure === undefined ? null : (
          <Fact name={t("item.failure")}>
            <IsolatedText text={row.failure} />
          </Fact>
        )}
        {row.sameBytes.length === 0 ? null : (
          <Fact name={t("item.same-as")}>
            {row.sameBytes.slice(0, 20).map((id) => (
              <Link key={id} to={`/items/${id}`} className="same-link">
                {t("item.number", { number: Number(id.slice(1)) })}
              </Link>
            ))}
            {row.sameBytes.length > 20 ? <span className="quiet">+{formatNumber(row.sameBytes.length - 20)}</span> : null}
          </Fact>
        )}
        {row.lastNote === undefined ? null : (
          <Fact name={t("item.last-note")}>
            <span className="note-full">
              <IsolatedText text={row.lastNote} />
            </span>
          </Fact>
        )}
      </dl>
      {row.held ? (
        <p className={row.assessed ? "chip is-long quiet" : "chip is-long"}>
          <ToneMark tone={row.assessed ? "agree" : "unknown"} />
          {t(row.assessed ? "item.is-assessed" : "item.not-assessed")}
        </p>
      ) : null}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Unknown() {
  return <span className="quiet">{t("item.unknown")}</span>;
}
