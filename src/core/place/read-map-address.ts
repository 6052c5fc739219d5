/**
 * Places inside the addresses of maps, read from their text alone. A pin has the radius of its digits; the middle of a view
 * is only where somebody was looking, so its radius is half of the view. Nothing is fetched: a shortened address stays unread.
 */
import { addressParts, type AddressParts, decodedPart, parameterOf } from "./read-address-parts.ts";
import { readFigures } from "./read-figures.ts";
import { type Found, foundInBox, onEarth, roundedUp } from "./read-precision.ts";

export type MapForm = "google-maps" | "openstreetmap" | "yandex-maps" | "apple-maps" | "bing-maps" | "geo-uri";
export type MapRead = { readonly found: Found; readonly form: MapForm } | { readonly refused: string } | undefined;

const addressForm = /(?:https?:\/\/[^\s<>"]{4,2000}|geo:[^\s<>"]{3,200})/iu;
const number = String.raw`[+-]?\d{1,3}(?:\.\d{1,20})?`;

export function readMapAddress(text: string): MapRead {
  const address = addressForm.exec(text)?.[0];
  if (address === undefined) return undefined;
  if (/^geo:/i.test(address)) return readGeo(address);
  const url = addressParts(address);
  if (url === undefined) return undefined;
  const host = url.hostname.replace(/^www\.|^m\./, "");
  if (/^(?:maps\.app\.goo\.gl|goo\.gl)$/.test(host)) {
    return host === "goo.gl" && !url.pathname.startsWith("/maps")
      ? undefined
      : { refused: "a shortened map address: what it leads to can only be known by opening it" };
  }
  if (/^(?:maps\.)?google\.[a-z.]{2,6}$/.test(host))
    return /^maps\./.test(host) || url.pathname.startsWith("/maps") ? google(url) : undefined;
  if (/^(?:openstreetmap\.org|osm\.org)$/.test(host)) return openStreetMap(url);
  if (/^(?:maps\.)?yandex\.[a-z.]{2,6}$/.test(host)) return yandex(url);
  if (host === "maps.apple.com") return apple(url);
  if (/^bing\.com$/.test(host)) return bing(url);
  return undefined;
}

function google(url: AddressParts): MapRead {
  const whole = decodedPart(url.pathname) + decodedPart(url.search);
  const pin = new RegExp(`!3d(${number})!4d(${number})`).exec(whole);
  if (pin !== null) return pinAt("google-maps", pin[1], pin[2]);
  for (const name of ["q", "query", "ll", "destination", "daddr", "center"]) {
    const read = pairIn(url.parameter(name)?.replace(/^loc:/, ""));
    if (read !== undefined) return { ...read, form: "google-maps" };
  }
  const inPath = new RegExp(`/(?:place|search|dir)/+(${number}),\\s*\\+?(${number})(?:[/?]|$)`).exec(whole);
  if (inPath !== null) return pinAt("google-maps", inPath[1], inPath[2]);
  const degrees = /\/place\/([^/]*[NS][^/]*[EW])/u.exec(whole)?.[1]?.replaceAll("+", " ");
  const placed = degrees === undefined ? undefined : readFigures(degrees);
  if (placed !== undefined && "found" in placed) return { found: placed.found, form: "google-maps" };
  const view = new RegExp(`@(${number}),(${number}),([\\d.]+)(z|m|a)`).exec(whole);
  if (view !== null) {
    const [, lat, lon, size, unit] = view;
    if (unit === "a") return pinAt("google-maps", lat, lon);
    return viewAt("google-maps", lat, lon, unit === "z" ? { zoom: Number(size) } : { metres: Number(size) });
  }
  const embedded = new RegExp(`!2d(${number})!3d(${number})`).exec(whole);
  return embedded === null ? undefined : viewAt("google-maps", embedded[2], embedded[1], {});
}

function openStreetMap(url: AddressParts): MapRead {
  const lat = url.parameter("mlat");
  const lon = url.parameter("mlon");
  if (lat !== undefined && lon !== undefined) return pinAt("openstreetmap", lat, lon);
  const view = new RegExp(`map=(\\d{1,2}(?:\\.\\d+)?)/(${number})/(${number})`).exec(url.hash + url.search);
  if (view !== null) return viewAt("openstreetmap", view[2], view[3], { zoom: Number(view[1]) });
  const old = [url.parameter("lat"), url.parameter("lon")] as const;
  return old[0] === undefined || old[1] === undefined ? undefined : viewAt("openstreetmap", old[0], old[1], zoomOf(url.parameter("zoom")));
}

