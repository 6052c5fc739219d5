/**
 * The two frames of a pair sheet. Each is covered until it is revealed, and grey with the bench's switch; numbers are drawn on the frame
 * that they were made on and on no other. Choosing a number goes to its frames.
 */
import { useCallback, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import type { FrameMark } from "../../core/scene/scene-pair-sheet.ts";
import { isSameFrame } from "../place/frame-of-item.ts";
import { FramePicture } from "../place/frame-picture.tsx";
import { t } from "../words/t.ts";
import type { DraftPair } from "./pair-draft.ts";

export type FrameSide = "a" | "b";

interface PairFramesProps {
  readonly a: ItemId;
  readonly b: ItemId;
  /** Those of a kept sheet are whole. */
  readonly pairs: readonly DraftPair[];
  readonly chosen: number | undefined;
  readonly onChoose: (number: number) => void;
  /** A press on a frame sets the chosen number's mark there. Undefined: nothing is being marked. */
  readonly onMark?: (side: FrameSide, number: number, frame: FrameRef, point: FramePoint) => void;
}

export function PairFrames(props: PairFramesProps) {
  return (
    <div className="pair-sheet-frames">
      <Side side="a" item={props.a} beside={props.b} {...props} />
      <Side side="b" item={props.b} beside={props.a} {...props} />
    </div>
  );
}

interface SideProps extends PairFramesProps {
  readonly side: FrameSide;
  readonly item: ItemId;
  readonly beside: ItemId;
}

function Side({ side, item, beside, pairs, chosen, onChoose, onMark }: SideProps) {
  const [shown, setShown] = useState<FrameRef>();
  const of = pairs.find(({ number }) => number === chosen)?.[side];
  const asked = of?.frame.frame ?? pairs.find((pair) => pair[side] !== undefined)?.[side]?.frame.frame ?? 0;
  const elsewhere = of !== undefined && shown !== undefined && !isSameFrame(of.frame, shown);
  const onFrame = useCallback((frame: FrameRef | undefined) => setShown(frame), []);
  const mark = (at: FramePoint): void => {
    if (chosen !== undefined && shown !== undefined) onMark?.(side, chosen, shown, { x: tenth(at.x), y: tenth(at.y) });
  };
  const move = (number: number, to: FramePoint): void => {
    if (shown !== undefined) onMark?.(side, number, shown, { x: tenth(to.x), y: tenth(to.y) });
  };
  const nudges = onMark !== undefined && of !== undefined && !elsewhere;
  return (
    <section className="pair-sheet-side" data-side={side} aria-label={t("scenes.side", { letter: side.toUpperCase(), item })}>
      <p className="pair-sheet-name small">
        <strong>{side.toUpperCase()}</strong> <span className="mono">{item}</span>
      </p>
      <FramePicture
        item={item}
        beside={beside}
        frame={asked}
        asked={chosen}
        onFrame={onFrame}
        onPoint={onMark === undefined || chosen === undefined ? undefined : mark}
        onMoveMark={(name, to) => {
          onChoose(Number(name));
          move(Number(name), to);
        }}
        onNudge={nudges ? (byX, byY) => move(chosen as number, { x: of.point.x + byX, y: of.point.y + byY }) : undefined}
      >
        {(unit) =>
          pairs.flatMap((pair) => {
            const own: FrameMark | undefined = pair[side];
            if (own === undefined || !isSameFrame(own.frame, shown)) return [];
            return <Mark key={pair.number} number={pair.number} at={own.point} unit={unit} isChosen={pair.number === chosen} />;
          })
        }
      </FramePicture>
      {elsewhere ? <p className="quiet small">{t("scenes.other-frame", { number: chosen ?? 0 })}</p> : null}
    </section>
  );
}

function Mark({ number, at: { x, y }, unit, isChosen }: { number: number; at: FramePoint; unit: number; isChosen: boolean }) {
  const arm = 7 * unit;
  const path = `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`;
  return (
    <g data-mark={number} className={isChosen ? "pair-mark is-chosen" : "pair-mark"}>
      <circle className="pair-mark-hold" cx={x} cy={y} r={13 * unit} />
      <path className="is-halo" d={path} />
      <path d={path} />
      <text x={x + 8 * unit} y={y - 8 * unit} style={{ fontSize: 14 * unit, strokeWidth: 3.5 * unit }}>
        {number}
      </text>
    </g>
  );
}

const tenth = (value: number) => Math.round(value * 10) / 10;
