/**
 * What a feature of a vector tile is, in the few sorts that are drawn, by the layer names and classes of the schemas in use:
 * OpenMapTiles, Protomaps, Shortbread, Mapbox Streets. What no schema here names is drawn as "other", never dropped unseen.
 */
import type { ShapeSort, TileShape } from "../../core/map-layer/tile-shapes.ts";
import type { TileFeature } from "./read-vector-tile.ts";

const bySort: readonly (readonly [RegExp, ShapeSort])[] = [
  [/^(water|ocean|water_polygons|sea)$/, "water"],
  [/^(waterway|water_lines|river|rivers|stream|physical_line)$/, "waterway"],
  [/^(earth|land_polygons|continents)$/, "land"],
  [/^(building|buildings|building_part|bridges|structure)$/, "building"],
  [/^(boundary|boundaries|admin|boundary_lines)$/, "boundary"],
  [/^(place|places|place_label|place_labels|boundary_labels)$/, "place"],
  [/(label|labels|_name|_names|poi|pois|addresses|housenumber|mountain_peak|aerodrome_label)$/, "name"],
  [/^(landcover|landuse|landuse_overlay|park|parks|natural|land|sites|national_park)$/, "green"],
  [/^(transportation|road|roads|streets|street_polygons|transit|ferries|aeroway|tunnel|bridge|public_transport)$/, "road-minor"],
];

const green =
  /wood|forest|grass|park|meadow|scrub|garden|cemetery|farm|orchard|vineyard|heath|nature|golf|pitch|allotment|recreation|green/;
const builtUp = /residential|commercial|industrial|retail|suburb|neighbourhood|school|hospital|university|military|railway|quarter|urban/;
const water = /water|ocean|sea|lake|river|reservoir|basin|bay|strait/;
const rail = /rail|tram|subway|transit|monorail/;
const major = /motorway|trunk|primary|secondary|highway|major/;
const path = /path|footway|pedestrian|cycleway|track|steps|bridleway|foot/;

const ranks: Readonly<Record<string, number>> = {
  continent: 0,
  country: 1,
  state: 3,
  region: 3,
  province: 3,
  capital: 2,
  city: 4,
  locality: 6,
  town: 7,
  village: 10,
  suburb: 11,
  quarter: 12,
  neighbourhood: 13,
  hamlet: 13,
  isolated_dwelling: 15,
};

/** Characters; each may take two places of text. */
const longestName = 40;

/** `lines` are taken over as they are. */
export function sortShape({ layer, form, tags, lines }: TileFeature): TileShape {
  const what = classOf(tags);
  const sort = sortOf(layer, form, what);
  const isNamed = form === "point" || sort === "place" || sort === "name" || sort === "road-major" || sort === "road-minor";
  const name = isNamed ? nameOf(tags) : "";
  return { sort, form, rank: rankOf(tags, what), name, lines };
}

const classKeys = [
  "class",
  "kind",
  "kind_detail",
  "subclass",
  "type",
  "pmap:kind",
  "highway",
  "railway",
  "place",
  "landuse",
  "natural",
] as const;

function classOf(tags: TileFeature["tags"]): string {
  return classKeys
    .flatMap((key) => (typeof tags.get(key) === "string" ? [tags.get(key) as string] : []))
    .join(" ")
    .toLowerCase();
}

function sortOf(layer: string, form: TileFeature["form"], what: string): ShapeSort {
  const named = bySort.find(([pattern]) => pattern.test(layer.toLowerCase()))?.[1] ?? "other";
  switch (named) {
    case "water":
      return form === "line" ? "waterway" : form === "point" ? "name" : "water";
    case "green":
      if (form === "point") return "name";
      return green.test(what) ? "green" : builtUp.test(what) ? "built-up" : water.test(what) ? "water" : "other";
    case "road-minor":
      if (form === "point") return "name";
      return rail.test(what) ? "rail" : major.test(what) ? "road-major" : path.test(what) ? "path" : "road-minor";
    case "place":
      return form === "point" ? "place" : "boundary";
    default:
      return named;
  }
}

function nameOf(tags: TileFeature["tags"]): string {
  const name = ["name", "name:latin", "name_en", "name:en"]
    .map((key) => tags.get(key))
    .find((value) => typeof value === "string" && value !== "");
  return typeof name === "string" ? [...name.replace(/\s+/g, " ")].slice(0, longestName).join("") : "";
}

function rankOf(tags: TileFeature["tags"], what: string): number {
  const known = what
    .split(" ")
    .map((word) => ranks[word])
    .filter((rank) => rank !== undefined);
  const people = Number(tags.get("population") ?? 0);
  const byPeople = people > 1_000_000 ? -2 : people > 100_000 ? -1 : 0;
  return Math.max(0, Math.min(20, (known.length > 0 ? Math.min(...known) : 16) + byPeople));
}
