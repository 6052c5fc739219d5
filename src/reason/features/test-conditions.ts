/** Whether conditions hold at one thing of the map, by what lies around it, and why one does not. */
import type { ExtractBox } from "../../core/map-extract/extract-facts.ts";
import type { ExtractFeature, MapExtract } from "../../core/map-extract/map-extract.port.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import { pointOf } from "../place/place-rules.ts";
import type { ConditionFound } from "../../core/map-extract/feature-answer.ts";
import type { InLine, NearCondition } from "../../core/map-extract/feature-problem.ts";
import type { KindAsked } from "./kinds.ts";
import { decimals } from "./clip-line.ts";
import { boxOfShape, nearestBetween, widened } from "./shape-distance.ts";

export interface Asked extends NearCondition {
  readonly kind: KindAsked;
  /** Looked for as far as this, metres. */
  readonly reachM: number;
}

interface Seen {
  readonly id: string;
  readonly name: string;
  readonly metres: number;
  readonly bearingDeg: number | null;
  readonly at: { readonly lat: number; readonly lon: number };
}

export interface Tested {
  readonly found: readonly ConditionFound[];
  readonly reasons: readonly string[];
  readonly missShare: number;
}

/** Undefined when something that is asked for is nowhere as far as was looked: then it is no near miss either. */
export function testConditions(
  thing: ExtractFeature,
  asked: readonly Asked[],
  inLine: InLine,
  extract: Pick<MapExtract, "features">,
): Tested | undefined {
  const seen: Seen[][] = [];
  for (const one of asked) {
    const around = thingsAround(thing, one, extract);
    if (around.length === 0 && !one.not) return undefined;
    seen.push(around);
  }
  const found = asked.map((one, n) => conditionFound(one, n, seen[n] ?? []));
  const lines = inLine.map(({ first, second, withinDeg }) => lineFound(asked, seen, first, second, withinDeg));
  const failed = found.filter(({ holds }) => !holds);
  return {
    found,
    reasons: [...failed.map(({ says }) => says), ...lines.filter((one) => one !== undefined)],
    missShare: Math.max(
      0,
      ...failed.map(({ condition, thing: decides }) => {
        const { withinM, not } = asked[condition] as Asked;
        return decides === null || not ? 0 : Math.max(0, decides.metres - withinM) / withinM;
      }),
    ),
  };
}

/** Nearest first. */
function thingsAround(thing: ExtractFeature, { kind, reachM }: Asked, extract: Pick<MapExtract, "features">): Seen[] {
  const box: ExtractBox = widened(boxOfShape(thing.shape), reachM);
  const seen: Seen[] = [];
  for (const other of extract.features(kind.test, box)) {
    if (other.id === thing.id) continue;
    const nearest = nearestBetween(thing.shape, other.shape, reachM);
    if (nearest === undefined) continue;
    const { metres, from, to } = nearest;
    seen.push({
      id: other.id,
      name: nameOf(other),
      metres,
      bearingDeg: metres === 0 ? null : wayBetween(from, to).bearingDeg,
      at: { lat: decimals(to.lat), lon: decimals(to.lon) },
    });
  }
  return seen.sort((one, other) => one.metres - other.metres || (one.id < other.id ? -1 : 1));
}

export function nameOf({ tags }: Pick<ExtractFeature, "tags">): string {
  return tags.get("name") ?? tags.get("ref") ?? "";
}

/** A thing at distance 0 lies in no direction. */
function lies({ bearingDeg }: Seen, bearing: Asked["bearing"]): boolean {
  if (bearing === undefined) return true;
  if (bearingDeg === null) return false;
  const { fromDeg, toDeg } = bearing;
  return fromDeg <= toDeg ? bearingDeg >= fromDeg && bearingDeg <= toDeg : bearingDeg >= fromDeg || bearingDeg <= toDeg;
}

export const metresText = (metres: number) =>
  metres < 10 ? `${metres.toFixed(1)} m` : metres < 10_000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;

function conditionFound(asked: Asked, condition: number, seen: readonly Seen[]): ConditionFound {
  const { kind, withinM, not, atLeast, bearing } = asked;
  const within = seen.filter((one) => one.metres <= withinM && lies(one, bearing));
  const [nearest] = seen;
  if (not) {
    const [inside] = within;
    if (inside !== undefined)
      return {
        condition,
        holds: false,
        says: `${described(kind, inside)}: expected none within ${metresText(withinM)}`,
        count: within.length,
        thing: inside,
      };
    return { condition, holds: true, says: `no ${kind.name} within ${metresText(withinM)}`, count: 0, thing: nearest ?? null };
  }
  const last = within[atLeast - 1];
  if (last !== undefined) {
    const many = atLeast > 1 ? `${within.length} within ${metresText(withinM)}, ` : "";
    return { condition, holds: true, says: `${many}${described(kind, within[0] as Seen)}`, count: within.length, thing: last };
  }
  const any = seen[atLeast - 1];
  const [rank, rest] = [atLeast === 1 ? "nearest" : `${ordinal(atLeast)} nearest`, { condition, holds: false, count: within.length }];
  if (any === undefined)
    return {
      ...rest,
      says: `only ${seen.length} of ${atLeast} ${kind.name} as far as ${metresText(asked.reachM)}`,
      thing: seen.at(-1) ?? null,
    };
  if (any.metres > withinM)
    return { ...rest, says: `${rank} ${described(kind, any)}: ${metresText(any.metres - withinM)} too far`, thing: any };
  const { fromDeg = 0, toDeg = 0 } = bearing ?? {};
  return { ...rest, says: `${rank} ${described(kind, any)}: asked for between ${fromDeg} and ${toDeg} degrees`, thing: any };
}

function described({ name }: KindAsked, { metres, bearingDeg, name: own }: Seen): string {
  const called = own === "" ? name : `${name} "${own}"`;
  return metres === 0
    ? `${called} at the same place`
    : `${called} ${metresText(metres)}${bearingDeg === null ? "" : ` to the ${pointOf(bearingDeg)}`}`;
}

function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${tail}`;
}

/** Undefined where two of them are in one line, else why not. */
function lineFound(
  asked: readonly Asked[],
  seen: readonly (readonly Seen[])[],
  first: number,
  second: number,
  withinDeg: number,
): string | undefined {
  let least = Infinity;
  const within = (n: number) =>
    (seen[n] ?? []).filter(({ metres, bearingDeg }) => metres <= (asked[n]?.withinM ?? 0) && bearingDeg !== null);
  for (const one of within(first))
    for (const other of within(second)) {
      if (one.id === other.id) continue;
      const turn = Math.abs((one.bearingDeg ?? 0) - (other.bearingDeg ?? 0)) % 360;
      least = Math.min(least, turn, 360 - turn);
    }
  if (least <= withinDeg) return undefined;
  const pair = `${asked[first]?.kind.name} and ${asked[second]?.kind.name}`;
  return least === Infinity
    ? `${pair}: not both within their distance`
    : `${pair}: ${least.toFixed(1)} degrees apart at best, asked for ${withinDeg}`;
}
