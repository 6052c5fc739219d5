/** Items that are pictures of the ground: said, changed, taken back, and the same after the tables were made anew. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { ImageryRow } from "../../src/api/imagery.ts";
import type { MapLayer } from "../../src/core/map-layer/map-layer.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";
import { makeTown, town } from "./make-town.ts";

type Answer = { seq?: number; code?: string; message?: string };

const taken = {
  means: "recorded",
  verbatim: "2022-03-31",
  earliest: "2022-03-30T10:00:00Z",
  latest: "2022-04-01T11:59:59Z",
  zone: { state: "unknown", reading: "2022-03-31" },
  basis: "the banner of the map service",
};
const placement = {
  corners: [
    { lat: 50.5, lon: 30.1 },
    { lat: 50.5, lon: 30.2 },
    { lat: 50.4, lon: 30.2 },
    { lat: 50.4, lon: 30.1 },
  ],
  picture: { width: 64, height: 48 },
  pairs: [{ x: 0, y: 0, lat: 50.5, lon: 30.1 }],
  fit: "affine",
  rmsM: null,
};
const said = { provider: "Synthetic Sat", licence: "", taken, placement, reason: "" };

describe("imagery and layers of a case", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  let picture: string;
  let text: string;
  const rows = async () => (await served.get<{ imagery: ImageryRow[] }>("/api/imagery")).imagery;
  const describeIt = (item: string, body: object) => served.post<Answer>(`/api/items/${item}/imagery`, body);

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "a.txt"), "Synthetic words");
    await sharp({ create: { width: 64, height: 48, channels: 3, background: "#446644" } })
      .png()
      .toFile(join(desk.folder, "b.png"));
    assert.equal((await desk.run("add", kept, join(desk.folder, "a.txt"), join(desk.folder, "b.png"))).code, 0);
    served = await serveCase(desk, kept);
    const kindOf = async (id: string) => (await served.get<{ row: { kind: string } }>(`/api/items/${id}`)).row.kind;
    [picture, text] = (await kindOf("i1")) === "picture" ? ["i1", "i2"] : ["i2", "i1"];
  });
  after(() => desk.close());

  it("says of a picture whose it is, of when and where it lies, and keeps what is not known as not known", async () => {
    assert.equal(typeof (await describeIt(picture, said)).seq, "number");
    const [row] = await rows();
    assert.deepEqual(
      [row?.item, row?.provider, row?.licence, row?.taken, row?.placement],
      [picture, "Synthetic Sat", "", taken, placement],
    );
  });

  it("changes it only with a reason, and only pictures can be imagery", async () => {
    assert.match((await describeIt(picture, { ...said, provider: "Another" })).message ?? "", /reason/);
    assert.match((await describeIt(text, said)).message ?? "", /expected a picture/);
    assert.equal((await describeIt("i99", said)).code, "ITEM_UNKNOWN");
    assert.equal(
      typeof (await describeIt(picture, { ...said, taken: "unknown", placement: null, reason: "the banner is of the mosaic" })).seq,
      "number",
    );
    const [row] = await rows();
    assert.deepEqual([row?.taken, row?.placement, row?.reason], ["unknown", null, "the banner is of the mosaic"]);
  });

  it("is told in a sentence each in the custody log of the item, with what was sealed", async () => {
    const { entries } = await served.get<CustodyPage>(`/api/custody?item=${picture}&limit=50`);
    const sentences = entries.filter(({ kind }) => kind.startsWith("imagery.")).map(({ summary }) => summary);
    assert.equal(sentences.length, 2);
    assert.ok(
      sentences.some((one) => one.includes("is imagery: Synthetic Sat, taken 2022-03-31, licence unknown; laid on the map.")),
      sentences.join(),
    );
    assert.ok(
      sentences.some((one) => one.includes("day unknown") && one.includes("Changed: the banner is of the mosaic")),
      sentences.join(),
    );
  });

  it("is the same in a verified copy whose tables were made anew, and gone from the list when it is taken back", async () => {
    const seen = await rows();
    const copy = join(desk.folder, "copy");
    assert.equal((await desk.run("copy", kept, copy)).code, 0);
    rmSync(join(copy, "derived"), { recursive: true, force: true });
    served = await serveCase(desk, copy);
    assert.deepEqual(await rows(), seen);
    const withdraw = (reason: string) => served.post<Answer>(`/api/items/${picture}/imagery/withdraw`, { reason });
    assert.equal(typeof (await withdraw("a photograph of a poster")).seq, "number");
    assert.deepEqual(await rows(), []);
    assert.match((await withdraw("again")).message ?? "", /described as imagery/);
  });

  it("adds, lists and removes layers on the command line, and serves them to the page of any case", async () => {
    writeFileSync(join(desk.folder, "town.pmtiles"), makeTown());
    const added = await desk.run(
      "layer",
      "add",
      "town.pmtiles",
      "--provider",
      "Invented",
      "--licence",
      "ODbL",
      "--date",
      "2023-05",
      "--json",
    );
    assert.equal(added.code, 0, added.err);
    const [layer] = jsonLines<MapLayer>(added);
    assert.equal(layer?.stated.taken !== "unknown" && layer?.stated.taken.verbatim, "2023-05");
    const { layers } = await served.get<{ layers: MapLayer[] }>("/api/map-layers");
    assert.deepEqual(
      layers.map(({ id }) => id),
      [layer?.id],
    );
    const x = Math.floor(((town.lon + 180) / 360) * 2 ** 14);
    const y = Math.floor(((1 - Math.asinh(Math.tan((town.lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** 14);
    const { shapes } = await served.get<{ shapes: { sort: string }[] }>(`/api/map-layers/${layer?.id}/14/${x}/${y}`);
    assert.ok(shapes.some(({ sort }) => sort === "road-major") && shapes.some(({ sort }) => sort === "water"));
    assert.equal((await served.get<Answer>(`/api/map-layers/${layer?.id}/14/${x}/99999`)).code, "INPUT_INVALID");
    assert.equal((await served.get<Answer>(`/api/map-layers/${"0".repeat(64)}/0/0/0`)).code, "INPUT_INVALID");
    assert.equal((await served.post<Answer>("/api/map-layers", { path: "town.pmtiles", stated: layer?.stated })).code, "PATH_REFUSED");
    assert.equal((await desk.run("layer", "remove", layer?.id.slice(0, 8) ?? "")).code, 0);
    assert.deepEqual(await served.get("/api/map-layers"), { layers: [] });
  });
});
