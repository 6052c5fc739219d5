/** KML as people draw it, as other programs write it, and as somebody hostile would. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../../scripts/testing/needs.ts";
import { MapFileReading } from "../../core/analysis/reading-result.ts";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { sameRegion } from "../../core/place/same-region.ts";
import type { Region } from "../../core/place/region.ts";
import { readGeoJson } from "../geojson/read-geojson.ts";
import { writeGeoJson } from "../geojson/write-geojson.ts";
import { readKml } from "./read-kml.ts";
import { writeKml } from "./write-kml.ts";

const kml = (inside: string) => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const read = (text: string) => MapFileReading.parse(readKml(text));
const trapped = (text: string) => read(text).traps.map(({ code }) => code);

const regions: Record<string, Region> = {
  circle: { shape: "circle", centre: { lat: 50.46, lon: 30.18 }, radiusM: 250 },
  "a small circle": { shape: "circle", centre: { lat: -33.5, lon: -70.25 }, radiusM: 3 },
  outline: {
    shape: "polygon",
    rings: [
      [
        { lat: 50, lon: 30 },
        { lat: 50, lon: 30.1 },
        { lat: 50.1, lon: 30.05 },
      ],
    ],
  },
  way: {
    shape: "path",
    points: [
      { lat: 50, lon: 30 },
      { lat: 50.1, lon: 30.1 },
      { lat: 50.2, lon: 30 },
    ],
    radiusM: 80,
  },
};

const feature = (region: Region): MapFeature => ({
  id: "p7",
  record: "e1",
  sort: "event",
  title: "Synthetic <b>title</b>",
  standing: "stated",
  claim: { means: "happened", verbatim: "", region, precision: "the analyst", basis: "the analyst" },
  span: { earliest: "2024-09-14T03:00:00Z", latest: "2024-09-14T09:00:00Z" },
});
const about = { caseId: "a".repeat(32), head: "none" };

describe("what we write comes back as what it was", () => {
  for (const [name, region] of Object.entries(regions)) {
    it(`${name}, through KML`, () => {
      const [back] = read(writeKml([feature(region)], about, "Synthetic")).features;
      assert.deepEqual(back?.ours, { id: "p7", caseId: about.caseId, record: "e1" });
      assert.ok(back.region !== "unknown" && sameRegion(back.region, region), JSON.stringify(back.region));
      assert.equal(back.time?.earliest, "2024-09-14T03:00:00Z");
    });

    it(`${name}, through GeoJSON`, () => {
      const { features, faults } = MapFileReading.parse(readGeoJson(writeGeoJson([feature(region)], about)));
      assert.deepEqual(faults, []);
      assert.equal(features.length, 1);
      const [back] = features;
      assert.equal(back?.ours?.id, "p7");
      assert.ok(back?.region !== undefined && back.region !== "unknown" && sameRegion(back.region, region), JSON.stringify(back?.region));
      assert.equal(back.time?.latest, "2024-09-14T09:00:00Z");
    });
  }

  it("a place moved by a hundred metres is not the same any more", () => {
    const moved = writeKml([feature({ shape: "circle", centre: { lat: 50.461, lon: 30.18 }, radiusM: 250 })], about, "Synthetic");
    const [back] = read(moved).features;
    assert.ok(back?.region !== "unknown" && back?.region !== undefined && !sameRegion(back.region, regions["circle"] as Region));
  });
});

describe("KML that others write", () => {
  it("a pin has no radius of its own: the one it gets is said to be assumed", () => {
    const { features, traps } = read(kml("<Placemark><name>Pin</name><Point><coordinates>30.18,50.46,0</coordinates></Point></Placemark>"));
    assert.deepEqual(features[0]?.region, { shape: "circle", centre: { lat: 50.46, lon: 30.18 }, radiusM: 100 });
    assert.match(features[0]?.precision ?? "", /^assumed/);
    assert.deepEqual(
      traps.map(({ code }) => code),
      ["no-radius"],
    );
  });

  it("a link to more, icons and laid-over pictures are listed and not followed", () => {
    const { links, features } = read(
      kml(`<Style id="s"><IconStyle><Icon><href>http://signs.example/a.png</href></Icon></IconStyle></Style>
        <NetworkLink><name>More</name><Link><href>http://more.example/x.kml</href></Link></NetworkLink>
        <GroundOverlay><Icon><href>over.png</href></Icon><LatLonBox><north>51</north><south>50</south><east>31</east><west>30</west></LatLonBox></GroundOverlay>`),
    );
    assert.deepEqual(
      links.map(({ sort, address }) => [sort, address]),
      [
        ["icon", "http://signs.example/a.png"],
        ["network-link", "http://more.example/x.kml"],
        ["overlay-picture", "over.png"],
      ],
    );
    assert.equal(features.length, 1);
    assert.equal((features[0]?.region as Region | undefined)?.shape, "polygon");
  });

  it("a track is a way with the times of its ends, several geometries are several places", () => {
    const { features } = read(
      kml(`<Placemark><gx:Track><when>2024-09-14T10:00:00Z</when><when>2024-09-14T10:05:00Z</when><gx:coord>30 50 100</gx:coord><gx:coord>30.1 50.1 100</gx:coord></gx:Track></Placemark>
        <Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark>`),
    );
    assert.deepEqual(
      features.map(({ where }) => where),
      ["Placemark 1", "Placemark 2, part 1", "Placemark 2, part 2"],
    );
    assert.deepEqual([features[0]?.time?.earliest, features[0]?.time?.latest], ["2024-09-14T10:00:00Z", "2024-09-14T10:05:00Z"]);
  });

  it("times are days, months and years too, and without a zone they are wide", () => {
    const time = (inside: string) => read(kml(`<Placemark>${inside}<Point><coordinates>1,2</coordinates></Point></Placemark>`));
    const day = time("<TimeStamp><when>2024-09-14</when></TimeStamp>").features[0]?.time;
    assert.deepEqual([day?.earliest, day?.latest, day?.zone.state], ["2024-09-13T10:00:00Z", "2024-09-15T11:59:59Z", "unknown"]);
    const span = time("<TimeSpan><begin>2024-02</begin><end>2024-02Z</end></TimeSpan>").features[0]?.time;
    assert.ok(span === undefined || span.earliest < span.latest);
    assert.ok(time("<TimeSpan><begin>2024-09-14T10:00:00Z</begin></TimeSpan>").traps.some(({ code }) => code === "time-open"));
    assert.equal(time("<TimeStamp><when>yesterday</when></TimeStamp>").faults.length, 1);
  });

  it("one bad position costs that position, not the file", () => {
    const { features, faults } = read(
      kml(
        `<Placemark><LineString><coordinates>1,2 999,4 3,4 5</coordinates></LineString></Placemark><Placemark><Point><coordinates>5,6</coordinates></Point></Placemark>`,
      ),
    );
    assert.equal(features.length, 2);
    assert.equal(faults.length, 2);
    assert.equal(faults[0]?.where, "Placemark 1");
  });
});

describe("KML that wants something else", () => {
  it("entities of its own stay words, and nothing that a document type names is opened", () => {
    const text = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&b; &x;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`;
    const { features, traps } = read(text);
    assert.equal(features[0]?.name, "&b; &x;");
    assert.ok(traps.some(({ code }) => code === "doctype"));
  });

  it("a million elements in each other end the reading with a clear fault", () => {
    const { faults } = read(`<kml>${"<Folder>".repeat(1_000_000)}`);
    assert.match(faults[0]?.found ?? "", /100 deep/);
  });

  it("a file cut off anywhere gives the places before the cut, and says that the end is missing", () => {
    const whole = kml("<Placemark><name>A</name><Point><coordinates>1,2</coordinates></Point></Placemark>".repeat(3));
    for (let at = 60; at < whole.length; at += 7) {
      const { features, faults } = read(whole.slice(0, at));
      assert.ok(features.length <= 3);
      assert.ok(faults.length >= 1, `cut at ${at}`);
    }
  });

  it("markup in a description is told and stays text", () => {
    const text = kml(
      "<Placemark><description><![CDATA[<script>alert(1)</script>]]></description><Point><coordinates>1,2</coordinates></Point></Placemark>",
    );
    assert.ok(trapped(text).includes("markup-in-description"));
    assert.equal(read(text).features[0]?.description, "<script>alert(1)</script>");
  });

  it("only the first 5,000 places are read one by one, and that is said", () => {
    const text = kml("<Placemark><Point><coordinates>1,2</coordinates></Point></Placemark>".repeat(5003));
    assert.equal(read(text).features.length, 5000);
    assert.ok(trapped(text).includes("too-many-places"));
  });
});

describe("GeoJSON that others write", () => {
  const geo = (value: unknown) => MapFileReading.parse(readGeoJson(JSON.stringify(value)));

  it("all seven geometries are areas, null is no place", () => {
    const square = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const geometries = [
      { type: "Point", coordinates: [30, 50] },
      {
        type: "MultiPoint",
        coordinates: [
          [30, 50],
          [31, 51],
        ],
      },
      {
        type: "LineString",
        coordinates: [
          [30, 50],
          [31, 51],
        ],
      },
      {
        type: "MultiLineString",
        coordinates: [
          [
            [30, 50],
            [31, 51],
          ],
        ],
      },
      { type: "Polygon", coordinates: square },
      { type: "MultiPolygon", coordinates: [square] },
      { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [30, 50] }] },
      null,
    ];
    const { features, faults } = geo({
      type: "FeatureCollection",
      features: geometries.map((geometry) => ({ type: "Feature", properties: null, geometry })),
    });
    assert.deepEqual(faults, []);
    assert.equal(features.length, 9);
    assert.equal(features.filter(({ region }) => region === "unknown").length, 1);
  });

  it("what is no GeoJSON, or swapped and off the earth, is a fault that names its place", () => {
    assert.equal(geo([]).faults.length, 1);
    assert.match(
      geo({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [50, 130] } }).faults[0]?.where ?? "",
      /one object/,
    );
    assert.equal(MapFileReading.parse(readGeoJson('{"type":"FeatureCollection","features":[{')).faults.length, 1);
    assert.equal(MapFileReading.parse(readGeoJson("[".repeat(100_000))).faults.length, 1);
  });
});

describe("KML of other projects' test suites", { skip: needs({ fixtures: "kml" }) }, () => {
  it("every file is read, and a place is found wherever one is drawn", () => {
    const folder = join(fixturesFolder("kml"), "test", "data");
    const files = readdirSync(folder).filter((name) => name.endsWith(".kml"));
    assert.ok(files.length >= 15, `expected the fixtures; found ${files.length}`);
    for (const name of files) {
      const text = readFileSync(join(folder, name), "utf8");
      const { features } = read(text);
      if (/<coordinates>\s*-?\d|<gx:coord>/.test(text) && /<Placemark/.test(text) && name !== "bad.kml")
        assert.ok(
          features.some(({ region }) => region !== "unknown"),
          name,
        );
      for (const { region } of features) if (region !== "unknown") assert.ok(region.shape === "polygon" || region.radiusM > 0, name);
    }
  });
});
