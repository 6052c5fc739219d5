/** The redaction layer of one item: boxes with keys on exact frames, spans of sound, and who looked at it whole. */
import "../bench/bench.css";
import "../bench/stage.css";
import "../bench/player.css";
import "../bench/panel.css";
import "./redact.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { RedactionAnswer } from "../../api/redactions.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useRedaction } from "../api-client/redaction-api.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import type { FrameTimes } from "../bench/frame-times.ts";
import { useItemClock, usePlayer } from "../bench/use-clock.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { useShield, useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { DrawBar } from "./draw-bar.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { keptName } from "./kept-layer.ts";
import { MarkForm } from "./mark-form.tsx";
import { MarkList } from "./mark-list.tsx";
import { OverridesPart } from "./overrides-part.tsx";
import { redactKeys } from "./redact-keys.ts";
import { PictureStage, RecordingStage } from "./redact-stage.tsx";
import { RegionsPart } from "./regions-part.tsx";
import { grownBox, movedBox } from "./share-box.ts";
import { ShotsPart } from "./shots-part.tsx";
import { useLayer } from "./use-layer.ts";
import { WarningsPart } from "./warnings-part.tsx";
import { useWordsParts } from "./words-parts.tsx";

export function RedactScreen({ itemId }: { readonly itemId: ItemId }) {
  useShieldSubject(itemId);
  const item = useQuery({ queryKey: queryKeys.item(itemId), queryFn: ({ signal }) => api.item(itemId, signal) });
  const redaction = useRedaction(itemId);
  const held = useCase().data;
  const error = item.error ?? redaction.error;
  if (error !== null)
    return (
      <div className="page-message" data-record={itemId}>
        <h1>{t("redact.title-of", { number: itemId.slice(1) })}</h1>
        <ErrorNotice error={error} onRetry={() => void Promise.all([item.refetch(), redaction.refetch()])} />
      </div>
    );
  if (item.data === undefined || redaction.data === undefined || held === undefined)
    return <p className="page-message">{t("bench.waiting")}</p>;
  const { kind } = redaction.data;
  if (kind === "other" || redaction.data.object === null) return <WordsAlone detail={item.data} />;
  // A name of their own each: what is drawn over one item never lies over another.
  const kept = keptName(held.caseId, redaction.data.me, itemId);
  if (kind === "picture") return <Editor key={kept} {...{ kept }} detail={item.data} answer={redaction.data} player={null} times={null} />;
  return <WithPlayer key={kept} {...{ kept }} detail={item.data} answer={redaction.data} />;
}

/** An item that has no picture and no sound: a page, posts, a document. */
function WordsAlone({ detail: { row }, why }: { readonly detail: ItemDetail; readonly why?: string }) {
  const narrow = useNarrow(narrowPx);
  const words = useWordsParts(row.id);
  if (words === null)
    return (
      <div className="page-message" data-record={row.id}>
        <h1>{t("redact.title-of", { number: String(row.number) })}</h1>
        <p>{why ?? t("redact.nothing")}</p>
      </div>
    );
  return (
    <div className={narrow ? "redact is-narrow" : "redact"} data-record={row.id}>
      <RedactHead row={row} />
      <section className="redact-main is-words" aria-label={t("words.title")}>
        {why === undefined ? null : <p className="notice is-attention">{why}</p>}
        {words.texts}
      </section>
      <aside className="redact-side" aria-label={t("words.side")}>
        {words.side}
      </aside>
    </div>
  );
}

function RedactHead({ row }: { readonly row: ItemDetail["row"] }) {
  return (
    <header className="redact-head">
      <h1>{t("redact.title-of", { number: String(row.number) })}</h1>
      <span className="bench-name">
        <IsolatedText text={row.name} />
      </span>
      <Link to={`/items/${row.id}`} className="small">
        {t("redact.to-bench")}
      </Link>
    </header>
  );
}

