/** The ground of the map on a canvas, drawn again when the view, the size, the colours or what there is of the layers change. */
import { useEffect, useRef, useState } from "react";
import { drawLayers } from "../layers/draw-layers.ts";
import type { DrawnLayer } from "../layers/drawn-layer.ts";
import { drawLand, drawNet } from "./draw-ground.ts";
import type { Size, Viewport } from "./viewport.ts";

interface MapGroundProps {
  readonly view: Viewport;
  readonly size: Size;
  /** Over the land, the lowest first. */
  readonly layers: readonly DrawnLayer[];
  /** Changes whenever more of the layers can be drawn. */
  readonly turn: number;
}

export function MapGround({ view, size, layers, turn }: MapGroundProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const changed = (): void => setTheme((turn) => turn + 1);
    const media = window.matchMedia("(prefers-color-scheme: light)");
    media.addEventListener("change", changed);
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      media.removeEventListener("change", changed);
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || context == null || size.width === 0) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(element);
    const colour = (name: string): string => style.getPropertyValue(name).trim() || "#888888";
    drawLand(context, view, size, colour);
    drawLayers(context, layers, { view, size, colour, ratio });
    drawNet(context, view, size, colour);
  }, [view, size, theme, layers, turn]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
