/** The frame that a shadow is marked on, with its marks: letters and shapes tell them apart, each can be dragged and moved by the arrow keys. */
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import type { ItemId } from "../../core/item/item.ts";
import { isSameFrame } from "../place/frame-of-item.ts";
import { FramePicture } from "../place/frame-picture.tsx";
import { t } from "../words/t.ts";
import { type ChosenMark, hasMarks, markAt, type MarkName, marksFor, type SunDraft, withMark, withoutMarks } from "./sun-draft.ts";

interface ShadowFrameProps {
  readonly item: ItemId;
  readonly draft: SunDraft;
  readonly chosen: ChosenMark | undefined;
  /** The frame on the screen. */
  readonly shown: FrameRef | undefined;
  readonly frame: number | undefined;
  readonly onDraft: (draft: SunDraft) => void;
  readonly onChoose: (mark: ChosenMark | undefined) => void;
  readonly onShown: (frame: FrameRef | undefined) => void;
  /** To the frame that the marks are on. */
  readonly onBack: () => void;
}

export function ShadowFrame({ item, draft, chosen, shown, frame, onDraft, onChoose, onShown, onBack }: ShadowFrameProps) {
  const elsewhere = hasMarks(draft) && shown !== undefined && !isSameFrame(draft.frame, shown);
  const set = (mark: ChosenMark, at: FramePoint): void => {
    if (shown !== undefined && !elsewhere) onDraft({ ...withMark(draft, mark, at), frame: shown });
  };
  const at = chosen === undefined ? undefined : markAt(draft, chosen);
  const place = (point: FramePoint): void => {
    if (chosen === undefined || shown === undefined) return;
    const next = { ...withMark(draft, chosen, point), frame: shown };
    onDraft(next);
    onChoose(nextUnset(next, chosen) ?? chosen);
  };
  return (
    <div className="sun-frame">
      <FramePicture
        item={item}
        frame={frame}
        onFrame={onShown}
        {...(chosen === undefined || shown === undefined || elsewhere ? {} : { onPoint: place })}
        onMoveMark={(mark, point) => {
          onChoose(mark as ChosenMark);
          set(mark as ChosenMark, point);
        }}
        {...(chosen === undefined || at === undefined || elsewhere
          ? {}
          : { onNudge: (byX: number, byY: number) => set(chosen, { x: at.x + byX, y: at.y + byY }) })}
      >
        {(unit) => (elsewhere ? null : <Marks draft={draft} chosen={chosen} unit={unit} />)}
      </FramePicture>
      {elsewhere ? (
        <div className="notice is-attention">
          <span>
            {draft.frame?.frame === undefined
              ? t("sun.frame.elsewhere-still", { item: draft.frame?.item ?? "" })
              : t("sun.frame.elsewhere", { frame: String(draft.frame.frame), item: draft.frame.item })}
          </span>
          <button type="button" className="button is-small" onClick={onBack}>
            {t("sun.frame.go")}
          </button>
          <button type="button" className="button is-small" onClick={() => onDraft(withoutMarks(draft))}>
            {t("sun.frame.clear")}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** The first mark after this one that is not set yet. */
function nextUnset(draft: SunDraft, chosen: ChosenMark): ChosenMark | undefined {
  const points = draft.by === "ground-points" ? draft.points.map((_, i): ChosenMark => `point${i}`) : [];
  const all: ChosenMark[] = [...marksFor(draft.by), ...points];
  const after = [...all.slice(all.indexOf(chosen) + 1), ...all];
  return after.find((mark) => markAt(draft, mark) === undefined);
}

/** Two marks and the line between them. */
const lines: readonly (readonly [from: MarkName, to: MarkName, kind: string])[] = [
  ["base", "tip", "is-post"],
  ["base", "end", "is-shadow"],
  ["line1", "line2", "is-line"],
  ["horizon1", "horizon2", "is-horizon"],
  ["edge1", "edge2", "is-edge"],
  ["edge3", "edge4", "is-edge"],
];

function Marks({ draft, chosen, unit }: { readonly draft: SunDraft; readonly chosen: ChosenMark | undefined; readonly unit: number }) {
  const named = new Set(marksFor(draft.by));
  const marks = [
    ...[...named].flatMap((name) => {
      const at = draft.marks[name];
      return at === undefined ? [] : [{ name: name as ChosenMark, at, letter: t(`sun.letter.${name}`) }];
    }),
    ...(draft.by === "ground-points" ? draft.points : []).flatMap(({ frame }, i) =>
      frame === undefined ? [] : [{ name: `point${i}` as ChosenMark, at: frame, letter: String(i + 1) }],
    ),
  ];
  return (
    <>
      {lines.map(([from, to, kind]) => {
        const [a, b] = [draft.marks[from], draft.marks[to]];
        if (a === undefined || b === undefined || !named.has(from) || !named.has(to)) return null;
        return (
          <g key={from + to} className={`sun-line ${kind}`}>
            <line className="is-halo" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
            <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
          </g>
        );
      })}
      {marks.map(({ name, at, letter }) => (
        <g key={name} data-mark={name} className={name === chosen ? "sun-mark is-chosen" : "sun-mark"}>
          <circle className="sun-mark-hold" cx={at.x} cy={at.y} r={14 * unit} />
          <path d={`M${at.x - 7 * unit} ${at.y}h${14 * unit}M${at.x} ${at.y - 7 * unit}v${14 * unit}`} className="is-halo" />
          <path d={`M${at.x - 7 * unit} ${at.y}h${14 * unit}M${at.x} ${at.y - 7 * unit}v${14 * unit}`} />
          <text x={at.x + 8 * unit} y={at.y - 8 * unit} style={{ fontSize: 13 * unit, strokeWidth: 3 * unit }}>
            {letter}
          </text>
        </g>
      ))}
    </>
  );
}
