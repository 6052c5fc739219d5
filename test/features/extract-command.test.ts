/** Bringing map extracts in by the command: real files, a real child, stopped and killed in the middle; nothing half-imported is ever left. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import { denseBlob, headerBlob, type MadeNode, osmPbf, waysBlob } from "../../scripts/testing/write-osm-pbf.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());

const example = join(import.meta.dirname, "../../docs/cli/examples/features-extract.geojson");
const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  return path;
};
/** Names in the folder of extracts but for the lock. */
const root = () => join(desk.folder, ".local", "share", "witnessmark", "extracts");
const kept = () => (existsSync(root()) ? readdirSync(root()).filter((name) => name !== "lock.sqlite") : []);

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
/** The same folder without the command: still a real child and real files. */
const here = () => mapExtractsOf(join(desk.folder, ".local", "share", "witnessmark"));
const importing = join(import.meta.dirname, "import-alone.ts");
const launch = (script: string, ...args: string[]) =>
  spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, ...args], {
    env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config"), HOME: desk.folder },
    stdio: "ignore",
  });

const town = () =>
  osmPbf({
    header: { box: { south: 47.9, west: -20.2, north: 48.1, east: -19.9 }, replicatedAt: 1_726_272_000, writtenBy: "made by hand" },
    nodes: [
      { id: 1, lon: -20, lat: 48, tags: { amenity: "place_of_worship", religion: "christian", name: "Saint Orla", note: "not kept" } },
      { id: 2, lon: -20.001, lat: 48 },
      { id: 3, lon: -20.001, lat: 48.001 },
      { id: 4, lon: -20.002, lat: 48.001 },
      { id: 5, lon: -20, lat: 48.01, tags: { place: "village", name: "Орла", "name:en": "Orla" } },
    ],
    ways: [
      { id: 10, refs: [2, 3, 4, 2], tags: { natural: "water" } },
      { id: 11, refs: [3, 4, 99], tags: { highway: "primary", ref: "D 12" } },
      { id: 12, refs: [98, 99], tags: { highway: "primary" } },
    ],
    relations: [
      {
        id: 20,
        members: [
          { type: "way", ref: 10 },
          { type: "way", ref: 77 },
        ],
        tags: { type: "multipolygon", landuse: "forest" },
      },
      { id: 21, members: [{ type: "way", ref: 11 }], tags: { type: "route", route: "bus" } },
    ],
  });

