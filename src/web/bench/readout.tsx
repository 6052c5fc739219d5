/** Frame number, stored time and clock of the picture on screen, always together. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { FrameClock } from "./frame-clock.ts";
import { formatClock, frameOfGoTo, parseGoTo, readingOf } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { formatNumber, t } from "../words/t.ts";

export function Readout({ player, sound }: { player: FramePlayer; sound: boolean }) {
  const state = useSyncExternalStore(player.subscribe, player.state);
  const { clock } = player;
  if (state.shown === null) return <div className="readout">{t("bench.readout.none")}</div>;
  const reading = readingOf(clock, state.shown);
  const { num, den } = clock.table.timeBase;
  return (
    <div
      className="readout"
      data-frame={reading.frame}
      data-pts={reading.pts}
      data-attached={state.attached}
      data-waiting={state.waitingFor ?? undefined}
    >
      <Part label={t(sound ? "bench.readout.step" : "bench.readout.frame")}>
        <b>{formatNumber(reading.frame)}</b>
        <span className="quiet"> / {formatNumber(clock.count - 1)}</span>
      </Part>
      <Part label={t("bench.readout.pts")}>
        <b>{String(reading.pts)}</b>
        <span className="quiet">
          {" "}
          × {num}/{den} = {reading.ptsSec.toFixed(6)} s
        </span>
      </Part>
      <Part label={t("bench.readout.clock")}>
        {reading.clockSec === "hidden" ? (
          <b className="tone-narrower">{t("bench.readout.hidden")}</b>
        ) : (
          <>
            <b>{formatClock(reading.clockSec)}</b>
            <span className="quiet"> / {formatClock(clock.endSec)}</span>
          </>
        )}
      </Part>
      <span className="readout-signs">
        {reading.keyFrame ? <span className="sign">{t("bench.readout.key-frame")}</span> : null}
        {state.attached ? null : <span className="sign is-covered">{t("bench.readout.covered")}</span>}
        {state.waitingFor !== null && state.attached ? (
          <span className="sign">{t("bench.readout.waiting", { frame: state.waitingFor })}</span>
        ) : null}
      </span>
    </div>
  );
}

function Part({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="readout-part">
      <span className="readout-label">{label}</span> {children}
    </span>
  );
}

/** The field "go to": a frame, "pts 21600", or a time of the clock. */
export function GoToField({ player, clock, focusAt }: { player: FramePlayer; clock: FrameClock; focusAt: number }) {
  const [words, setWords] = useState("");
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusAt > 0) field.current?.focus();
  }, [focusAt]);
  return (
    <form
      className="go-to"
      onSubmit={(event) => {
        event.preventDefault();
        const to = parseGoTo(words);
        const frame = to && frameOfGoTo(clock, to);
        if (frame === null) return setRefused(true);
        player.pause();
        player.seek(frame);
        setWords("");
        field.current?.blur();
      }}
    >
      <input
        ref={field}
        className="field"
        type="text"
        value={words}
        aria-label={t("bench.go-to")}
        aria-invalid={refused}
        title={t("bench.go-to.help")}
        placeholder={t("bench.go-to.placeholder")}
        onChange={(event) => {
          setWords(event.target.value);
          setRefused(false);
        }}
      />
      {refused ? (
        <span role="alert" className="tone-narrower go-to-refused">
          {t("bench.go-to.refused")}
        </span>
      ) : null}
    </form>
  );
}
