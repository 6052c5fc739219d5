/** What an edition hands over for other programs, each read back by a reader that is not ours or held against its standard's own schemas. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { check } from "@placemarkio/check-geojson";
import { kml as kmlToGeoJson } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { circleRing } from "../../src/core/place/region-geometry.ts";
import type { ReportPlace } from "../../src/core/report/report-figures.ts";
import { exportsOf } from "../../src/formats/edition-exports/exports-of.ts";
import { isGraphic, tableRows } from "../../src/formats/edition-exports/table-rows.ts";
import { annotationCollection, annotationsOf } from "../../src/formats/web-annotation/write-annotations.ts";
import { reviewsOf } from "../../src/formats/claim-review/write-reviews.ts";
import { publicReport } from "../../src/reason/edition/public-report.ts";
import { placedMedia, readOtio } from "../support/read-otio.ts";
import type { OtioNode } from "../support/read-otio.ts";
import { digest, hostile, sampleFinding, sampleItem, sampleReport } from "./sample-report.ts";

const require = createRequire(import.meta.url);
const model = sampleReport();
const files = new Map(exportsOf(model).map((file) => [file.path, Buffer.from(file.bytes).toString("utf8")]));
const text = (name: string): string => {
  const found = files.get(`exports/${name}`);
  assert.ok(found !== undefined, `${name} is there`);
  return found;
};
const folder = mkdtempSync(join(tmpdir(), "witnessmark-exports-"));
after(() => rmSync(folder, { recursive: true }));

/** By Python's own csv module. */
function csvRows(name: string): Record<string, string>[] {
  const file = join(folder, name);
  writeFileSync(file, text(name));
  const script = "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8')))))";
  return JSON.parse(execFileSync("python3", ["-c", script, file], { encoding: "utf8" })) as Record<string, string>[];
}