/** Longitude comes first in Yandex's `ll`, `pt` and `whatshere[point]`; `text` is what a person typed, latitude first. */
function yandex(url: AddressParts): MapRead {
  for (const name of ["whatshere[point]", "pt", "poi[point]"]) {
    const point = new RegExp(`^(${number}),(${number})`).exec(url.parameter(name) ?? "");
    if (point !== null) return pinAt("yandex-maps", point[2], point[1]);
  }
  const typed = pairIn(url.parameter("text"));
  if (typed !== undefined) return { ...typed, form: "yandex-maps" };
  const view = new RegExp(`^(${number}),(${number})$`).exec(url.parameter("ll") ?? "");
  return view === null ? undefined : viewAt("yandex-maps", view[2], view[1], zoomOf(url.parameter("z")));
}

function apple(url: AddressParts): MapRead {
  for (const name of ["ll", "coordinate", "q", "daddr", "address"]) {
    const read = pairIn(url.parameter(name));
    if (read !== undefined) return { ...read, form: "apple-maps" };
  }
  const view = new RegExp(`^(${number}),(${number})$`).exec(url.parameter("sll") ?? url.parameter("center") ?? "");
  return view === null ? undefined : viewAt("apple-maps", view[1], view[2], zoomOf(url.parameter("z")));
}

function bing(url: AddressParts): MapRead {
  const pin = new RegExp(`point\\.(${number})_(${number})`).exec(url.parameter("sp") ?? "");
  if (pin !== null) return pinAt("bing-maps", pin[1], pin[2]);
  const view = new RegExp(`^(${number})~(${number})$`).exec(url.parameter("cp") ?? "");
  return view === null ? undefined : viewAt("bing-maps", view[1], view[2], zoomOf(url.parameter("lvl")));
}

/** RFC 5870. */
function readGeo(address: string): MapRead {
  const match = new RegExp(`^geo:(${number}),(${number})(?:,-?[\\d.]+)?((?:;[^;?]+)*)(?:\\?(.*))?$`, "i").exec(address);
  if (match === null) return { refused: "a geo: address: expected geo:latitude,longitude" };
  const [, lat, lon, parameters = "", query] = match;
  const crs = /;crs=([^;]+)/i.exec(parameters)?.[1];
  if (crs !== undefined && crs.toLowerCase() !== "wgs84") return { refused: `a geo: address in ${crs}: only wgs84 is read` };
  const asked = query === undefined ? undefined : pairIn(parameterOf(query, "q")?.replace(/\(.*$/, ""));
  if (Number(lat) === 0 && Number(lon) === 0 && asked !== undefined) return { ...asked, form: "geo-uri" };
  const read = pinAt("geo-uri", lat, lon);
  const uncertain = Number(/;u=([\d.]+)/i.exec(parameters)?.[1] ?? Number.NaN);
  if (read === undefined || !("found" in read) || Number.isNaN(uncertain)) return read;
  const { centre } = read.found;
  return {
    form: "geo-uri",
    found: { centre, radiusM: Math.max(1, roundedUp(uncertain)), precision: `u=${uncertain} of the geo: address` },
  };
}

function pairIn(value: string | undefined): { found: Found } | undefined {
  const match = new RegExp(`^\\s*(${number})\\s*,\\s*(${number})\\s*$`).exec(value ?? "");
  if (match === null) return undefined;
  const pin = pinAt("google-maps", match[1], match[2]);
  return pin !== undefined && "found" in pin ? { found: pin.found } : undefined;
}

function pinAt(form: MapForm, lat = "", lon = ""): MapRead {
  const centre = { lat: Number(lat), lon: Number(lon) };
  if (!onEarth(centre)) return { refused: `the map address names ${lat}, ${lon}, which is not on the earth` };
  return { form, found: foundInBox(centre, halfOf(lat), halfOf(lon), "half of the last digit in the map address") };
}

/** Zoom z shows 156,543 m times the cosine of the latitude, over 2^z, per pixel; a view is taken to be 1,000 pixels wide. */
function viewAt(form: MapForm, lat = "", lon = "", { zoom, metres }: { zoom?: number; metres?: number }): MapRead {
  const centre = { lat: Number(lat), lon: Number(lon) };
  if (!onEarth(centre)) return { refused: `the map address names ${lat}, ${lon}, which is not on the earth` };
  const digits = foundInBox(centre, halfOf(lat), halfOf(lon), "digits");
  const across = zoom === undefined ? (metres ?? 1000) : ((156_543 * Math.cos((centre.lat * Math.PI) / 180)) / 2 ** zoom) * 1000;
  const radiusM = roundedUp(Math.max(digits.radiusM, across / 2));
  const said = zoom !== undefined ? `zoom ${zoom}` : metres !== undefined ? `${metres} m across` : "size not said, taken as 1,000 m";
  return { form, found: { centre, radiusM, precision: `middle of the map view, not a pin: half of what it shows (${said})` } };
}

function zoomOf(value: string | undefined): { zoom?: number } {
  const zoom = Number(value ?? Number.NaN);
  return Number.isFinite(zoom) && zoom >= 0 && zoom <= 23 ? { zoom } : {};
}

function halfOf(figure: string): number {
  return 0.5 * 10 ** -(figure.split(".")[1]?.length ?? 0);
}