describe("witnessmark extract", () => {
  it("says how to bring one in while there is none", async () => {
    const ran = await desk.run("extract", "list");
    assert.equal(ran.code, 0);
    assert.match(ran.out, /extract import FILE/);
    await assert.rejects(here().open(), /expected one on this machine; found none.*extract import/);
  });

  it("brings in a file of OpenStreetMap with its own day, its credit, and what it leaves out", async () => {
    const path = file("orla.osm.pbf", town());
    const ran = await desk.run("extract", "import", path, "--json");
    assert.equal(ran.code, 0, ran.err);
    const [facts] = jsonLines(ran);
    assert.equal(facts?.["name"], "orla");
    assert.deepEqual(facts["of"], { at: "2024-09-14T00:00:00Z", basis: "replication timestamp in the file's header" });
    assert.match(String(facts["credit"]), /OpenStreetMap contributors.*Open Database License/);
    assert.deepEqual(facts["box"], { south: 47.9, west: -20.2, north: 48.1, east: -19.9 });
    assert.deepEqual(facts["holds"], { points: 2, lines: 1, areas: 2, roads: 1, places: 1 });
    assert.deepEqual(
      (facts["leftOut"] as { what: string; count: number }[]).map(({ what, count }) => [count, what.split(" ").slice(0, 3).join(" ")]),
      [
        [3, "corners of ways"],
        [1, "ways without two"],
        [1, "areas whose outline"],
        [1, "relations that are"],
      ],
    );
    assert.equal((await here().importFile({ path }, quiet))?.before, true, "there already");
    assert.equal(kept().length, 1);
  });

  it("brings in GeoJSON as Overpass turbo writes it, under another name, and removes it", async () => {
    await assert.rejects(here().importFile({ path: example, name: "orla" }, quiet), /a name that is not in use; found orla\. --name/);
    const ran = await desk.run("extract", "import", example, "--name", "sea", "--json");
    assert.equal(ran.code, 0, ran.err);
    const [facts] = jsonLines(ran);
    assert.deepEqual(facts?.["of"], { at: "2024-09-14T00:00:00Z", basis: '"timestamp" of the file' });
    assert.equal(facts["boxIs"], "around what it holds");
    const list = await desk.run("extract", "list");
    assert.match(list.out, /^orla\n[^]*^sea\n/m);
    assert.equal((await desk.run("extract", "remove", "sea")).code, 0);
    await assert.rejects(here().remove("sea"), /expected one of orla; found another name/);
    assert.equal(kept().length, 1);
  });

  for (const [name, bytes, expected] of [
    ["a picture", Buffer.from("\u0089PNG\r\n\u001a\n0000000000000000"), /this is no \.osm\.pbf file/],
    ["other JSON", '{"type": "Topology", "objects": {}}', /type "FeatureCollection"; found another/],
    [
      "JSON that is cut off",
      '{"type": "FeatureCollection", "features": [{"type": "Feature"',
      /the end of the outermost object; found the end of the file/,
    ],
    [
      "nodes in another order",
      osmPbf({
        nodes: [
          { id: 2, lon: 1, lat: 1 },
          { id: 1, lon: 1, lat: 1 },
        ],
      }),
      /node 1: expected nodes, then ways.*osmium sort/,
    ],
    [
      "ways before nodes",
      Buffer.concat([headerBlob(), waysBlob([{ id: 1, refs: [1] }]), denseBlob([{ id: 1, lon: 1, lat: 1 }])]),
      /node 1: expected nodes, then ways/,
    ],
    ["a history", headerBlob({ required: ["OsmSchema-V0.6", "HistoricalInformation"] }), /found "HistoricalInformation"/],
  ] as const)
    it(`refuses ${name} and keeps nothing of it`, async () => {
      const before = kept();
      const path = file("foreign", bytes);
      await assert.rejects(
        here().importFile({ path }, quiet),
        (error) => error instanceof CaseError && error.code === "INPUT_INVALID" && expected.test(error.message),
      );
      assert.deepEqual(kept(), before);
    });

  it("says of a damaged index to import the file again", async () => {
    const [name = ""] = kept();
    const index = join(root(), name, "index.sqlite");
    const good = readFileSync(index);
    const looked = async () => {
      const extract = await here().open();
      try {
        return [...extract.places()].length;
      } finally {
        extract.close();
      }
    };
    const empty = join(desk.folder, "empty.sqlite");
    const database = new DatabaseSync(empty);
    database.exec("CREATE TABLE other (a); PRAGMA user_version=1");
    database.close();
    const broken = [
      readFileSync(empty),
      good.subarray(0, 100),
      Buffer.from("no database"),
      Buffer.concat([good.subarray(0, 8192), Buffer.alloc(good.length - 8192, 7)]),
    ];
    for (const bytes of broken) {
      writeFileSync(index, bytes);
      await assert.rejects(
        looked(),
        /expected an index of this program's version; found another or a damaged one\. Remove it and import the file again/,
      );
    }
    writeFileSync(index, good);
    assert.equal(await looked(), 1);
  });

  it("takes away what a killed program left, once it changes something", async () => {
    mkdirSync(join(root(), "importing-left"));
    writeFileSync(join(root(), "importing-left", "nodes.tmp"), "");
    assert.equal((await here().list()).length, 1);
    await here().importFile({ path: example, name: "sea" }, quiet);
    await here().remove("sea");
    assert.equal(kept().length, 1);
  });

  /** Takes seconds to read, whatever the machine. */
  const long = () => {
    const blobs = Array.from({ length: 60 }, (_, n) =>
      denseBlob(
        Array.from({ length: 8000 }, (__, k): MadeNode => ({
          id: n * 8000 + k + 1,
          lon: -20 + k / 1e5,
          lat: 48 + n / 1e5,
          tags: { natural: "tree" },
        })),
      ),
    );
    return file("long.osm.pbf", Buffer.concat([headerBlob(), ...blobs]));
  };
  const staged = () => kept().filter((name) => name.startsWith("importing-"));
  const underway = () => staged().some((name) => existsSync(join(root(), name, "index.sqlite")));
  const until = async (holds: () => boolean, what: string) => {
    for (let tries = 0; !holds(); tries++) {
      assert.ok(tries < 1500, what);
      await setTimeout(20);
    }
  };

  it("leaves nothing when it is stopped, nor when it is killed in the middle", async () => {
    const path = long();
    const before = kept();
    const stopped = launch(main, "extract", "import", path);
    const ended = once(stopped, "exit");
    await until(underway, "an import under way");
    stopped.kill("SIGINT");
    const [code] = (await ended) as [number | null];
    assert.equal(code, 130);
    assert.deepEqual(kept(), before);
    const killed = launch(importing, join(desk.folder, ".local", "share", "witnessmark"), path);
    await until(underway, "another import under way");
    killed.kill("SIGKILL");
    assert.equal((await here().list()).length, 1);
    // The child sees that nobody waits for it and takes its folder with it.
    await until(() => staged().length === 0, "the folder of the killed import is gone");
    assert.deepEqual(kept(), before);
  });
});
