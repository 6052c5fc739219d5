/** Whole pictures that maps draw, by their address: fetched once, a few kept. What is covered again is let go of at once. */

const mostKept = 8;
const kept = new Map<string, ImageBitmap>();
const underway = new Set<string>();
const failed = new Set<string>();
const listeners = new Set<() => void>();

export function onPictures(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Undefined while it comes, and when it cannot be shown. */
export function shownPicture(url: string): ImageBitmap | undefined {
  const found = kept.get(url);
  if (found === undefined && !underway.has(url) && !failed.has(url)) void fetchPicture(url);
  return found;
}

export function pictureFailed(url: string): boolean {
  return failed.has(url);
}

/** Keeps only what is drawn now. */
export function keepOnlyPictures(urls: ReadonlySet<string>): void {
  for (const [url, picture] of kept) {
    if (urls.has(url)) continue;
    picture.close();
    kept.delete(url);
  }
}

async function fetchPicture(url: string): Promise<void> {
  underway.add(url);
  try {
    const response = await fetch(url, { credentials: "same-origin", cache: "no-store" });
    if (!response.ok) throw new Error(String(response.status));
    kept.set(url, await createImageBitmap(await response.blob()));
    const [oldest] = kept;
    if (kept.size > mostKept && oldest !== undefined) {
      oldest[1].close();
      kept.delete(oldest[0]);
    }
  } catch {
    // The panel says so beside the layer's name.
    failed.add(url);
  } finally {
    underway.delete(url);
    for (const listener of listeners) listener();
  }
}
