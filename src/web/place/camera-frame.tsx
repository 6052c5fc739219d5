/** The frame of the pair sheet with its numbered marks: each is set by a press, dragged, and moved by the arrow keys while it is chosen. */
import "./camera.css";
import { useState } from "react";
import type { FramePoint } from "../../core/observation/frame-point.ts";
import { t } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { hasMarks } from "./camera-draft.ts";
import { isSameFrame } from "./frame-of-item.ts";
import { FramePicture } from "./frame-picture.tsx";

export function CameraFrame({ camera }: { readonly camera: CameraBench }) {
  const { port, history, chosen, choose, marking, shown, setShown, pressFrame, changePair } = camera;
  const { draft, change } = history;
  const [asked, setAsked] = useState(0);
  const item = port.item ?? draft.frame?.item;
  const elsewhere = hasMarks(draft) && draft.frame !== undefined && shown !== undefined && !isSameFrame(draft.frame, shown);
  const at = draft.pairs.find(({ number }) => number === chosen)?.at;
  const move = (number: number, to: FramePoint): void => {
    if (!elsewhere) changePair(number, { at: { x: tenth(to.x), y: tenth(to.y) } }, `move ${number}`);
  };
  if (item === undefined) return <p className="quiet camera-none">{t("camera.no-item")}</p>;
  return (
    <div className="camera-frame">
      <FramePicture
        item={item}
        frame={draft.frame?.item === item ? draft.frame.frame : undefined}
        asked={asked}
        onFrame={setShown}
        onPoint={marking?.on === "frame" && !elsewhere ? pressFrame : undefined}
        onMoveMark={(mark, to) => {
          if (mark === "a" || mark === "b") {
            if (elsewhere) return;
            change((now) => ({ ...now, horizon: { ...now.horizon, [mark]: { x: tenth(to.x), y: tenth(to.y) } } }), `horizon ${mark}`);
            return;
          }
          choose(Number(mark));
          move(Number(mark), to);
        }}
        onNudge={
          chosen === undefined || at === undefined || elsewhere || marking?.of === "horizon"
            ? undefined
            : (byX, byY) => move(chosen, { x: at.x + byX, y: at.y + byY })
        }
      >
        {(unit) => (elsewhere ? null : <Marks camera={camera} unit={unit} />)}
      </FramePicture>
      {elsewhere ? (
        <div className="notice is-attention camera-elsewhere">
          <span>{t("camera.frame.elsewhere", { item: draft.frame?.item ?? "", frame: String(draft.frame?.frame ?? 0) })}</span>
          <button
            type="button"
            className="button is-small"
            onClick={() => (draft.frame?.item === item ? setAsked(asked + 1) : port.chooseItem(draft.frame?.item))}
          >
            {t("camera.frame.go-back")}
          </button>
          <button
            type="button"
            className="button is-small"
            onClick={() =>
              change((now) => ({
                ...now,
                frame: shown,
                pairs: now.pairs.map((pair) => ({ ...pair, at: undefined })),
                horizon: { ...now.horizon, a: undefined, b: undefined },
              }))
            }
          >
            {t("camera.frame.begin-here")}
          </button>
        </div>
      ) : null}
      {marking?.on === "frame" ? (
        <p className="camera-hint small" role="status">
          {marking.of === "horizon" ? t("camera.frame.horizon-now") : t("camera.frame.mark-now", { number: String(marking.number) })}
        </p>
      ) : null}
    </div>
  );
}

function Marks({ camera, unit }: { readonly camera: CameraBench; readonly unit: number }) {
  const { history, solved, chosen } = camera;
  const { draft } = history;
  const frame = draft.frame;
  const [first] = solved?.solutions ?? [];
  return (
    <>
      {(solved?.expected ?? []).flatMap(({ number, where, x }) =>
        frame === undefined || x === null || where === "outside" ? (
          []
        ) : (
          <g key={`expected ${number}`} className="camera-expected">
            <rect x={x.value - x.error} y={0} width={Math.max(unit, 2 * x.error)} height={frame.height} />
            <text x={x.value + 4 * unit} y={14 * unit} style={{ fontSize: 12 * unit, strokeWidth: 3 * unit }}>
              {number}
            </text>
          </g>
        ),
      )}
      <Horizon ends={draft.horizon} unit={unit} />
      {draft.pairs.flatMap(({ number, at, dropped }) => {
        if (at === undefined) return [];
        const residual = first?.residuals.find((one) => one.number === number);
        const state = dropped !== undefined ? "is-dropped" : solved?.misfits.includes(number) === true ? "is-misfit" : "";
        return (
          <g key={number} data-mark={number} className={`camera-mark ${state}${number === chosen ? " is-chosen" : ""}`}>
            <circle className="camera-mark-hold" cx={at.x} cy={at.y} r={13 * unit} />
            <path className="is-halo" d={cross(at, unit)} />
            <path d={cross(at, unit)} />
            {residual === undefined || Math.abs(residual.px) < unit ? null : (
              <line className="camera-residual" x1={at.x} y1={at.y} x2={at.x - residual.px} y2={at.y} />
            )}
            <text x={at.x + 7 * unit} y={at.y - 7 * unit} style={{ fontSize: 14 * unit, strokeWidth: 3.5 * unit }}>
              {number}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Horizon({ ends: { a, b }, unit }: { readonly ends: CameraBench["history"]["draft"]["horizon"]; readonly unit: number }) {
  return (
    <g className="camera-horizon">
      {a === undefined || b === undefined ? null : <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} />}
      {(["a", "b"] as const).map((end) => {
        const at = end === "a" ? a : b;
        return at === undefined ? null : <circle key={end} data-mark={end} cx={at.x} cy={at.y} r={6 * unit} />;
      })}
    </g>
  );
}

function cross({ x, y }: FramePoint, unit: number): string {
  const arm = 7 * unit;
  return `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`;
}

const tenth = (value: number) => Math.round(value * 10) / 10;
