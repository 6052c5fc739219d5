/** GeoJSON. Whatever the text, the reading must keep to its schema, and every place in it must have an area. */
import { MapFileReading } from "../../../src/core/analysis/reading-result.ts";
import { readGeoJson } from "../../../src/formats/geojson/read-geojson.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const collection = JSON.stringify({
  type: "FeatureCollection",
  crs: null,
  features: [
    {
      type: "Feature",
      id: "p1",
      properties: {
        witnessmark: "p1",
        case: "c",
        record: "e1",
        radiusM: 5,
        path: [
          [1, 2],
          [3, 4],
        ],
        earliest: "2024-09-14T10:00:00Z",
        latest: "2024-09-15",
      },
      geometry: null,
    },
    {
      type: "Feature",
      properties: { title: "A" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          [
            [0.2, 0.1],
            [0.3, 0.1],
            [0.3, 0.2],
          ],
        ],
      },
    },
    {
      type: "Feature",
      properties: null,
      geometry: {
        type: "GeometryCollection",
        geometries: [
          { type: "MultiPoint", coordinates: [[30, 50, 7]] },
          {
            type: "MultiLineString",
            coordinates: [
              [
                [1, 2],
                [3, 4],
              ],
            ],
          },
        ],
      },
    },
    {
      type: "Feature",
      properties: {},
      geometry: {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    },
  ],
});

export const target: FuzzTarget = {
  name: "geojson",
  seeds: () => [collection, '{"type":"Point","coordinates":[30,50]}'].map(bytesOf),
  dictionary: [
    ...[
      '{"type":"Feature"',
      '"coordinates":[',
      "[[[",
      "]]]",
      '"geometry":',
      '"geometries":[',
      '"type":"GeometryCollection"',
      '"type":"LineString"',
    ],
    ...["null", "1e999", "-180", "180", "90.0001", '"radiusM":', '"path":', '"witnessmark":', '"earliest":"', "\u2028"],
  ],
  run(bytes) {
    const { features } = MapFileReading.parse(readGeoJson(new TextDecoder().decode(bytes)));
    for (const { region, precision } of features)
      if (region !== "unknown" && precision === "") throw new Error("a place without what its extent rests on");
  },
};