function WithPlayer({ detail, answer, kept }: { detail: ItemDetail; answer: RedactionAnswer; kept: string }) {
  const clock = useItemClock(detail);
  const player = usePlayer(clock.clock, undefined);
  if (clock.fault !== null) return <WordsAlone detail={detail} why={t("bench.no-clock", { reason: clock.fault })} />;
  if (player === null || player.clock.count === 0) return <p className="page-message">{t("bench.clock-waiting")}</p>;
  return <Editor {...{ detail, answer, kept, player }} times={clock.times} />;
}

interface EditorProps {
  readonly detail: ItemDetail;
  readonly answer: RedactionAnswer;
  /** Name of what this browser keeps of it. */
  readonly kept: string;
  readonly player: FramePlayer | null;
  readonly times: FrameTimes | null;
}

/** Under this width marks on a picture are shown and not changed: a box is no work for a thumb. Words are. */
const narrowPx = 900;
const nudge = 0.005;

function Editor({ detail, answer, kept, player, times }: EditorProps) {
  const { row } = detail;
  const narrow = useNarrow(narrowPx);
  const layer = useLayer(answer, player, kept);
  const asked = useWordsParts(row.id);
  const words = asked?.waiting === true ? null : asked;
  const shield = useShield();
  const [drawing, setDrawing] = useState(false);
  const [filled, setFilled] = useState(false);
  const box = layer.boxes.find(({ key }) => key === layer.chosen?.key);
  const shape = (by: (x: number, y: number) => [number, number, typeof movedBox]) => () => {
    if (box === undefined) return;
    const [x, y, change] = by(nudge, nudge);
    layer.setBox(box.key, change(box.box, x, y));
  };
  useKeys(
    redactKeys,
    {
      hold: {
        press: ({ repeat }) => {
          if (!repeat) shield.hold(row.id);
        },
        release: () => shield.release(),
      },
      draw: () => setDrawing((now) => !now && answer.kind !== "sound"),
      key: layer.keyHere,
      unkey: layer.unkeyHere,
      keyBefore: () => layer.goToKey(-1),
      keyAfter: () => layer.goToKey(1),
      sound: () => layer.addSound("mute"),
      preview: () => setFilled((now) => !now),
      left: shape((x) => [-x, 0, movedBox]),
      right: shape((x) => [x, 0, movedBox]),
      up: shape((_, y) => [0, -y, movedBox]),
      down: shape((_, y) => [0, y, movedBox]),
      wider: shape((x) => [x, 0, grownBox]),
      narrower: shape((x) => [-x, 0, grownBox]),
      taller: shape((_, y) => [0, y, grownBox]),
      lower: shape((_, y) => [0, -y, grownBox]),
      undo: () => layer.step({ do: "undo" }),
      redo: () => layer.step({ do: "redo" }),
    },
    { enabled: !narrow },
  );
  const stage = { detail, answer, layer, drawing: drawing && !narrow, filled, narrow, onDrawn: () => setDrawing(false) };
  return (
    <div className={narrow ? "redact is-narrow" : "redact"} data-record={row.id}>
      <RedactHead row={row} />
      <section className={words === null ? "redact-main" : "redact-main has-words"} aria-label={t("redact.stage")}>
        <DrawBar
          layer={layer}
          answer={answer}
          narrow={narrow}
          drawing={drawing}
          onDraw={() => setDrawing((now) => !now)}
          filled={filled}
          onFilled={setFilled}
        />
        {player === null ? <PictureStage {...stage} /> : <RecordingStage {...stage} player={player} times={times} />}
        {words?.texts}
      </section>
      <aside className="redact-side" aria-label={t("redact.side")}>
        <KeptNotice keeping={layer.keeping} />
        <WarningsPart answer={answer} layer={layer} />
        <MarkList answer={answer} layer={layer} />
        {narrow ? <p className="quiet small">{t("redact.narrow")}</p> : <MarkForm answer={answer} layer={layer} />}
        <RegionsPart answer={answer} layer={layer} narrow={narrow} />
        <ShotsPart answer={answer} layer={layer} />
        <OverridesPart answer={answer} />
        {words?.side}
      </aside>
    </div>
  );
}
