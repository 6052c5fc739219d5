/** Where a picture element points: of several addresses, the one beside the page first. Nothing is ever fetched. */
import { attribute, type PageElement } from "./page-tree.ts";

export type PictureAddress =
  | { readonly kind: "beside"; readonly path: string }
  | { readonly kind: "elsewhere"; readonly url: string }
  | { readonly kind: "inside"; readonly url: string }
  | { readonly kind: "leaves-folder"; readonly url: string };

/** Where pages that load pictures late keep the real address. */
const lateNames = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-image"];
const setNames = ["srcset", "data-srcset", "data-lazy-srcset"];
const longestUrl = 2000;

/** `element` is the picture itself, `sources` the source elements beside it in a `picture`. `base` is the page's own base address, if any. */
export function pictureAddress(
  element: PageElement,
  sources: readonly PageElement[],
  base: string | undefined,
): PictureAddress | undefined {
  const stated = [
    attribute(element, "src"),
    ...lateNames.map((name) => attribute(element, name)),
    ...[element, ...sources].flatMap((one) => setNames.flatMap((name) => largestFirst(attribute(one, name) ?? ""))),
    ...sources.map((one) => attribute(one, "src")),
  ].filter((address) => address !== undefined);
  const read = stated.map((address) => readAddress(address, base));
  const first = (kind: PictureAddress["kind"]) => read.find((one) => one.kind === kind);
  return first("beside") ?? first("elsewhere") ?? first("leaves-folder") ?? first("inside");
}

function readAddress(address: string, base: string | undefined): PictureAddress {
  const url = address.slice(0, longestUrl);
  if (/^data:/i.test(address)) return { kind: "inside", url: describeInside(address) };
  // A colon before any slash is a scheme, also an unknown or a dangerous one: text, and nothing else.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/") || address.startsWith("\\")) return { kind: "elsewhere", url };
  if (base !== undefined && /^https?:/i.test(base))
    return { kind: "elsewhere", url: `${base.replace(/[^/]*$/, "")}${url}`.slice(0, longestUrl) };
  const path = decoded(address.replace(/[?#].*$/s, ""));
  if (path === "" || path.includes("\0") || path.split(/[/\\]/).includes("..")) return { kind: "leaves-folder", url };
  return { kind: "beside", path: path.replace(/^(?:\.\/)+/, "") };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A percent sign that encodes nothing: the name is meant as it stands.
    if (error instanceof URIError) return path;
    throw error;
  }
}

function describeInside(address: string): string {
  const kind = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?/i.exec(address)?.[1] ?? "unknown";
  return `data:${kind} (${address.length} characters)`;
}

/** Addresses of a srcset, largest first (HTML standard 4.8.4.2.3: spaces part address and descriptor, commas the candidates). */
function largestFirst(set: string): string[] {
  const found: { url: string; size: number }[] = [];
  for (const [, url, descriptor] of set.slice(0, 20_000).matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([0-9.]+)[wx])?\s*(?:,|$)/g))
    if (url !== undefined) found.push({ url, size: Number(descriptor ?? 1) });
  return found.sort((a, b) => b.size - a.size).map(({ url }) => url);
}