describe("places", () => {
  it("are areas with a radius and their evidence, by a checker of GeoJSON that is not ours", () => {
    const collection = check(text("places.geojson")) as unknown as {
      features: {
        id: string;
        geometry: { type: string };
        properties: { radiusM: number; evidence: string[]; times: object[]; of: string };
      }[];
    };
    assert.equal(collection.features.length, 4);
    for (const { geometry, properties } of collection.features) {
      assert.match(geometry.type, /^(Multi)?Polygon$/);
      assert.ok(properties.radiusM > 0, "a radius");
    }
    const [answer] = collection.features;
    assert.deepEqual(answer?.properties.evidence, ["o1", "n1"]);
    const way = collection.features.find(({ properties }) => properties.of === "e1");
    assert.equal(way?.properties.times.length, 2);
    assert.throws(() => check(text("places.geojson").replace(/"geometry": \{[^]*?\n {3}\},/, "")), "the checker can say no");
  });

  it("come back from KML by another reader, as areas, with nothing that is fetched", () => {
    const read = kmlToGeoJson(new DOMParser().parseFromString(text("places.kml"), "text/xml") as never);
    assert.equal(read.features.length, 4);
    for (const { geometry, properties } of read.features) {
      assert.notEqual(geometry?.type, "Point");
      assert.match(
        String((properties as Record<string, unknown>)["description"] ?? JSON.stringify(properties)),
        /radius \d+ m|Within \d+ m/,
      );
    }
    assert.doesNotMatch(text("places.kml"), /NetworkLink|<Icon|href|<script/);
    const broken = text("places.kml").replace("</Placemark>", "");
    assert.throws(() => new DOMParser({ onError: (_, message) => assert.fail(message) }).parseFromString(broken, "text/xml"));
  });

  it("on a grid are boxes around the place, and no corner or middle says more than the grid", () => {
    const gridM = 1000;
    const at = { shape: "circle" as const, centre: { lat: 50.4652, lon: 30.1854 }, radiusM: 1500 };
    const edition = { ...model.edition, sort: "public" as const, gridM };
    const places = [{ ...(model.places[0] as ReportPlace), region: at }];
    const out = new Map(exportsOf(sampleReport({ edition, places })).map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
    const { features } = check(out.get("exports/places.geojson") ?? "") as unknown as {
      features: { geometry: { coordinates: [number, number][][] }; properties: { radiusM: number } }[];
    };
    const corners = features[0]?.geometry.coordinates[0] ?? [];
    for (const figure of corners.flat()) assert.equal(figure, Number(figure.toFixed(2)), "two decimals are longer than a kilometre");
    for (const [lon, lat] of circleRing(at.centre, at.radiusM).map(({ lat: y, lon: x }) => [x, y] as const)) {
      assert.ok(lon >= Math.min(...corners.map(([x]) => x)) && lon <= Math.max(...corners.map(([x]) => x)));
      assert.ok(lat >= Math.min(...corners.map(([, y]) => y)) && lat <= Math.max(...corners.map(([, y]) => y)));
    }
    assert.equal(features[0]?.properties.radiusM, 1500);
    const figures = [...(out.get("exports/places.kml") ?? "").matchAll(/<(?:longitude|latitude|coordinates)>([^<]+)</g)].flatMap(
      ([, text_]) => (text_ as string).split(/[ ,]/),
    );
    assert.ok(figures.length >= 10);
    for (const figure of figures) assert.match(figure, /^-?\d+(?:\.\d{1,2})?$/);
  });

  it("are well-formed KML for xmllint", { skip: needs({ programs: ["xmllint"] }) }, () => {
    const file = join(folder, "places.kml");
    writeFileSync(file, text("places.kml"));
    execFileSync("xmllint", ["--noout", "--nonet", file]);
  });
});

describe("tables of other tools", { skip: needs({ programs: ["python3"] }) }, () => {
  it("have Atlos' columns in its order, and a point only where Atlos can say its radius", () => {
    const rows = csvRows("atlos.csv");
    assert.deepEqual(Object.keys(rows[0] ?? {}), [
      ...["slug", "inserted_at", "updated_at", "latitude", "longitude", "status", "assignments", "description", "date", "time"],
      ...["general_location", "tags", "type", "impact", "equipment", "geolocation_resolution", "more_info", "restrictions", "sensitive"],
      "source_1",
    ]);
    const of = (slug: string) => rows.find((row) => row["slug"] === slug) ?? {};
    assert.deepEqual(
      [of("f1")["latitude"], of("f1")["geolocation_resolution"], of("f1")["status"]],
      ["50.465123", "Vicinity", "Completed"],
    );
    assert.deepEqual([of("f5")["latitude"], of("f5")["geolocation_resolution"]], ["", ""], "5 km is no point");
    assert.match(of("f5")["general_location"] ?? "", /within 5 km/);
    assert.deepEqual([of("f2")["date"], of("f2")["time"]], ["2024-09-14", ""], "a window of 40 minutes is a day and no minute");
    assert.match(of("f2")["more_info"] ?? "", /12:30/);
    assert.equal(of("e1")["time"], "12:30:00");
    assert.equal(of("f1")["sensitive"], "Graphic Violence", "what nobody assessed is shielded");
    assert.equal(of("f1")["source_1"], "https://example.invalid/v/1");
  });

  it("call graphic what rests on a graphic clip by way of an inference, and what rests on nothing", () => {
    const { rows, none } = restingRows();
    assert.deepEqual(rows, [["i1"], true]);
    assert.deepEqual(none, [[], true]);
  });

  it("have TimeMap's columns, its dates, and sources by their items", () => {
    const events = csvRows("timemap-events.csv");
    assert.deepEqual(Object.keys(events[0] ?? {}), [
      ...["id", "civId", "graphic", "description", "date", "time", "time_precision", "location", "latitude", "longitude", "x", "y", "z"],
      ...["type", "category", "category_full", "associations", "sources", "comments", "time_display", "shape", "colour"],
    ]);
    const event = events.find(({ id }) => id === "e1");
    assert.deepEqual([event?.["date"], event?.["time"], event?.["time_precision"]], ["09/14/2024", "12:30", "minute"]);
    assert.equal(events.find(({ id }) => id === "f5")?.["latitude"], "");
    const sources = csvRows("timemap-sources.csv");
    assert.deepEqual(Object.keys(sources[0] ?? {}), [
      ...["id", "title", "thumbnail", "paths", "type", "affil_s", "url", "description", "parent", "author", "date", "notes"],
    ]);
    assert.equal(sources[0]?.["paths"], "media/i1.mp4");
  });

  it("hold no cell that a spreadsheet would run", () => {
    for (const name of ["atlos.csv", "timemap-events.csv", "timemap-sources.csv"]) {
      let guarded = 0;
      for (const row of csvRows(name)) {
        for (const cell of Object.values(row)) {
          assert.ok(!/^[=+\-@\t\r]/.test(cell) || /^-?\d+(\.\d+)?$/.test(cell), `${name}: ${JSON.stringify(cell.slice(0, 20))}`);
          if (cell.startsWith("'=")) guarded++;
        }
      }
      assert.ok(guarded > 0, `${name}: the hostile cell is there, as text`);
    }
  });
});

describe("recordings", () => {
  it("go out as WebVTT that a parser of the format reads without an error", () => {
    const { WebVTTParser } = require("webvtt-parser") as {
      WebVTTParser: new () => {
        parse(text: string, mode: string): { errors: { message: string }[]; cues: { startTime: number; text: string }[] };
      };
    };
    const read = new WebVTTParser().parse(text("tiers/w1-v2.vtt"), "metadata");
    assert.deepEqual(read.errors, []);
    assert.deepEqual(
      read.cues.map(({ startTime }) => startTime),
      [1, 3],
    );
    assert.match(read.cues[1]?.text ?? "", /draft/i, "a draft says so");
    assert.match(text("tiers/w1-v2.vtt"), /1 of 2 segments were read by no second person/);
    assert.notDeepEqual(
      new WebVTTParser().parse(text("tiers/w1-v2.vtt").replace("00:00:03.000 -->", "00:00:03 ->"), "metadata").errors,
      [],
    );
  });

  it("go out on one clock as OpenTimelineIO, by addresses inside the edition", () => {
    const placed = placedMedia(readOtio(text("sync.otio")) as OtioNode);
    assert.deepEqual([...new Set(placed.map(({ address }) => address))], ["../media/i1.mp4"]);
  });
});

describe("what is pointed at, as Web Annotations", () => {
  it("name bytes by hash, or nothing that finds the original where the edition holds the hash back", () => {
    const committed = sampleReport({ items: [sampleItem({ object: null, commitment: digest("b") })] });
    const of = (id: string, from = model) =>
      (annotationsOf(from) as unknown as { id: string; target: { source: string; selector: { value: string } } }[]).filter((one) =>
        one.id.split(":").slice(4).join(":").startsWith(id),
      );
    assert.match(JSON.stringify(of("o1:", committed)[0]), new RegExp(`"urn:witnessmark:commitment:${"b".repeat(64)}"`));
    const [first, second, third] = of("o1:");
    assert.equal(of("o1:").length, 3);
    assert.deepEqual(of("o2:"), [], "none of a record that was taken back");
    assert.equal(first?.target.source, `urn:sha256:${"a".repeat(64)}`);
    assert.equal(first?.target.selector.value, "t=12.5,14&xywh=percent:10,20,30,40");
    assert.equal(second?.target, "urn:witnessmark:case:0123456789abcdef0123456789abcdef:i2");
    assert.equal(third?.target.selector.value, "t=5,5.001");
  });

  it("cover every sort of record that points at seconds, a part of the picture, or words", () => {
    const found = annotationsOf(model) as unknown as { id: string; motivation: string; target: { selector?: Record<string, string> } }[];
    const places = (id: string) =>
      found
        .filter((one) => one.id.split(":").slice(4).join(":").startsWith(id))
        .map(({ target }) => target.selector?.["value"] ?? target.selector?.["exact"] ?? "all of it");
    assert.deepEqual(["k1:", "j1:", "sp1:", "n1:", "sh1:", "st9", "w1:v2:", "es1:v1:", "f1:v2:for1"].map(places), [
      ["in the square"],
      ["t=7.9,8.1"],
      ["t=4,4.001&xywh=percent:50,50,1,2"],
      ["t=4,4.001&xywh=percent:50,50,1,2"],
      ["t=4,4.001"],
      ["t=2,3"],
      ["t=1,2.5", "t=3,4"],
      ["t=3,4"],
      ["t=3.2,4.6"],
    ]);
    assert.deepEqual(places("g1:"), ["t=12.5,14&xywh=percent:10,20,30,40", "all of it", "t=5,5.001"], "where it was observed");
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length, "each has a name of its own");
  });

  it("of a public edition point at nothing that it does not show, mark no place that leads back, and quote no text", () => {
    const rules = { gridM: 1000, texts: [], digests: [], sizes: [], durations: [], anchors: [] };
    const open = JSON.stringify(annotationsOf(publicReport(sampleReport({ edition: { ...model.edition, sort: "public" } }), rules)));
    assert.match(open, /"t=7\.9,8\.1"/, "what is heard in an item that is shown");
    assert.doesNotMatch(open, /TextQuoteSelector|percent:50,50|:i2"/);
  });

  it("hold against every schema of the W3C tests that must hold", { skip: needs({ fixtures: "web-annotation" }) }, () => {
    const schemas = fixturesFolder("web-annotation");
    const Ajv = (
      require("ajv-draft-04") as {
        default: new (o: object) => { addSchema(s: object, key: string): void; compile(s: object): (v: unknown) => boolean };
      }
    ).default;
    const read = (path: string) =>
      JSON.parse(readFileSync(join(schemas, "schemas", path), "utf8")) as { id: string; assertionType?: string; expectedResult?: string };
    const definitions = globSync("definitions/*.json", { cwd: join(schemas, "schemas") }).map(read);
    const musts = (part: string) =>
      globSync(`${part}/**/*.json`, { cwd: join(schemas, "schemas") })
        .map(read)
        .filter(({ assertionType }) => assertionType === "must");
    const validator = (schema: object) => {
      const ajv = new Ajv({ strict: false, validateFormats: false });
      for (const one of definitions) ajv.addSchema(one, one.id);
      return ajv.compile(schema);
    };
    const annotations = musts("annotations").map((schema) => ({ schema, valid: validator(schema) }));
    const faults = (value: unknown, all: typeof annotations) =>
      all.filter(({ schema, valid }) => valid(value) !== (schema.expectedResult !== "invalid")).map(({ schema }) => schema.id);
    assert.ok(annotations.length >= 48, `${annotations.length} schemas of annotations`);
    for (const one of annotationsOf(model)) assert.deepEqual(faults(one, annotations), [], JSON.stringify(one));
    const collections = musts("collections").map((schema) => ({ schema, valid: validator(schema) }));
    assert.deepEqual(faults(annotationCollection(model), collections), []);
    const [first] = annotationsOf(model);
    assert.notDeepEqual(faults({ ...first, type: "Note" }, annotations), [], "the schemas can say no");
  });
});

describe("findings as ClaimReview", () => {
  it("say what the finding says, in the words of its own ladder, and give no number to a ladder without one", async () => {
    const jsonld = require("jsonld") as { expand(value: unknown, o: object): Promise<Record<string, unknown>[]> };
    const documentLoader = async (url: string) => ({
      contextUrl: null,
      documentUrl: url,
      document: { "@context": { "@vocab": "https://schema.org/" } },
    });
    const expanded = await jsonld.expand(JSON.parse(text("reviews.jsonld")), { documentLoader });
    assert.equal(expanded.filter((one) => (one["@type"] as string[])[0] === "https://schema.org/ClaimReview").length, 5);
    const graph = (reviewsOf(model) as { "@graph": Record<string, unknown>[] })["@graph"];
    const of = (id: string) =>
      graph.find((one) => String(one["@id"]).endsWith(`:${id}:v2`)) as {
        claimReviewed: string;
        reviewBody: string;
        reviewRating: { alternateName: string; ratingValue?: number };
      };
    assert.deepEqual([of("f1").reviewRating.alternateName, of("f1").reviewRating.ratingValue], ["very likely", 6]);
    assert.equal(of("f1").claimReviewed, "It was filmed from the market square of Ostrel.");
    assert.deepEqual([of("f2").reviewRating.alternateName, of("f2").reviewRating.ratingValue], ["corroborated", undefined]);
    assert.equal(of("f3").reviewRating.ratingValue, undefined);
    assert.equal(of("f4").reviewRating.alternateName, "cannot tell");
    for (const { reviewBody } of [of("f1"), of("f2")]) {
      for (const sentence of reviewBody.split("\n").filter((line) => line.includes("onfidence")))
        assert.doesNotMatch(sentence, /likely|certain|chance/, "likelihood and confidence never in one sentence");
    }
    assert.doesNotMatch(JSON.stringify(graph), /\b(false|true)\b"/i, "no verdict that no finding says");
  });

  it("has the keys that it must have, by a schema of our own, and MediaReview only where a finding answers it", () => {
    const Ajv = (require("ajv") as { default: new (o: object) => { compile(s: object): (v: unknown) => boolean } }).default;
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, "reviews.schema.json"), "utf8")) as object;
    const valid = new Ajv({ allErrors: true }).compile(schema);
    assert.ok(valid(JSON.parse(text("reviews.jsonld"))));
    assert.ok(!valid(JSON.parse(text("reviews.jsonld").replace(/"claimReviewed"/, '"claim"'))));
    assert.equal([...text("reviews.jsonld").matchAll(/"MediaReview"/g)].length, 1);
    const without = reviewsOf(sampleReport({ findings: [sampleFinding({ answer: { sort: "choice", choice: "a market" } })] }));
    assert.doesNotMatch(JSON.stringify(without), /MediaReview/);
  });
});

