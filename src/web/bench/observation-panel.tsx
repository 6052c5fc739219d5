/** Observations and markers: what is seen or heard at a time code, without inference. Withdrawn ones stay, struck through. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ItemDetail, Observation } from "../../api/items.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { lintText } from "../../reason/lint/lint-text.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { LintList } from "../parts/lint-list.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { Prose } from "./prose.tsx";
import { WrittenLine } from "./written-line.tsx";
import { BoxFields } from "./box-fields.tsx";
import { formatClock, readingOf } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { type ObservedRange, rangeOf } from "./observation-target.ts";

interface ObservationPanelProps {
  readonly detail: ItemDetail;
  readonly player: FramePlayer | null;
  readonly draft: FrameBox | null;
  readonly onDraft: (box: FrameBox | null) => void;
  readonly drawing: boolean;
  readonly onDrawing: () => void;
  /** Grows by one each time the words field should take the focus. */
  readonly focusAt: number;
  readonly chosen: string | null;
}

export function ObservationPanel(props: ObservationPanelProps) {
  const { detail, player, chosen } = props;
  return (
    <div className="observations">
      {player ? (
        <FormWithClock {...props} player={player} />
      ) : (
        <ObservationForm {...props} range={undefined} rangeWords={t("bench.observe.whole")} />
      )}
      {detail.observations.length === 0 ? <p className="quiet">{t("bench.observe.none")}</p> : null}
      <ol className="observation-list">
        {detail.observations.map((observation) => (
          <ObservationEntry
            key={observation.id}
            observation={observation}
            player={player}
            item={detail}
            chosen={chosen === observation.id}
          />
        ))}
      </ol>
    </div>
  );
}

function FormWithClock(props: ObservationPanelProps & { player: FramePlayer }) {
  const { player, detail } = props;
  const { shown, markIn, markOut } = useSyncExternalStore(player.subscribe, player.state);
  const [useMarks, setUseMarks] = useState(true);
  const here = shown ?? 0;
  const marked = markIn !== null || markOut !== null;
  const [from, to] = marked && useMarks ? [markIn ?? 0, markOut ?? player.clock.count - 1] : [here, here];
  const words =
    detail.row.kind === "sound"
      ? soundWords(player, from, to)
      : from === to
        ? t("bench.observe.at", { frame: from })
        : t("bench.observe.range", { from, to });
  return (
    <ObservationForm {...props} range={rangeOf(player.clock, detail.probe, from, to)} rangeWords={words}>
      {marked ? (
        <label className="check">
          <input type="checkbox" checked={useMarks} onChange={(event) => setUseMarks(event.target.checked)} />{" "}
          {t("bench.observe.use-marks")}
        </label>
      ) : null}
    </ObservationForm>
  );
}

/** A sound has no frames: its steps are told as times of the clock. */
function soundWords({ clock }: FramePlayer, from: number, to: number): string {
  const at = (step: number): string => formatClock(clock.table.edited[step] ?? 0);
  return from === to ? t("bench.observe.at-time", { time: at(from) }) : t("bench.observe.range-time", { from: at(from), to: at(to) });
}

interface ObservationFormProps extends ObservationPanelProps {
  readonly range: ObservedRange | undefined;
  readonly rangeWords: string;
  readonly children?: React.ReactNode;
}

function ObservationForm({ detail, range, rangeWords, draft, onDraft, drawing, onDrawing, focusAt, children }: ObservationFormProps) {
  const [text, setText] = useState("");
  const [written, setWritten] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const hasPicture = detail.row.kind === "video" || detail.row.kind === "picture";
  useEffect(() => {
    if (focusAt > 0) field.current?.focus();
  }, [focusAt]);
  const write = useMutation({
    mutationFn: () => api.observe(detail.row.id, { sort: "observation", range, ...(draft ? { box: draft } : {}), text: text.trim() }),
    onSuccess: ({ id }) => {
      setText("");
      onDraft(null);
      setWritten((count) => count + 1);
      // Written: the keys are the player's again.
      field.current?.blur();
      announce(t("bench.observe.written", { id }));
      void client.invalidateQueries({ queryKey: queryKeys.item(detail.row.id) });
    },
  });
  return (
    <form
      className="observe-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") write.mutate();
      }}
    >
      <label className="label">
        <span>
          {t("bench.observe.label")} <span className="quiet">{rangeWords}</span>
        </span>
        <textarea
          dir="auto"
          ref={field}
          className="field"
          value={text}
          maxLength={5000}
          placeholder={t("bench.observe.placeholder")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </label>
      <LintList
        marks={lintText(text, "observation")}
        onShow={({ span }) => {
          field.current?.focus();
          field.current?.setSelectionRange(span.start, span.end);
        }}
      />
      {children}
      {/* Begun anew once written: numbers left standing would pass for a box of the next observation. */}
      {hasPicture ? <BoxFields key={written} box={draft} onBox={onDraft} drawing={drawing} onDrawing={onDrawing} /> : null}
      {write.error ? <ErrorNotice error={write.error} /> : null}
      <button type="submit" className="button is-main" disabled={text.trim() === "" || write.isPending}>
        {t("bench.observe.write")}
      </button>
    </form>
  );
}

