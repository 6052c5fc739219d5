/** The ground of the map on a canvas, drawn again when the view, the size or the colours change. */
import { useEffect, useRef, useState } from "react";
import { drawGround } from "./draw-ground.ts";
import type { Size, Viewport } from "./viewport.ts";

export function MapGround({ view, size }: { view: Viewport; size: Size }) {
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
    drawGround(context, view, size);
  }, [view, size, theme]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