it("an edition that holds hashes back names none anywhere", () => {
  const closed = exportsOf(
    sampleReport({ items: model.items.map((item) => ({ ...item, object: null, files: [], link: null, postedBy: null })) }),
  );
  const all = closed.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).join("\n");
  assert.ok(!all.includes(digest("a").slice(7)) && !all.includes("example.invalid/v/1") && !all.includes("@synthetic"));
  assert.ok(all.length > 1000 && hostile.length > 0);
});

it("no export but the words of recordings holds a sign that turns the words around it", () => {
  for (const [path, text] of files)
    if (!path.startsWith("exports/tiers/")) assert.ok(!/[\u202a-\u202e\u2066-\u2069]|\\u202e/iu.test(text), path);
  assert.ok(text("atlos.csv").includes("‹RLO›"));
});

/** A finding on an inference that rests on a clip, and one on nothing. */
function restingRows() {
  const record = (name: string, restsOn: string[]) => ({
    ...{ name, sort: "inference" as const, title: name, says: [], line: 12, laterLine: null, withdrawn: null, by: null, at: null, restsOn },
    ...{ exhibits: [], measurements: [], marks: [], computation: null },
  });
  const ground = (name: string) => [{ record: name, line: 12, item: null, at: null, segments: [], shows: "" }];
  const rows = tableRows(
    sampleReport({
      findings: [sampleFinding({ finding: "f1", evidenceFor: ground("n2") }), sampleFinding({ finding: "f2", evidenceFor: ground("n9") })],
      records: [record("n2", ["t1"]), record("t1", ["i1"]), record("n9", [])],
      items: [sampleItem({ graphic: "severe" })],
      events: [],
    }),
  );
  const [first, second] = rows.map((row) => [row.items.map(({ item }) => item), isGraphic(row)]);
  return { rows: first, none: second };
}
