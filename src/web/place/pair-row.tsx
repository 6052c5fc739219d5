/** One pair of the sheet. */
import { t, type WordKey } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import type { DraftPair } from "./camera-draft.ts";
import { numberOf, positionOf } from "./camera-problem-of.ts";

interface PairRowProps {
  readonly camera: CameraBench;
  readonly pair: DraftPair;
  readonly isChosen: boolean;
  /** What it still lacks, in words. */
  readonly lack: WordKey | undefined;
}

export function PairRow({ camera, pair, isChosen, lack }: PairRowProps) {
  const { number, name, at, place, dropped } = pair;
  const { marking, mark, choose, changePair, solved, port } = camera;
  const label = (words: WordKey) => t("camera.of-pair", { what: t(words), number: String(number) });
  const set = (field: "name" | "place" | "errorPx" | "errorM" | "height" | "heightError", value: string): void =>
    changePair(number, { [field]: value }, `${field} ${number}`);
  const setAxis = (axis: "x" | "y", value: string): void => {
    const read = numberOf(value);
    if (read !== undefined) changePair(number, { at: { x: 0, y: 0, ...at, [axis]: read } }, `${axis} ${number}`);
  };
  const marksOn = (on: "frame" | "map") => marking?.of === "pair" && marking.number === number && marking.on === on;
  const toggle = (on: "frame" | "map"): void => {
    choose(number);
    mark(marksOn(on) ? undefined : { of: "pair", number, on });
  };
  const position = positionOf(place);
  return (
    <li className={isChosen ? "pair-row is-chosen" : "pair-row"} data-pair={number} onFocus={() => choose(number)}>
      <div className="pair-head">
        <button
          type="button"
          className="pair-number"
          aria-pressed={isChosen}
          aria-label={label("camera.choose-pair")}
          onClick={() => choose(number)}
        >
          {number}
        </button>
        <input
          className="field pair-name"
          aria-label={label("camera.name")}
          placeholder={t("camera.name-example")}
          value={name}
          maxLength={300}
          onChange={(event) => set("name", event.target.value)}
        />
        <label className="chip">
          <input
            type="checkbox"
            checked={dropped === undefined}
            aria-label={label("camera.counts")}
            onChange={(event) => changePair(number, { dropped: event.target.checked ? undefined : t("camera.dropped-default") })}
          />
          {t("camera.counts")}
        </label>
        <button
          type="button"
          className="button is-small is-bare"
          aria-label={label("camera.remove")}
          title={t("camera.remove")}
          onClick={() => {
            camera.history.change((now) => ({ ...now, pairs: now.pairs.filter((one) => one.number !== number) }));
            if (marking?.number === number) mark(undefined);
          }}
        >
          ×
        </button>
      </div>
      <div className="pair-line">
        <button type="button" className="button is-small" aria-pressed={marksOn("frame")} onClick={() => toggle("frame")}>
          {t("camera.on-frame")}
        </button>
        <Figure label={label("camera.pixel-x")} value={at?.x} onValue={(value) => setAxis("x", value)} />
        <Figure label={label("camera.pixel-y")} value={at?.y} onValue={(value) => setAxis("y", value)} />
        <Off label={label("camera.error-px")} value={pair.errorPx} unit={t("camera.px")} onValue={(value) => set("errorPx", value)} />
      </div>
      <div className="pair-line">
        <button type="button" className="button is-small" aria-pressed={marksOn("map")} onClick={() => toggle("map")}>
          {t("camera.on-map")}
        </button>
        <input
          className="field pair-place"
          aria-label={label("camera.place")}
          placeholder={t("camera.place-example")}
          value={place}
          onChange={(event) => set("place", event.target.value)}
          onBlur={() => position !== undefined && isChosen && marking === undefined && port.show(position)}
        />
        <Off label={label("camera.error-m")} value={pair.errorM} unit={t("camera.m")} onValue={(value) => set("errorM", value)} />
      </div>
      {isChosen || pair.height !== "" ? (
        <div className="pair-line">
          <span className="quiet small">{t("camera.height")}</span>
          <input
            className="field pair-figure"
            aria-label={label("camera.height")}
            inputMode="decimal"
            value={pair.height}
            onChange={(event) => set("height", event.target.value)}
          />
          <Off
            label={label("camera.height-error")}
            value={pair.heightError}
            unit={t("camera.m")}
            onValue={(value) => set("heightError", value)}
          />
        </div>
      ) : null}
      {dropped === undefined ? null : (
        <label className="pair-line small">
          <span className="quiet">{t("camera.dropped-why")}</span>
          <input
            className="field pair-place"
            value={dropped}
            maxLength={2000}
            onChange={(event) => changePair(number, { dropped: event.target.value }, `dropped ${number}`)}
          />
        </label>
      )}
      {lack === undefined ? <Residual number={number} solved={solved} /> : <p className="small tone-narrower">{t(lack)}</p>}
    </li>
  );
}

function Residual({ number, solved }: { readonly number: number; readonly solved: CameraBench["solved"] }) {
  const residual = solved?.solutions[0]?.residuals.find((one) => one.number === number);
  if (residual === undefined || solved === undefined) return null;
  const sight = t("camera.sight", { bearing: residual.bearingDeg.toFixed(1), metres: residual.distanceM.toFixed(0) });
  // With as many measurements as unknowns every pair fits, which says nothing.
  if (solved.redundancy <= 0) return <p className="small quiet">{sight}</p>;
  const misfit = solved.misfits.includes(number);
  const signed = (value: number, digits: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(digits)}`;
  return (
    <p className={misfit ? "small tone-conflict" : "small quiet"} data-testid="residual">
      {sight} {t("camera.residual", { px: signed(residual.px, 1), metres: signed(residual.metres, 1), share: residual.share.toFixed(2) })}
      {residual.upPx === null ? "" : ` ${t("camera.residual-up", { px: signed(residual.upPx, 1) })}`}
      {misfit ? ` ${t("camera.misfit")}` : ""}
    </p>
  );
}

/** A coordinate of the mark; typed as well as pressed. */
function Figure({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onValue: (value: string) => void;
}) {
  return (
    <input
      className="field pair-figure"
      type="number"
      step="0.1"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onValue(event.target.value)}
    />
  );
}

export function Off(props: {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <span className="pair-off">
      <span aria-hidden="true">±</span>
      <input
        className="field pair-figure"
        inputMode="decimal"
        aria-label={props.label}
        value={props.value}
        onChange={(event) => props.onValue(event.target.value)}
      />
      <span className="quiet">{props.unit}</span>
    </span>
  );
}
