/** The part of the earth in sight: Web Mercator, north up, because analysts know its shapes and a circle stays a circle on it. */
import type { Bounds } from "../../core/place/region-geometry.ts";
import type { Position } from "../../core/place/region.ts";

export interface Viewport {
  readonly centre: Position;
  /** 0 shows the earth in 256 pixels; each step doubles. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export const leastZoom = 0;
export const mostZoom = 21;
/** Beyond it the projection runs away. */
const mostLat = 85.05;

const worldPx = (zoom: number): number => 256 * 2 ** zoom;

/** 0 to 1 from west to east and from north to south. */
function world({ lat, lon }: Position): Pixel {
  const phi = (Math.max(-mostLat, Math.min(mostLat, lat)) * Math.PI) / 180;
  return { x: (lon + 180) / 360, y: (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 };
}

function earth({ x, y }: Pixel): Position {
  return { lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, lon: x * 360 - 180 };
}

export function toPixel({ centre, zoom }: Viewport, { width, height }: Size, position: Position): Pixel {
  const [at, middle] = [world(position), world(centre)];
  const scale = worldPx(zoom);
  return { x: (at.x - middle.x) * scale + width / 2, y: (at.y - middle.y) * scale + height / 2 };
}

export function toPosition({ centre, zoom }: Viewport, { width, height }: Size, { x, y }: Pixel): Position {
  const middle = world(centre);
  const scale = worldPx(zoom);
  return earth({ x: middle.x + (x - width / 2) / scale, y: middle.y + (y - height / 2) / scale });
}

export function panned(view: Viewport, size: Size, dx: number, dy: number): Viewport {
  return within({ ...view, centre: toPosition(view, size, { x: size.width / 2 + dx, y: size.height / 2 + dy }) });
}

/** What is under `at` stays under it. */
export function zoomedAt(view: Viewport, size: Size, at: Pixel, by: number): Viewport {
  const zoom = Math.max(leastZoom, Math.min(mostZoom, view.zoom + by));
  const held = toPosition(view, size, at);
  const moved = toPixel({ ...view, zoom }, size, held);
  return panned({ ...view, zoom }, size, moved.x - at.x, moved.y - at.y);
}

function within({ centre, zoom }: Viewport): Viewport {
  const lon = Math.abs(centre.lon) <= 180 ? centre.lon : ((((centre.lon + 180) % 360) + 360) % 360) - 180;
  return { zoom, centre: { lat: Math.max(-mostLat, Math.min(mostLat, centre.lat)), lon } };
}

/** Shows all of `bounds`, with room around it; never closer than a street. */
export function fitted(bounds: Bounds, size: Size): Viewport {
  const [a, b] = [world({ lat: bounds.north, lon: bounds.west }), world({ lat: bounds.south, lon: bounds.east })];
  const room = 0.8;
  const zoom = Math.min(
    Math.log2((size.width * room) / Math.max(1e-9, (b.x - a.x) * 256)),
    Math.log2((size.height * room) / Math.max(1e-9, (b.y - a.y) * 256)),
    17,
  );
  return within({ centre: earth({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }), zoom: Math.max(leastZoom, zoom) });
}

/** Metres that a pixel covers in the middle of the map. */
export function metresPerPixel({ centre, zoom }: Viewport): number {
  return (Math.cos((centre.lat * Math.PI) / 180) * 40_075_016.686) / worldPx(zoom);
}

/** `50.46034,30.17916,12.5z` as it stands in the address. */
export function viewInWords({ centre, zoom }: Viewport): string {
  return `${centre.lat.toFixed(6)},${centre.lon.toFixed(6)},${zoom.toFixed(2)}z`;
}

export function viewOfWords(words: string | null): Viewport | undefined {
  const found = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)z$/.exec(words ?? "");
  if (found === null) return undefined;
  const [lat, lon, zoom] = found.slice(1).map(Number) as [number, number, number];
  return Math.abs(lon) > 180 || zoom > mostZoom ? undefined : within({ centre: { lat, lon }, zoom });
}
