/** The item bench: one item at a time, its material in the middle and everything known about it at the side. */
import "./bench.css";
import "./stage.css";
import "./player.css";
import "./panel.css";
import "./reading.css";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../api-client/api-error.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { BenchHead } from "./bench-head.tsx";
import { MainView } from "./main-view.tsx";
import { SidePanel } from "./side-panel.tsx";
import { SideWidth, useSideWidth } from "./side-width.tsx";
import { useChosenTab } from "./chosen-tab.ts";
import { useItemClock, usePlayer } from "./use-clock.ts";
import { useDrawing } from "./use-drawing.ts";
import { useMarker } from "./use-marker.ts";

export function ItemBench({ itemId, startFrame }: { itemId: ItemId; startFrame: number | undefined }) {
  useShieldSubject(itemId);
  const item = useQuery({ queryKey: queryKeys.item(itemId), queryFn: ({ signal }) => api.item(itemId, signal) });
  if (item.data !== undefined) return <Bench detail={item.data} startFrame={startFrame} />;
  if (item.error === null) return <p className="page-message">{t("bench.waiting")}</p>;
  const missing = item.error instanceof ApiError && item.error.code === "ITEM_UNKNOWN";
  return (
    <div className="page-message">
      <h1>{missing ? t("bench.missing", { number: itemId.slice(1) }) : t("bench.title", { number: itemId.slice(1) })}</h1>
      {missing ? null : <ErrorNotice error={item.error} onRetry={() => void item.refetch()} />}
    </div>
  );
}

function Bench({ detail, startFrame }: { detail: ItemDetail; startFrame: number | undefined }) {
  const { row } = detail;
  const clock = useItemClock(detail);
  const player = usePlayer(clock.clock, startFrame);
  const [tab, chooseTab] = useChosenTab();
  const [focusAt, setFocusAt] = useState(0);
  const [pin, setPin] = useState<string | null>(null);
  const observe = useCallback(() => {
    chooseTab("observe");
    setFocusAt((count) => count + 1);
  }, [chooseTab]);
  const draw = useDrawing(observe, chooseTab);
  const marker = useMarker(detail, player);
  const place = useRef<HTMLDivElement>(null);
  const width = useSideWidth();

  useEffect(() => {
    const before = document.title;
    document.title = t("bench.document-title", { number: String(row.number), name: row.name });
    return () => {
      document.title = before;
    };
  }, [row.number, row.name]);

  return (
    <div className="bench" ref={place} data-kind={row.kind}>
      <BenchHead row={row} />
      <section className="bench-main" aria-label={t("bench.main")}>
        <MainView
          detail={detail}
          clock={clock}
          player={player}
          startFrame={startFrame}
          draw={draw}
          onMarker={marker.set}
          markerError={marker.error}
          onPin={(id) => {
            setPin(id);
            chooseTab("observe");
          }}
        />
      </section>
      <SideWidth width={width} within={place} />
      <aside className="bench-side" aria-label={t("bench.side")} style={{ width: width.px }}>
        <SidePanel detail={detail} player={player} tab={tab} onTab={chooseTab} draw={draw} focusAt={focusAt} pin={pin} />
      </aside>
    </div>
  );
}
