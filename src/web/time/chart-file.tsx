/** The chart as a file: the drawing of the paper view with every colour and letter written into it, so that it looks the same without the page. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { PaperChart } from "./paper-chart.tsx";
import type { ComponentProps } from "react";

const written = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
] as const;

/** An SVG document as text. */
export function chartSvg(props: ComponentProps<typeof PaperChart>): string {
  const place = document.createElement("div");
  // Laid out, so that its style is known, and out of sight.
  place.className = "time-paper is-file";
  document.body.append(place);
  const root = createRoot(place);
  try {
    flushSync(() => root.render(createElement(PaperChart, props)));
    const drawing = place.querySelector("svg");
    if (drawing === null) throw new Error("time: expected a drawing; found none");
    const elements = [drawing, ...drawing.querySelectorAll("*")];
    // All are read before any is written: a class that is gone no longer gives its colour to what is inside.
    const styles = elements.map(styleOf);
    for (const [at, element] of elements.entries()) writeStyle(element, styles[at] ?? []);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}\n`;
  } finally {
    root.unmount();
    place.remove();
  }
}

function styleOf(element: Element): (readonly [name: string, value: string])[] {
  const style = getComputedStyle(element);
  return written.flatMap((name) => {
    const value = style.getPropertyValue(name);
    return value === "" || (name.startsWith("font") && element.tagName !== "text") ? [] : [[name, value] as const];
  });
}

function writeStyle(element: Element, style: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of style) element.setAttribute(name, value);
  element.removeAttribute("class");
}

/** At twice its size, so that small letters stay sharp. */
export async function chartPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    await new Promise<void>((resolve, reject) => {
      picture.onload = () => resolve();
      picture.onerror = () => reject(new Error("time: expected a drawing that the browser can show; found none"));
      picture.src = address;
    });
    // The largest canvas that browsers are sure to make.
    const scale = Math.min(2, 16_000 / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("time: expected a picture; found none")) : resolve(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** "Dmytrivka time" becomes "dmytrivka-time.svg"; letters of any script stay. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${name === "" ? "time" : name}.${ending}`;
}
