/** One lane of the timeline: a canvas at the screen's own pixels, drawn again when the theme changes. */
import { useEffect, useRef } from "react";

export type DrawLane = (context: CanvasRenderingContext2D, size: { width: number; height: number }) => void;

interface LaneProps {
  readonly width: number;
  readonly height: number;
  readonly className?: string;
  /** Drawn anew when this function changes. */
  readonly draw: DrawLane;
}

export function Lane({ width, height, className, draw }: LaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const paint = (): void => {
      const ratio = window.devicePixelRatio;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(context, { width, height });
    };
    paint();
    // Lanes take their colours from the theme.
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const scheme = window.matchMedia("(prefers-color-scheme: light)");
    scheme.addEventListener("change", paint);
    return () => {
      observer.disconnect();
      scheme.removeEventListener("change", paint);
    };
  }, [width, height, draw]);
  return <canvas ref={canvas} className={`lane ${className ?? ""}`} style={{ height }} aria-hidden="true" />;
}
