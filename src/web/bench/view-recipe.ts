/** How the person looks at a picture. Changes what the screen shows, never the copy, and never what an observation says. */
export interface ViewRecipe {
  readonly brightness: number;
  readonly contrast: number;
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** Clockwise, on top of the turn that the file itself states. */
  readonly turnDeg: 0 | 90 | 180 | 270;
  readonly zoom: number;
  /** Shift in parts of the fitted picture's size. */
  readonly panX: number;
  readonly panY: number;
}

export const PLAIN_VIEW: ViewRecipe = { brightness: 1, contrast: 1, flipX: false, flipY: false, turnDeg: 0, zoom: 1, panX: 0, panY: 0 };

export function isPlain(view: ViewRecipe): boolean {
  return (Object.keys(PLAIN_VIEW) as (keyof ViewRecipe)[]).every((name) => view[name] === PLAIN_VIEW[name]);
}

export function filterOf(view: ViewRecipe, grey: boolean): string {
  return `${grey ? "grayscale(1) " : ""}brightness(${view.brightness}) contrast(${view.contrast})`;
}

export function transformOf(view: ViewRecipe): string {
  const pan = `translate(${(view.panX * 100).toFixed(3)}%, ${(view.panY * 100).toFixed(3)}%)`;
  // Flip first, then turn, then zoom, read from the right.
  return `${pan} scale(${view.zoom}) rotate(${view.turnDeg}deg) scale(${view.flipX ? -1 : 1}, ${view.flipY ? -1 : 1})`;
}

/** What undoes `transformOf`, but the shift, for words on the picture. */
export function uprightOf(view: ViewRecipe): string {
  return `scale(${view.flipX ? -1 : 1}, ${view.flipY ? -1 : 1}) rotate(${-view.turnDeg}deg) scale(${1 / view.zoom})`;
}

/** Zooms by a factor, between the fitted size and sixteen times it; back at the fitted size the shift is undone. */
export function zoomed(view: ViewRecipe, factor: number): ViewRecipe {
  const zoom = Math.min(16, Math.max(1, view.zoom * factor));
  return zoom === 1 ? { ...view, zoom, panX: 0, panY: 0 } : { ...view, zoom };
}

/** Zooms so that the point under the pointer stays where it is. `at`: its distance from the middle of the place, in parts of the fitted size. */
export function zoomedAt(view: ViewRecipe, factor: number, at: { readonly x: number; readonly y: number }): ViewRecipe {
  const next = zoomed(view, factor);
  if (next.zoom === 1) return next;
  const grown = next.zoom / view.zoom;
  return { ...next, panX: at.x - (at.x - view.panX) * grown, panY: at.y - (at.y - view.panY) * grown };
}

/** Moves a zoomed picture by parts of its fitted size, never so far that none of it is left in the middle. */
export function panned(view: ViewRecipe, byX: number, byY: number): ViewRecipe {
  if (view.zoom === 1) return view;
  const within = (pan: number): number => Math.min(view.zoom / 2, Math.max(-view.zoom / 2, pan));
  return { ...view, panX: within(view.panX + byX), panY: within(view.panY + byY) };
}

/** Largest size with the picture's shape that fits the place, after the view's turn. CSS pixels. */
export function fitted(
  picture: { width: number; height: number },
  place: { width: number; height: number },
  turnDeg: number,
): { width: number; height: number } {
  const sideways = turnDeg % 180 !== 0;
  const [width, height] = sideways ? [picture.height, picture.width] : [picture.width, picture.height];
  const scale = Math.min(place.width / width, place.height / height);
  return { width: Math.max(1, Math.floor(picture.width * scale)), height: Math.max(1, Math.floor(picture.height * scale)) };
}
