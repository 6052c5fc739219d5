/** What we write is well-formed, stays text where it is text, fetches nothing, and holds no point that would become a pin. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { needs } from "../../../scripts/testing/needs.ts";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { writeKml } from "./write-kml.ts";
import { writeKmz } from "./write-kmz.ts";

const folder = mkdtempSync(join(tmpdir(), "witnessmark-kml-"));
after(() => rmSync(folder, { recursive: true }));

const feature = (more: Partial<MapFeature>): MapFeature => ({
  id: "i12 seen",
  record: "i12",
  sort: "item",
  title: 'A <img src=x onerror="alert(1)"> & \u0000 name',
  standing: "seen",
  claim: {
    means: "filmed-from",
    verbatim: "<script>alert(1)</script>",
    region: { shape: "circle", centre: { lat: 50.46, lon: 30.18 }, radiusM: 250 },
    precision: "assumed",
    basis: "EXIF",
  },
  ...more,
});
const about = { caseId: "0".repeat(32), head: "none" };
const kml = writeKml(
  [
    feature({ heading: { deg: 247.5, north: "magnetic" }, span: { earliest: "2024-09-14T03:00:00Z", latest: "2024-09-14T09:00:00Z" } }),
    feature({
      id: "p1",
      standing: "candidate",
      claim: {
        ...feature({}).claim,
        region: {
          shape: "path",
          points: [
            { lat: 50, lon: 30 },
            { lat: 50.1, lon: 30.1 },
          ],
          radiusM: 90,
        },
      },
    }),
  ],
  about,
  "A synthetic case",
);

test("it is well-formed for a reader that is not ours", { skip: needs({ programs: ["xmllint"] }) }, () => {
  const file = join(folder, "places.kml");
  writeFileSync(file, kml);
  execFileSync("xmllint", ["--noout", "--nonet", file]);
});

test("words of people stay words, also where Google Earth shows HTML", () => {
  assert.match(kml, /A &lt;img src=x onerror=&quot;alert\(1\)&quot;&gt; &amp; \uFFFD name/);
  assert.match(kml, /&amp;lt;script&amp;gt;alert\(1\)/);
  assert.doesNotMatch(kml, /<img|<script/);
});

test("nothing in it is fetched, and nothing in it is a pin", () => {
  assert.doesNotMatch(kml, /<Point>|<Icon|href|NetworkLink|http:(?!\/\/www\.opengis\.net\/kml\/2\.2")/);
});

test("a camera with a bearing looks there, other places are looked down upon", () => {
  assert.match(kml, /<Camera><longitude>30\.18<\/longitude><latitude>50\.46<\/latitude>.*<heading>247\.5<\/heading><tilt>90<\/tilt>/);
  assert.match(kml, /<LookAt>/);
  const [above = "", camera = ""] = kml.split("<Placemark>").slice(1);
  assert.match(above, /<heading>0<\/heading>/);
  assert.match(above, /<description>[^\n]*Heading: not known\./, "the zero of the form is not taken for a bearing");
  assert.doesNotMatch(camera, /Heading: not known/);
  assert.match(kml, /<TimeSpan><begin>2024-09-14T03:00:00Z<\/begin><end>2024-09-14T09:00:00Z<\/end><\/TimeSpan>/);
});

test("the radius is drawn and said", () => {
  assert.match(kml, /<Data name="witnessmark:radiusM"><value>250<\/value>/);
  assert.match(kml, /Within 250 m\./);
  assert.equal([...kml.matchAll(/<Polygon>/g)].length, 2);
});

test("KMZ is a ZIP archive that other programs open", { skip: needs({ programs: ["python3"] }) }, () => {
  const file = join(folder, "places.kmz");
  writeFileSync(file, writeKmz(kml));
  const script =
    "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.buffer.write(z.read('doc.kml'))";
  assert.equal(execFileSync("python3", ["-c", script, file]).toString("utf8"), kml);
});
