/** An answer as a person types it: coordinates in any form that people write, a radius of their own, clocks with a zone. */
import { readCoordinates } from "../place/read-coordinates.ts";
import { wallSpan } from "../time/typed-interval.ts";
import type { Answer } from "./answer.ts";

export type Typed = { readonly state: "read"; readonly answer: Answer } | { readonly state: "fault"; readonly fault: TypedFault };
export type TypedFault = "no-place" | "no-radius" | "no-time" | "no-zone" | "no-words";

/** `radius` in metres: what the person answers for, whatever the figures alone leave open. */
export function typedPlace(coordinates: string, radius: string): Typed {
  const read = readCoordinates(coordinates, { basis: "typed" });
  if (read.state !== "read" || read.claim.region === "unknown" || read.claim.region.shape !== "circle") return fault("no-place");
  const radiusM = Number(radius.trim().replace(",", "."));
  if (radius.trim() === "" || !Number.isFinite(radiusM) || radiusM <= 0 || radiusM > 20_037_509) return fault("no-radius");
  const { centre } = read.claim.region;
  return { state: "read", answer: { sort: "place", lat: centre.lat, lon: centre.lon, radiusM } };
}

/** Clocks of that zone. An end left empty is open: not known. */
export function typedTime(from: string, to: string, zone: string): Typed {
  const offset = offsetIn(zone.trim());
  if (offset === undefined) return fault("no-zone");
  const [start, end] = [wallSpan(from), wallSpan(to)];
  if ((from.trim() !== "" && start === undefined) || (to.trim() !== "" && end === undefined)) return fault("no-time");
  if (start === undefined && end === undefined) return fault("no-time");
  const instant = (wall: number): string => new Date(instantOf(wall, offset)).toISOString();
  const answer: Answer = {
    sort: "time",
    from: start === undefined ? "open" : instant(start.first),
    to: end === undefined ? "open" : instant(end.last),
    zone: zone.trim(),
  };
  return answer.from !== "open" && answer.to !== "open" && answer.from > answer.to ? fault("no-time") : { state: "read", answer };
}

export function typedWords(sort: "words" | "cannot-tell", words: string): Typed {
  const said = words.trim().slice(0, 2000);
  if (said === "") return fault("no-words");
  return { state: "read", answer: sort === "words" ? { sort, words: said } : { sort, why: said } };
}

function fault(one: TypedFault): Typed {
  return { state: "fault", fault: one };
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant; undefined for what is no IANA zone. */
function offsetIn(zone: string): ((instant: number) => number) | undefined {
  if (zone === "" || /^[+-]/.test(zone)) return undefined;
  try {
    const clock = new Intl.DateTimeFormat("en-GB-u-hc-h23", {
      ...{ timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
    return (instant) => {
      const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const wall = Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"], part["hour"], part["minute"], part["second"]);
      return wall - Math.floor(instant / 1000) * 1000;
    };
  } catch {
    return undefined;
  }
}

/** Asked twice: the offset at the first guess may be that of the other side of a change of clocks. */
function instantOf(wall: number, offset: (instant: number) => number): number {
  const guess = wall - offset(wall);
  return wall - offset(guess);
}
