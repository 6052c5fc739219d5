/** Boxes over the picture: chosen by a press, moved by a drag, resized by their corners. As the public sees it they are filled. */
import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import type { ShareBox } from "../../core/redaction/redaction.ts";
import { t } from "../words/t.ts";
import { type Corner, movedBox, resizedBox } from "./share-box.ts";

export interface LayerBox {
  readonly key: string;
  readonly label: string;
  readonly box: ShareBox;
  /** A key on this very frame, and whose; else the box lies between keys. */
  readonly at: "person" | "tracker" | "between";
}

interface MarkLayerProps {
  readonly boxes: readonly LayerBox[];
  readonly chosen: string | undefined;
  readonly filled: boolean;
  /** While a new box is drawn over it, it takes no presses. */
  readonly inert: boolean;
  /** Chosen, and not moved. */
  readonly fixed: boolean;
  readonly onChoose: (key: string) => void;
  readonly onBox: (key: string, box: ShareBox) => void;
}

const corners: readonly Corner[] = ["nw", "ne", "sw", "se"];

export function MarkLayer({ boxes, chosen, filled, inert, fixed, onChoose, onBox }: MarkLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly key: string; readonly box: ShareBox } | null>(null);
  const begin = (event: ReactPointerEvent, { key, box }: LayerBox, corner: Corner | null): void => {
    const place = layer.current;
    if (event.button !== 0 || place === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(key);
    if (fixed) return;
    const bounds = place.getBoundingClientRect();
    const at = (to: { clientX: number; clientY: number }) => [
      (to.clientX - bounds.left) / bounds.width,
      (to.clientY - bounds.top) / bounds.height,
    ];
    const [fromX = 0, fromY = 0] = at(event);
    let last = box;
    const move = (to: PointerEvent): void => {
      const [x = 0, y = 0] = at(to);
      last = corner === null ? movedBox(box, x - fromX, y - fromY) : resizedBox(box, corner, x, y);
      setDrag({ key, box: last });
    };
    const end = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
      setDrag(null);
      if (last !== box) onBox(key, last);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  };
  return (
    <div className={inert ? "mark-layer is-inert" : "mark-layer"} ref={layer} role="group" aria-label={t("redact.layer")}>
      {boxes.map((shown) => {
        const box = drag?.key === shown.key ? drag.box : shown.box;
        const states = [`is-${shown.at}`, shown.key === chosen ? "is-chosen" : "", filled ? "is-filled" : ""];
        return (
          <div
            key={shown.key}
            className={`mark-box ${states.join(" ")}`}
            data-mark={shown.key}
            style={{ left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.w * 100}%`, height: `${box.h * 100}%` }}
            onPointerDown={(event) => begin(event, { ...shown, box }, null)}
          >
            <span className={box.y < 0.08 ? "mark-box-label is-inside" : "mark-box-label"}>{shown.label}</span>
            {shown.key === chosen && !fixed
              ? corners.map((corner) => (
                  <span
                    key={corner}
                    className={`mark-corner is-${corner}`}
                    onPointerDown={(event) => begin(event, { ...shown, box }, corner)}
                  />
                ))
              : null}
          </div>
        );
      })}
    </div>
  );
}
