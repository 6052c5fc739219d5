import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { exportInference, type InferenceExportPorts, type InferenceExportWanted } from "../../src/actions/export-inference.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import { PersonId } from "../../src/core/key/key.ts";
import { readGeoJson } from "../../src/formats/geojson/read-geojson.ts";

const viewer = { person: PersonId.parse("p1"), readOnly: true };
const refusing: InferenceExportPorts = {
  caseId: "case",
  head: () => "head",
  refused: (items: readonly ItemId[]) => Promise.resolve(items.map((item) => ({ item, why: "consent unknown" }))),
};
const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../docs/cli/examples/${name}`, import.meta.url), "utf8")) as unknown;
const wanted = (more: Partial<InferenceExportWanted>): InferenceExportWanted => ({
  ...{ format: "geojson", sort: "place", problem: undefined, record: "n3", title: "A place", items: [], confirmed: false },
  ...more,
});
const near = { text: "near X", anchors: { X: [{ lat: 10, lon: 20 }] }, spot: { lat: 10.01, lon: 20.01, radiusM: 75, basis: "a roof" } };

interface Written {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly (readonly number[])[])[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

async function written(more: Partial<InferenceExportWanted>): Promise<readonly Written[]> {
  const { bytes, count } = await exportInference(refusing, viewer, wanted(more));
  const { features } = JSON.parse(new TextDecoder().decode(bytes)) as { features: readonly Written[] };
  assert.equal(features.length, count);
  return features;
}

describe("what a reasoner found, as a file", () => {
  it("is the area that is left and the chosen place with its radius: areas and candidates, never points", async () => {
    const features = await written({ problem: near });
    assert.deepEqual(
      features.map(({ id, geometry, properties }) => [id, geometry.type, properties["standing"], properties["radiusM"]]),
      [
        ["n3 area", "Polygon", "candidate", null],
        ["n3 place", "Polygon", "candidate", 75],
      ],
    );
    assert.match(String(features[0]?.properties["precision"]), /^all clauses together leave 78\.\d+ km2/);
    assert.equal(features[1]?.properties["precision"], "a roof");
    assert.ok(features.every(({ properties }) => properties["verbatim"] === "near X"));
  });

  it("is for a camera where it may have stood and what it saw, with its heading", async () => {
    const features = await written({ sort: "camera", problem: example("camera-five-pairs.json") });
    const parts = features.map(({ properties }) => String(properties["part"]));
    assert.ok(parts.some((part) => part.startsWith("camera position")) && parts.includes("field of view"), parts.join(", "));
    assert.ok(features.every(({ properties }) => properties["means"] === "filmed-from"));
    const position = features.find(({ properties }) => String(properties["part"]).startsWith("camera position"));
    assert.equal(typeof position?.properties["headingDeg"], "number");
    assert.equal(position?.properties["headingNorth"], "true");
  });

  it("goes into KML without a point, a link or an icon", async () => {
    const { bytes } = await exportInference(refusing, viewer, wanted({ format: "kml", problem: near }));
    const text = new TextDecoder().decode(bytes);
    assert.match(text, /<Polygon>/);
    assert.doesNotMatch(text, /<Point>|<href>|<Icon>/);
  });

  it("does not leave while an item that it rests on may not be published, until a person confirms", async () => {
    const items: readonly ItemId[] = ["i4", "i7"];
    await assert.rejects(exportInference(refusing, viewer, wanted({ problem: near, items })), /confirmation.*i4, i7/);
    assert.equal((await written({ problem: near, items, confirmed: true })).length, 2);
  });

  it("is refused with the field where the problem does not fit, and where nothing was found", async () => {
    await assert.rejects(exportInference(refusing, viewer, wanted({ problem: { text: "" } })), /export of n3: text: /);
    const empty = { text: "1 km north of X, 1 km south of X", anchors: { X: [{ lat: 10, lon: 20 }] } };
    await assert.rejects(exportInference(refusing, viewer, wanted({ problem: empty })), /expected an area or a place; found none/);
  });

  it("comes back as what it was", async () => {
    const { bytes } = await exportInference(refusing, viewer, wanted({ problem: near }));
    const { features } = readGeoJson(new TextDecoder().decode(bytes));
    assert.deepEqual(
      features.map(({ ours }) => [ours?.id, ours?.record]),
      [
        ["n3 area", "n3"],
        ["n3 place", "n3"],
      ],
    );
  });
});
