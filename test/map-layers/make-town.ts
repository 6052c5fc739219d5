/** An invented town as vector tiles: streets, a river, houses, a park and two names, the same in every tile of a square. */
import { makePmtiles } from "./make-pmtiles.ts";
import { type MadeFeature, makeVectorTile } from "./make-vector-tile.ts";

/** The middle of it. */
export const town = { lat: 50.46, lon: 30.18 };

const line = (tags: MadeFeature["tags"], ...lines: number[][]): MadeFeature => ({ form: "line", tags, lines });
const area = (tags: MadeFeature["tags"], ...lines: number[][]): MadeFeature => ({ form: "area", tags, lines });
const box = (x: number, y: number, width: number, height: number): number[] => [x, y, x + width, y, x + width, y + height, x, y + height];

function townTile(name: string): Uint8Array {
  const streets = [700, 1500, 2300, 3100];
  return makeVectorTile([
    { name: "earth", features: [area({ kind: "earth" }, box(-64, -64, 4224, 4224))] },
    {
      name: "landuse",
      features: [area({ kind: "park" }, box(2400, 2400, 650, 650)), area({ kind: "residential" }, box(0, 0, 2200, 2200))],
    },
    {
      name: "water",
      features: [area({ kind: "river" }, [-64, 3500, 1200, 3300, 2600, 3600, 4160, 3400, 4160, 3750, 2600, 3900, 1200, 3600, -64, 3800])],
    },
    {
      name: "buildings",
      features: streets.flatMap((x) =>
        streets.slice(0, 3).map((y) => area({ kind: "building" }, box(x + 120, y + 120, 300, 220), box(x + 500, y + 150, 160, 260))),
      ),
    },
    {
      name: "roads",
      features: [
        line({ kind: "major_road", kind_detail: "primary", name: "вулиця Вигадана" }, [-64, 1900, 4160, 2100]),
        ...streets.map((x) => line({ kind: "minor_road", name: `Lane ${x}` }, [x, -64, x, 4160])),
        ...streets.map((y) => line({ kind: "minor_road" }, [-64, y, 4160, y])),
        line({ kind: "path" }, [2400, 2400, 3050, 3050]),
        line({ kind: "rail" }, [-64, 400, 4160, 700]),
      ],
    },
    { name: "boundaries", features: [line({ kind: "county" }, [3900, -64, 3700, 4160])] },
    { name: "places", features: [{ form: "point", tags: { kind: "locality", kind_detail: "village", name }, lines: [[2048, 2300]] }] },
  ]);
}

/** Around the town, at zooms 12 to 14. */
export function makeTown(): Uint8Array {
  const at = (z: number) => {
    const side = 2 ** z;
    const phi = (town.lat * Math.PI) / 180;
    return { x: Math.floor(((town.lon + 180) / 360) * side), y: Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * side) };
  };
  const tiles = [12, 13, 14].flatMap((z) => {
    const { x, y } = at(z);
    return [-2, -1, 0, 1, 2].flatMap((dx) =>
      [-2, -1, 0, 1, 2].map((dy) => ({ z, x: x + dx, y: y + dy, bytes: townTile(`Дорване ${dx + 3}`) })),
    );
  });
  return makePmtiles({
    tiles,
    type: 1,
    bounds: [town.lon - 0.2, town.lat - 0.12, town.lon + 0.2, town.lat + 0.12],
    metadata: { name: "Invented town", attribution: "Invented by the tests" },
  });
}
