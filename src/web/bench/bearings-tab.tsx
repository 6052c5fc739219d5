/** What the item bears on, with a form beside it; and the places and times that people stated of it. */
import "../events/events.css";
import { useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { BearingForm } from "../events/bearing-form.tsx";
import { BearingList } from "../events/bearing-list.tsx";
import { useItemBearings } from "../events/event-queries.ts";
import { StatementList } from "../events/statement-list.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import type { FramePlayer } from "./frame-player.ts";
import { rangeOf } from "./observation-target.ts";

export function BearingsTab({ detail, player }: { detail: ItemDetail; player: FramePlayer | null }) {
  const { row } = detail;
  const { data, error, refetch } = useItemBearings(row.id);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <div className="tab-stack">
      <section className="record-part" aria-label={t("bearings.of-item")}>
        <h3>{t("bearings.of-item")}</h3>
        {data?.bearings.length === 0 ? <p className="quiet">{t("bearings.of-item-none")}</p> : null}
        <BearingList bearings={data?.bearings ?? []} seenFrom="item" />
        {player === null ? <BearingForm item={row.id} /> : <FormWithMarks detail={detail} player={player} />}
      </section>
      <p className="small">
        <Link to={`/map?chosen=${row.id}`}>{t("events.on-map")}</Link>
      </p>
      {data === undefined ? null : <StatementList about={row.id} statements={data.statements} />}
    </div>
  );
}

/** Offers the marked frames, or the one in sight, as the part that bears. */
function FormWithMarks({ detail, player }: { detail: ItemDetail; player: FramePlayer }) {
  const { shown, markIn, markOut } = useSyncExternalStore(player.subscribe, player.state);
  const here = shown ?? 0;
  const isMarked = markIn !== null || markOut !== null;
  const [from, to] = isMarked ? [markIn ?? 0, markOut ?? player.clock.count - 1] : [here, here];
  const range = rangeOf(player.clock, detail.probe, from, to);
  const { object } = detail;
  if (range === undefined || object === undefined) return <BearingForm item={detail.row.id} />;
  const { startFrame, endFrame } = range;
  const words =
    startFrame === endFrame ? t("bearings.part-one", { from: startFrame }) : t("bearings.part", { from: startFrame, to: endFrame });
  return <BearingForm item={detail.row.id} part={{ value: { object, range }, words }} />;
}
