/** Bearings, each with its reason. Withdrawn ones stay, struck through. */
import { useState } from "react";
import type { BearingRow } from "../../api/events.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { WrittenLine } from "../bench/written-line.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

const tones: Readonly<Record<BearingRow["sort"], Tone>> = {
  shows: "agree",
  supports: "agree",
  against: "conflict",
  context: "unknown",
  none: "narrower",
};

interface BearingListProps {
  readonly bearings: readonly BearingRow[];
  /** Seen from the item, or from what it bears on: names the other end. */
  readonly seenFrom: "item" | "record";
}

export function BearingList({ bearings, seenFrom }: BearingListProps) {
  const [leaving, setLeaving] = useState<BearingRow>();
  return (
    <>
      <ul className="record-lines">
        {bearings.map((bearing) => (
          <li key={bearing.id} className={bearing.withdrawn === undefined ? "" : "is-withdrawn"}>
            <p className="record-line-head">
              <span className="chip">
                <ToneMark tone={tones[bearing.sort]} />
                {t(`bearing.${bearing.sort}`)}
              </span>
              {seenFrom === "record" ? (
                <Link to={linkToItem(bearing)} className="cut">
                  {bearing.item} <IsolatedText text={bearing.itemName} />
                </Link>
              ) : (
                <Link to={`/events/${bearing.on}`} className="cut">
                  {bearing.on} <IsolatedText text={bearing.onSays} />
                </Link>
              )}
              {bearing.withdrawn === undefined ? (
                <button
                  type="button"
                  className="button is-bare is-small"
                  aria-label={`${t("events.withdraw")} ${bearing.id}`}
                  onClick={() => setLeaving(bearing)}
                >
                  {t("events.withdraw")}
                </button>
              ) : null}
            </p>
            {bearing.part === null ? null : <p className="small mono">{partWords(bearing)}</p>}
            <p>
              <IsolatedText text={bearing.reason} />
            </p>
            {bearing.withdrawn === undefined ? null : (
              <p className="small">
                <IsolatedText text={t("events.withdrawn-because", { reason: bearing.withdrawn })} />
              </p>
            )}
            <p className="quiet small">
              {bearing.id} · <WrittenLine byName={bearing.byName} at={bearing.at} seq={bearing.seq} />
            </p>
          </li>
        ))}
      </ul>
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("bearings.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => eventsApi.withdrawBearing(leaving.id, reason)}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}

function linkToItem({ item, part }: BearingRow): string {
  return `/items/${item}${part === null ? "" : `?frame=${part.range.startFrame}`}`;
}

function partWords({ part }: BearingRow): string {
  if (part === null) return "";
  const { startFrame, endFrame } = part.range;
  return startFrame === endFrame ? t("bearings.part-one", { from: startFrame }) : t("bearings.part", { from: startFrame, to: endFrame });
}
