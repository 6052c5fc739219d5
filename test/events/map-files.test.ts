/** Map files as items of a real case: read by a child, KMZ out of its archive, hostile ones told and kept. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemDetail } from "../../src/api/items.ts";
import type { CaseMap, MapFileDetail, MapFiles } from "../../src/api/map.ts";
import { writeKmz } from "../../src/formats/kml/write-kmz.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const pin = (name: string) => `<Placemark><name>${name}</name><Point><coordinates>30.18,50.46</coordinates></Point></Placemark>`;
const kml = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;

describe("map files as items", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let served: ServedCase;
  let files: MapFiles["files"];

  before(async () => {
    desk = createDesk();
    const folder = join(desk.folder, "material");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "plain.kml"),
      kml(`${pin("Synthetic pin")}<NetworkLink><Link><href>http://127.0.0.1:9/more.kml</href></Link></NetworkLink>`),
    );
    writeFileSync(join(folder, "packed.kmz"), writeKmz(kml(pin("Packed pin"))));
    writeFileSync(
      join(folder, "places.geojson"),
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: { name: "P" }, geometry: { type: "Point", coordinates: [30, 50] } }],
      }),
    );
    writeFileSync(
      join(folder, "hostile.kml"),
      `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/hostname">]><kml><Placemark><name>&x;</name>${"<Folder>".repeat(5000)}`,
    );
    assert.equal((await desk.run("add", join(desk.folder, "case"), folder)).code, 0);
    served = await serveCase(desk, join(desk.folder, "case"));
    const giveUp = Date.now() + 60_000;
    do {
      files = (await served.get<MapFiles>("/api/map/files")).files;
      if (files.length < 4) await new Promise((later) => setTimeout(later, 100));
    } while (files.length < 4 && Date.now() < giveUp);
  });
  after(() => desk.close());

  const fileNamed = (name: RegExp) => {
    const found = files.find((file) => name.test(file.name));
    assert.ok(found !== undefined, `${name}: found ${files.map((file) => file.name).join(", ")}`);
    return found;
  };

  it("KML, GeoJSON and the KML inside a KMZ are found by their bytes and read", async () => {
    assert.deepEqual(files.map(({ format }) => format).toSorted(), ["geojson", "kml", "kml", "kml"]);
    const { features } = await served.get<MapFileDetail>(`/api/map/files/${fileNamed(/packed\.kmz\/doc\.kml$/).item}`);
    assert.equal(features[0]?.name, "Packed pin");
  });

  it("what a file wants fetched is listed with the traps of the item, and was not fetched", async () => {
    const { item } = fileNamed(/plain\.kml$/);
    const { links } = await served.get<MapFileDetail>(`/api/map/files/${item}`);
    assert.deepEqual(
      links.map(({ sort, address }) => [sort, address]),
      [["network-link", "http://127.0.0.1:9/more.kml"]],
    );
    const detail = await served.get<ItemDetail>(`/api/items/${item}`);
    assert.ok(detail.traps.some(({ code }) => code === "network-link"));
    assert.ok(detail.cannotTell.some((sentence) => sentence.includes("How far off")));
  });

  it("a hostile file is told, opens nothing, and its item is kept", async () => {
    const { item } = fileNamed(/hostile\.kml$/);
    const { faults, traps, features } = await served.get<MapFileDetail>(`/api/map/files/${item}`);
    assert.ok(faults > 0);
    assert.ok(traps.some(({ code }) => code === "doctype"));
    assert.deepEqual(features, []);
  });

  it("places of a file are no places of the case until somebody says so", async () => {
    const { features } = await served.get<CaseMap>("/api/map");
    assert.deepEqual(features, []);
    const answer = await served.get<{ code: string }>("/api/map/files/i999");
    assert.equal(answer.code, "ITEM_UNKNOWN");
  });
});
