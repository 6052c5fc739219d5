/** Where the person is, as the address says: small, own, on the history interface. Every view is a link, to the frame. */
import { useSyncExternalStore } from "react";
import { InferenceId } from "../../core/inference/inference.ts";
import { ItemId } from "../../core/item/item.ts";

export type Route =
  | { readonly screen: "desk" }
  | { readonly screen: "item"; readonly itemId: ItemId; readonly startFrame: number | undefined }
  | { readonly screen: "custody"; readonly line: number | undefined }
  | { readonly screen: "events"; readonly record: string | undefined }
  | { readonly screen: "inquiry" }
  | { readonly screen: "capture"; readonly itemId: ItemId }
  | { readonly screen: "imagery"; readonly itemId: ItemId }
  | { readonly screen: "paste" }
  | { readonly screen: "sources"; readonly record: string | undefined }
  | { readonly screen: "search" }
  | { readonly screen: "copies" }
  | { readonly screen: "map" }
  | { readonly screen: "time"; readonly inference: InferenceId | undefined }
  | { readonly screen: "place"; readonly inference: InferenceId | undefined }
  | { readonly screen: "claims" }
  | { readonly screen: "sync" }
  | { readonly screen: "speech"; readonly itemId: ItemId | undefined }
  | { readonly screen: "review"; readonly record: string | undefined }
  | { readonly screen: "blind"; readonly blind: string | undefined }
  | { readonly screen: "subjects"; readonly record: string | undefined }
  | { readonly screen: "work" }
  | { readonly screen: "handover"; readonly edition: string | undefined }
  | { readonly screen: "redact"; readonly itemId: ItemId }
  | { readonly screen: "unknown" };

/** `/`, `/items/i12?frame=240`, `/custody?item=i12`, `/custody/240` for line 240 of the ledger, `/events/e3`. */
export function routeOf(path: string, query: URLSearchParams): Route {
  if (path === "/" || path === "/items") return { screen: "desk" };
  if (path === "/paste") return { screen: "paste" };
  if (path === "/search") return { screen: "search" };
  if (path === "/copies") return { screen: "copies" };
  if (path === "/custody") return { screen: "custody", line: undefined };
  if (path === "/inquiry") return { screen: "inquiry" };
  const captured = ItemId.safeParse(/^\/capture\/([^/]+)$/.exec(path)?.[1]);
  if (captured.success) return { screen: "capture", itemId: captured.data };
  const imagery = ItemId.safeParse(/^\/imagery\/([^/]+)$/.exec(path)?.[1]);
  if (imagery.success) return { screen: "imagery", itemId: imagery.data };
  if (path === "/map") return { screen: "map" };
  if (path === "/claims") return { screen: "claims" };
  if (path === "/sync") return { screen: "sync" };
  if (path === "/speech") return { screen: "speech", itemId: undefined };
  const spoken = ItemId.safeParse(/^\/speech\/([^/]+)$/.exec(path)?.[1]);
  if (spoken.success) return { screen: "speech", itemId: spoken.data };
  const inference = /^\/(time|place)(?:\/([^/]+))?$/.exec(path);
  if (inference !== null) {
    const [, screen, id] = inference as unknown as [string, "time" | "place", string | undefined];
    const read = InferenceId.safeParse(id);
    if (id === undefined || read.success) return { screen, inference: read.data };
  }
  const record = /^\/events(?:\/([eh][1-9]\d{0,14}))?$/.exec(path);
  if (record !== null) return { screen: "events", record: record[1] };
  const source = /^\/sources(?:\/([sa][1-9]\d{0,14}))?$/.exec(path);
  if (source !== null) return { screen: "sources", record: source[1] };
  if (path === "/work") return { screen: "work" };
  const review = /^\/review(?:\/((?:qn|f)[1-9]\d{0,14}))?$/.exec(path);
  if (review !== null) return { screen: "review", record: review[1] };
  const blind = /^\/blind(?:\/(z[1-9]\d{0,14}))?$/.exec(path);
  if (blind !== null) return { screen: "blind", blind: blind[1] };
  const subject = /^\/subjects(?:\/((?:P|V|O|sp|es)[1-9]\d{0,14}))?$/.exec(path);
  if (subject !== null) return { screen: "subjects", record: subject[1] };
  const edition = /^\/handover(?:\/(ed[1-9]\d{0,14}))?$/.exec(path);
  if (edition !== null) return { screen: "handover", edition: edition[1] };
  const redacted = ItemId.safeParse(/^\/redact\/([^/]+)$/.exec(path)?.[1]);
  if (redacted.success) return { screen: "redact", itemId: redacted.data };
  const line = /^\/custody\/([1-9]\d{0,14})$/.exec(path)?.[1];
  if (line !== undefined) return { screen: "custody", line: Number(line) };
  const itemId = ItemId.safeParse(/^\/items\/([^/]+)$/.exec(path)?.[1]);
  if (!itemId.success) return { screen: "unknown" };
  const frame = query.get("frame");
  return { screen: "item", itemId: itemId.data, startFrame: frame !== null && /^\d{1,9}$/.test(frame) ? Number(frame) : undefined };
}

const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", tell);
  };
}

const currentAddress = (): string => window.location.pathname + window.location.search;

/** Path and query, re-rendering on change. */
export function useAddress(): { readonly path: string; readonly query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, currentAddress);
  const [path = "/", search = ""] = address.split(/\?(.*)/s);
  return { path, query: new URLSearchParams(search) };
}

/** `replace` for what is a view setting (filter, frame), so that Back leaves the screen. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (to === currentAddress()) return;
  if (options.replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  tell();
}

/** Sets or (with undefined) removes parameters of the present address. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  navigate(window.location.pathname + (query.size === 0 ? "" : `?${query}`), { replace: true });
}
