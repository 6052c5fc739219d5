/** Places that the material itself names: a picture's position and a post's, each with an area and with what that rests on. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import type { CaseMap } from "../../src/api/map.ts";
import { telegramExport } from "../support/material.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase } from "../support/served-case.ts";

describe("places seen in the material", { skip: needs({ programs: ["ffmpeg", "ffprobe", "perl"] }) }, () => {
  let desk: Desk;
  let map: CaseMap;

  before(async () => {
    desk = createDesk();
    const folder = join(desk.folder, "material");
    mkdirSync(folder);
    const picture = sharp({ create: { width: 32, height: 24, channels: 3, background: "gray" } });
    const gps = {
      ...{ GPSLatitudeRef: "N", GPSLatitude: "50/1 27/1 36/1", GPSLongitudeRef: "E", GPSLongitude: "30/1 10/1 48/1" },
      ...{ GPSImgDirectionRef: "T", GPSImgDirection: "90/1" },
    };
    const exif = { IFD2: { DateTimeOriginal: "2024:09:14 16:20:00" }, IFD3: gps };
    writeFileSync(join(folder, "picture.jpg"), await picture.jpeg().withExif(exif).toBuffer());
    const message = {
      ...{ id: 1, type: "message", date: "2024-09-20T10:00:00", date_unixtime: "1726826400", from: "S", from_id: "user1" },
      ...{ text: "here", text_entities: [], location_information: { latitude: 50.41, longitude: 30.2 } },
    };
    mkdirSync(join(folder, "chat"));
    writeFileSync(join(folder, "chat", "result.json"), JSON.stringify({ ...telegramExport, messages: [message] }));
    assert.equal((await desk.run("add", join(desk.folder, "case"), folder)).code, 0);
    const served = await serveCase(desk, join(desk.folder, "case"));
    const giveUp = Date.now() + 60_000;
    do {
      map = await served.get<CaseMap>("/api/map");
      if (map.features.length < 2) await new Promise((later) => setTimeout(later, 100));
    } while (map.features.length < 2 && Date.now() < giveUp);
  });
  after(() => desk.close());

  it("a picture's position is where it was taken from, within a radius that is said to be assumed, with the bearing of its camera", () => {
    const found = map.features.find(({ sort }) => sort === "item");
    assert.equal(found?.standing, "seen");
    assert.equal(found.claim.means, "filmed-from");
    assert.ok(found.claim.region !== "unknown" && found.claim.region.shape === "circle");
    assert.ok(Math.abs(found.claim.region.centre.lat - 50.46) < 1e-6 && Math.abs(found.claim.region.centre.lon - 30.18) < 1e-6);
    assert.equal(found.claim.region.radiusM, 100);
    assert.match(found.claim.precision, /^assumed/);
    assert.deepEqual(found.heading, { deg: 90, north: "true" });
  });

  it("the camera's clock without a zone is as wide as that makes it", () => {
    const row = map.rows.find(({ title }) => title.endsWith("picture.jpg"));
    const [time] = row?.times ?? [];
    assert.equal(time?.claim.zone.state, "unknown");
    assert.deepEqual([time.claim.earliest, time.claim.latest], ["2024-09-14T02:20:00Z", "2024-09-15T04:20:00Z"]);
  });

  it("a post's position is where it was posted from, at the time it was posted", () => {
    const found = map.features.find(({ sort }) => sort === "post");
    assert.equal(found?.claim.means, "posted-from");
    assert.equal(found.span?.earliest, "2024-09-20T10:00:00Z");
    assert.equal(map.posts[0]?.total, 1);
  });
});
