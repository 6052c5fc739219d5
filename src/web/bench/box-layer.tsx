/** Boxes over a picture, in millionths of the frame as shown; a new one is drawn by pointer (and entered by keyboard in the observation form). */
import { type PointerEvent as ReactPointerEvent, useState } from "react";
import type { FrameBox } from "../../core/observation/observation.ts";
import { boxOfCorners } from "./box-geometry.ts";

export interface ShownBox {
  readonly key: string;
  readonly label: string;
  readonly box: FrameBox;
  readonly tone: "observed" | "drafted" | "withdrawn";
}

interface BoxLayerProps {
  readonly boxes: readonly ShownBox[];
  readonly drawing: boolean;
  readonly onBox: (box: FrameBox) => void;
  readonly label: string;
  /** Undoes the view's turn, mirror and zoom, so that words stay readable. */
  readonly upright: string;
}

export function BoxLayer({ boxes, drawing, onBox, label, upright }: BoxLayerProps) {
  const [corners, setCorners] = useState<{ from: Corner; to: Corner } | null>(null);
  const drawn = corners ? boxOfCorners(corners.from, corners.to) : null;
  return (
    <div
      className={drawing ? "box-layer is-drawing" : "box-layer"}
      role="group"
      aria-label={label}
      onPointerDown={(event) => {
        if (!drawing || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = cornerOf(event);
        setCorners({ from: at, to: at });
      }}
      onPointerMove={(event) => {
        if (corners) setCorners({ from: corners.from, to: cornerOf(event) });
      }}
      onPointerUp={() => {
        if (drawn) onBox(drawn);
        setCorners(null);
      }}
      onPointerCancel={() => setCorners(null)}
    >
      {boxes.map((shown) => (
        <Box key={shown.key} label={shown.label} box={shown.box} tone={shown.tone} upright={upright} />
      ))}
      {drawn ? <Box label="" box={drawn} tone="drafted" upright={upright} /> : null}
    </div>
  );
}

function Box({ label, box, tone, upright }: { label: string; box: FrameBox; tone: ShownBox["tone"]; upright: string }) {
  const part = (millionths: number): string => `${millionths / 10_000}%`;
  return (
    <div
      className={`frame-box is-${tone}`}
      style={{ left: part(box.x), top: part(box.y), width: part(box.width), height: part(box.height) }}
    >
      {label === "" ? null : (
        <span className={box.y < 80_000 ? "frame-box-label is-inside" : "frame-box-label"} style={{ transform: upright }}>
          {label}
        </span>
      )}
    </div>
  );
}

type Corner = { readonly x: number; readonly y: number };

/** Parts of the layer's own size. Offsets are the element's own, so a flipped or turned view needs no sums. */
function cornerOf(event: ReactPointerEvent<HTMLDivElement>): Corner {
  const layer = event.currentTarget;
  return { x: event.nativeEvent.offsetX / layer.offsetWidth, y: event.nativeEvent.offsetY / layer.offsetHeight };
}