function ObservationEntry({
  observation,
  player,
  item,
  chosen,
}: {
  observation: Observation;
  player: FramePlayer | null;
  item: ItemDetail;
  chosen: boolean;
}) {
  const [withdrawing, setWithdrawing] = useState(false);
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) entry.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { range, box } = observation.target;
  const gone = observation.withdrawn !== undefined;
  return (
    <li ref={entry} className={chosen ? "observation is-chosen" : "observation"} data-withdrawn={gone}>
      <div className="observation-head">
        <b className="mono">{observation.id}</b>
        <span className="sign">{t(`bench.observe.sort.${observation.sort}`)}</span>
        {range ? (
          <button type="button" className="button is-bare mono" disabled={!player} onClick={() => player?.seek(range.startFrame)}>
            {t("bench.observe.jump", { place: placeWords(range, player, item.row.kind === "sound") })}
          </button>
        ) : (
          <span className="quiet">{t("bench.observe.whole")}</span>
        )}
        {box ? <span className="sign">{t("bench.observe.has-box")}</span> : null}
      </div>
      <p className="observation-text">
        {gone ? (
          <s>
            <Prose text={observation.text} />
          </s>
        ) : (
          <Prose text={observation.text} />
        )}
      </p>
      {gone ? (
        <p>
          <b>{t("bench.observe.withdrawn")}</b> <IsolatedText text={observation.withdrawn ?? ""} />
        </p>
      ) : null}
      <p className="quiet observation-foot">
        <WrittenLine byName={observation.byName} at={observation.at} seq={observation.seq} />
        {gone || withdrawing ? null : (
          <button type="button" className="button is-bare" onClick={() => setWithdrawing(true)}>
            {t("bench.observe.withdraw")}
          </button>
        )}
      </p>
      {withdrawing && !gone ? <WithdrawForm observation={observation} item={item} onDone={() => setWithdrawing(false)} /> : null}
    </li>
  );
}

function placeWords(range: ObservedRange, player: FramePlayer | null, sound: boolean): string {
  if (sound && player && range.endFrame < player.clock.count) {
    const at = (step: number): string => formatClock(player.clock.table.edited[step] ?? 0);
    return range.startFrame === range.endFrame ? at(range.startFrame) : `${at(range.startFrame)}–${at(range.endFrame)}`;
  }
  const frames =
    range.startFrame === range.endFrame
      ? t("bench.observe.frame", { frame: range.startFrame })
      : t("bench.observe.frames", { from: range.startFrame, to: range.endFrame });
  if (!player || range.startFrame >= player.clock.count) return frames;
  const sec = readingOf(player.clock, range.startFrame).clockSec;
  return sec === "hidden" ? frames : `${frames} · ${formatClock(sec)}`;
}

function WithdrawForm({ observation, item, onDone }: { observation: Observation; item: ItemDetail; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => api.withdraw(observation.id, { reason: reason.trim() }),
    onSuccess: () => {
      announce(t("bench.observe.withdrawn-said", { id: observation.id }));
      onDone();
      void client.invalidateQueries({ queryKey: queryKeys.item(item.row.id) });
    },
  });
  return (
    <form
      className="withdraw-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") withdraw.mutate();
      }}
    >
      <label className="label">
        <span>{t("bench.observe.reason")}</span>
        <input
          className="field"
          type="text"
          autoFocus
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {withdraw.error ? <ErrorNotice error={withdraw.error} /> : null}
      <span className="button-row">
        <button type="submit" className="button" disabled={reason.trim() === "" || withdraw.isPending}>
          {t("bench.observe.withdraw")}
        </button>
        <button type="button" className="button is-bare" onClick={onDone}>
          {t("dialog.cancel")}
        </button>
      </span>
    </form>
  );
}
