/** The ground under the places: land, and a net of degrees with its figures. Nothing on it is for measuring. */
import { type OutlineRing, unpackOutline } from "../../core/world/unpack-outline.ts";
import { type Size, toPixel, toPosition, type Viewport } from "./viewport.ts";
import { worldOutline } from "../../core/world/world-outline.ts";

let rings: readonly OutlineRing[] | undefined;

const steps = [90, 45, 30, 15, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

/** Degrees between lines of the net, so that they stand some 120 pixels apart. */
export function netStep(view: Viewport): number {
  const wanted = (360 / (256 * 2 ** view.zoom)) * 120;
  return steps.findLast((step) => step >= wanted) ?? 90;
}

type Colour = (name: string) => string;

export function drawLand(context: CanvasRenderingContext2D, view: Viewport, size: Size, colour: Colour): void {
  context.fillStyle = colour("--map-water");
  context.fillRect(0, 0, size.width, size.height);
  rings ??= unpackOutline(worldOutline);
  const [topLeft, bottomRight] = [toPosition(view, size, { x: 0, y: 0 }), toPosition(view, size, { x: size.width, y: size.height })];
  context.beginPath();
  // Near the date line the earth is seen twice.
  for (const turn of [-360, 0, 360])
    for (const { lonLat, west, east, south, north } of rings) {
      if (east + turn < topLeft.lon || west + turn > bottomRight.lon || north < bottomRight.lat || south > topLeft.lat) continue;
      for (let at = 0; at < lonLat.length; at += 2) {
        const { x, y } = toPixel(view, size, { lat: lonLat[at + 1] ?? 0, lon: (lonLat[at] ?? 0) + turn });
        if (at === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
  context.fillStyle = colour("--map-land");
  context.fill("evenodd");
  context.lineWidth = 1;
  context.strokeStyle = colour("--map-coast");
  context.stroke();
}

export function drawNet(context: CanvasRenderingContext2D, view: Viewport, size: Size, colour: Colour): void {
  const step = netStep(view);
  const digits = step >= 1 ? 0 : Math.ceil(-Math.log10(step) + 0.3);
  const [topLeft, bottomRight] = [toPosition(view, size, { x: 0, y: 0 }), toPosition(view, size, { x: size.width, y: size.height })];
  context.strokeStyle = colour("--map-net");
  context.fillStyle = colour("--quiet");
  context.font = `10px ${colour("--mono")}`;
  context.textBaseline = "top";
  context.lineWidth = 1;
  context.beginPath();
  const words: [string, number, number][] = [];
  for (let n = Math.ceil(topLeft.lon / step); n * step <= bottomRight.lon; n++) {
    const x = Math.round(toPixel(view, size, { lat: 0, lon: n * step }).x) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, size.height);
    const lon = ((((n * step + 180) % 360) + 360) % 360) - 180;
    words.push([degrees(lon, digits, "E", "W"), x + 3, 3]);
  }
  for (let n = Math.ceil(bottomRight.lat / step); n * step <= topLeft.lat; n++) {
    const y = Math.round(toPixel(view, size, { lat: n * step, lon: view.centre.lon }).y) + 0.5;
    context.moveTo(0, y);
    context.lineTo(size.width, y);
    if (y > 20) words.push([degrees(n * step, digits, "N", "S"), 3, y + 2]);
  }
  context.stroke();
  // Figures are read over imagery too.
  context.textAlign = "left";
  context.lineWidth = 3;
  context.strokeStyle = colour("--map-land");
  for (const [text, x, y] of words) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

function degrees(deg: number, digits: number, above: string, below: string): string {
  const size = Math.abs(deg).toFixed(digits);
  return Number(size) === 0 ? `${size}°` : `${size}° ${deg > 0 ? above : below}`;
}
