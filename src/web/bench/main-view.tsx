/** What stands in the middle for each kind of item; for what cannot be shown, why, in words. */
import type { ItemDetail } from "../../api/items.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { KindIcon } from "../parts/kind-icon.tsx";
import { t } from "../words/t.ts";
import { ArticleView } from "./article-view.tsx";
import type { FramePlayer } from "./frame-player.ts";
import { MapFileView } from "./map-file-view.tsx";
import { MediaBench } from "./media-bench.tsx";
import { MembersView } from "./members-view.tsx";
import { PictureBench } from "./picture-bench.tsx";
import { PostsView } from "./posts-view.tsx";
import { SheetView } from "./sheet-view.tsx";
import type { ItemClock } from "./use-clock.ts";
import type { Drawing } from "./use-drawing.ts";

interface MainViewProps {
  readonly detail: ItemDetail;
  readonly clock: ItemClock;
  readonly player: FramePlayer | null;
  readonly startFrame: number | undefined;
  readonly draw: Drawing;
  readonly onMarker: () => void;
  readonly markerError: Error | null;
  readonly onPin: (id: string) => void;
}

export function MainView({ detail, clock, player, startFrame, draw, onMarker, markerError, onPin }: MainViewProps) {
  const { row } = detail;
  if (row.kind === "video" || row.kind === "sound") {
    if (clock.fault !== null) return <Nothing detail={detail} words={t("bench.no-clock", { reason: clock.fault })} />;
    if (clock.waiting) return <Nothing detail={detail} words={t("bench.clock-waiting")} />;
    if (player === null || player.clock.count === 0) return <Nothing detail={detail} words={whyNoClock(detail)} />;
    return (
      <>
        {markerError === null ? null : <ErrorNotice error={markerError} />}
        <MediaBench
          detail={detail}
          player={player}
          times={clock.times}
          startFrame={startFrame}
          draw={draw}
          onMarker={onMarker}
          onPin={onPin}
        />
      </>
    );
  }
  if (row.kind === "picture" && row.held) return <PictureBench detail={detail} draw={draw} />;
  if (row.kind === "article" && detail.article !== undefined)
    return (
      <Reading>
        <ArticleView detail={detail} article={detail.article} />
      </Reading>
    );
  if (row.kind === "sheet" && detail.sheet !== undefined) return <SheetView detail={detail} sheet={detail.sheet} />;
  if (row.kind === "document" && detail.container !== undefined)
    return (
      <Reading>
        <MembersView detail={detail} container={detail.container} />
      </Reading>
    );
  if (detail.analyses.some(({ analyser, state }) => analyser === "map-file" && state === "done"))
    return (
      <Reading>
        <MapFileView detail={detail} />
      </Reading>
    );
  if (row.kind === "posts" && row.analysis !== "failed" && row.analysis !== "waiting")
    return (
      <Reading>
        <PostsView detail={detail} ofExport />
      </Reading>
    );
  return <Nothing detail={detail} words={whyNothing(detail)} />;
}

function Reading({ children }: { children: React.ReactNode }) {
  return (
    <div className="bench-reading" tabIndex={0} role="group" aria-label={t("bench.reading")}>
      {children}
    </div>
  );
}

function Nothing({ detail, words }: { detail: ItemDetail; words: string }) {
  return (
    <div className="bench-nothing">
      <KindIcon kind={detail.row.kind} />
      <h2>{t(detail.row.failure === undefined ? "bench.nothing" : "bench.nothing.failed-head")}</h2>
      <p>
        <IsolatedText text={words} />
      </p>
    </div>
  );
}

function whyNoClock({ row, probe }: ItemDetail): string {
  if (row.failure !== undefined) return t("bench.nothing.failed", { reason: row.failure });
  if (probe === undefined) return t("bench.no-clock-yet");
  return t("bench.no-clock", { reason: t(row.kind === "sound" ? "bench.no-clock-sound" : "bench.no-clock-frames") });
}

function whyNothing({ row }: ItemDetail): string {
  if (!row.held) return t("bench.nothing.not-held");
  if (row.failure !== undefined) return t("bench.nothing.failed", { reason: row.failure });
  if (row.analysis === "waiting" || row.analysis === "running") return t("bench.nothing.waiting");
  return t(row.kind === "document" ? "bench.nothing.document" : "bench.nothing.unreadable");
}
