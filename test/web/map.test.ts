import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Download, Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { telegramExport } from "../support/material.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { pixelsOf } from "./pixels.ts";

const circle = (lat: number, lon: number, radiusM: number) => ({
  means: "happened",
  verbatim: `${lat}, ${lon}`,
  region: { shape: "circle", centre: { lat, lon }, radiusM },
  precision: "the analyst",
  basis: "the analyst",
});
const between = (earliest: string, latest: string) => ({
  means: "stated",
  verbatim: `${earliest} to ${latest}`,
  earliest,
  latest,
  zone: { state: "utc" },
  basis: "the analyst",
});

describe("the map and the timeline", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const post = <T>(path: string, body: unknown): Promise<T> =>
    page.evaluate(
      async ([at, text]) =>
        (await (
          await fetch(at as string, { method: "POST", headers: { "content-type": "application/json" }, body: text as string })
        ).json()) as T,
      [path, JSON.stringify(body)],
    );
  const open = async (query = "") => {
    await page.goto(`${bench.served.origin}/map${query}`);
    await page.locator(".place-row").first().waitFor();
  };
  const sign = (id: string) => page.locator(`.map-sign[data-id="${id}"]`);

  before(async () => {
    bench = await openWorkbench({
      context: { permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true },
      material(folder) {
        writeFileSync(join(folder, "one.txt"), "Synthetic one");
        mkdirSync(join(folder, "chat"));
        const message = (id: number, latitude: number) => ({
          ...{ id, type: "message", date: "2024-09-20T10:00:00", date_unixtime: "1726826400", from: "S", from_id: "user1" },
          ...{ text: `post ${id}`, text_entities: [], location_information: { latitude, longitude: 30.2 } },
        });
        const unzoned = {
          ...{ id: 3, type: "message", date: "2024-09-20T23:30:00", from: "S", from_id: "user1" },
          ...{ text: "post 3", text_entities: [] },
        };
        writeFileSync(
          join(folder, "chat", "result.json"),
          JSON.stringify({ ...telegramExport, messages: [message(1, 50.41), message(2, 50.42), unzoned] }),
        );
        execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "color=gray:size=64x48", "-frames:v", "1", join(folder, "p.jpg")]);
      },
    });
    page = bench.page;
    await post("/api/case-events", {
      sort: "ambush",
      title: `Synthetic ambush ${markup}`,
      time: between("2024-09-14T08:00:00Z", "2024-09-14T09:30:00Z"),
      place: circle(50.46, 30.18, 900),
    });
    await post("/api/case-events", {
      sort: "killing",
      title: "Synthetic killing",
      time: {
        ...between("2024-09-14T02:20:00Z", "2024-09-15T04:20:00Z"),
        verbatim: "14.09.2024 16:20",
        zone: { state: "unknown", reading: "2024-09-14T16:20:00" },
      },
      place: circle(50.48, 30.22, 3),
    });
    await post("/api/places", {
      places: [{ about: "i1", claim: circle(50.44, 30.1, 400), standing: "candidate", reason: "the roofs look alike" }],
    });
    await eventually("the posts are read", async () =>
      page.evaluate(async () =>
        ((await (await fetch("/api/map")).json()) as { features: { sort: string }[] }).features.some(({ sort }) => sort === "post"),
      ),
    );
  });
  after(() => bench?.close());

  it("draws events, items and posts, each with its area, and says the radius in words", async () => {
    await open();
    await sign("e1 place").waitFor();
    assert.match((await sign("e1 place").getAttribute("aria-label")) ?? "", /stated, 50\.46000, 30\.18000, within 900 m$/);
    assert.match((await sign("p1").getAttribute("aria-label")) ?? "", /candidate, .*within 400 m$/);
    assert.equal(await page.locator('.map-sign[data-id*=" post "]').count(), 2);
    await sign("e2 place").focus();
    await page.locator(".map-name", { hasText: "± 3.0 m" }).waitFor();
  });

  it("never shows a pin without its ring: around every sign there is a ring of its own colour, however far away", async () => {
    for (const at of ["50.48,30.22,3z", "50.48,30.22,9z", "50.48,30.22,13z", "50.48,30.22,18z"]) {
      await open(`?view=map&at=${at}`);
      await sign("e2 place").waitFor();
      // Signs of other colours lie on top of it when all are far away.
      await page.getByRole("button", { name: /^candidate/ }).click();
      await page.getByRole("button", { name: /^seen in the material/ }).click();
      await sign("p1").waitFor({ state: "detached" });
      const box = await page.getByTestId("map").boundingBox();
      const centre = await sign("e2 place").evaluate((element) => {
        const { e, f } = (element as SVGGElement).transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
        return { x: e, y: f };
      });
      assert.ok(box !== null);
      const pixels = await pixelsOf(page.getByTestId("map"));
      const isGreen = (x: number, y: number): boolean => {
        const [red, green, blue] = pixels.at(Math.round(x), Math.round(y));
        return green > red + 12 && green > blue + 4;
      };
      let found = 0;
      for (let turn = 0; turn < 24; turn++) {
        const angle = (turn / 24) * 2 * Math.PI;
        const hits = [10, 11, 12, 13, 14].some((r) => isGreen(centre.x + r * Math.cos(angle), centre.y + r * Math.sin(angle)));
        if (hits) found++;
      }
      assert.ok(found >= 20, `${at}: the ring is seen at ${found} of 24 directions`);
    }
  });

  it("links list, map and timeline: what is chosen in one is chosen in all", async () => {
    await open();
    await page.locator(".place-row", { hasText: "Synthetic killing" }).click();
    await page.locator('.map-sign.is-chosen[data-feature="e2"]').waitFor();
    await page.locator(".timeline-row.is-chosen", { hasText: "Synthetic killing" }).waitFor();
    await page.locator(".timeline-name", { hasText: "Synthetic ambush" }).click();
    await page.locator('.map-sign.is-chosen[data-feature="e1"]').waitFor();
    await sign("e2 place").focus();
    await page.keyboard.press("Enter");
    await page.locator(".place-row.is-chosen", { hasText: "Synthetic killing" }).waitFor();
    await page.keyboard.press("k");
    await page.locator(".place-row.is-chosen", { hasText: "Synthetic ambush" }).waitFor();
    await page.keyboard.press("o");
    await page.waitForURL(/\/events\/e1$/);
  });

  it("is moved, zoomed and measured without a mouse, and copies latitude first", async () => {
    await open("?at=50.46,30.18,12z");
    await page.keyboard.press("c");
    await eventually(
      "the cross is copied",
      async () => (await page.evaluate(() => navigator.clipboard.readText())) === "50.46000, 30.18000",
    );
    await page.keyboard.press("r");
    await page.keyboard.press("p");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("p");
    await page.locator(".map-ruler text", { hasText: /m, bearing 9\d\.\d°|m, bearing 90\.0°|m, bearing 89\.\d°/ }).waitFor();
    await page.keyboard.press("+");
    await page.waitForURL(/12\.50z/);
    await page.keyboard.press("m");
    await page.getByRole("button", { name: "View 1", exact: true }).waitFor();
    await page.keyboard.press("0");
    await page.waitForURL((url) => !url.search.includes("12.50z"));
    await page.keyboard.press("1");
    await page.waitForURL(/12\.50z/);
  });

  it("zooms at the cursor and copies the place under a right click", async () => {
    await open("?at=50.46,30.18,12z");
    const map = page.getByTestId("map");
    const box = await map.boundingBox();
    assert.ok(box !== null);
    const spot = { x: 100, y: 90 };
    await map.click({ button: "right", position: spot });
    const there = await page.evaluate(() => navigator.clipboard.readText());
    await page.mouse.move(box.x + spot.x, box.y + spot.y);
    await page.mouse.wheel(0, -400);
    await page.waitForURL((url) => !url.search.includes("12z"));
    await page.waitForURL(/at=/);
    await map.click({ button: "right", position: spot });
    await eventually("the same place is under the cursor", async () => {
      const after_ = await page.evaluate(() => navigator.clipboard.readText());
      const [a, b] = [there, after_].map((words) => words.split(", ").map(Number));
      return Math.abs((a?.[0] ?? 0) - (b?.[0] ?? 1)) < 0.0002 && Math.abs((a?.[1] ?? 0) - (b?.[1] ?? 1)) < 0.0002;
    });
  });

  it("shows a time without a zone as wide as it is, with its own words, in whatever zone", async () => {
    await page.goto(`${bench.served.origin}/map?view=time`);
    const bar = page.locator(".timeline-row", { hasText: "Synthetic killing" }).locator(".timeline-time.is-open");
    await bar.locator("text", { hasText: "zone not stated, its words: 14.09.2024 16:20" }).waitFor();
    const [open_, known] = await Promise.all(
      [bar, page.locator(".timeline-row", { hasText: "Synthetic ambush" }).locator(".timeline-time")].map((one) =>
        one.locator("rect").boundingBox(),
      ),
    );
    assert.ok((open_?.width ?? 0) > (known?.width ?? 0));
    await page.getByRole("combobox", { name: /^Clock of/ }).selectOption("Europe/Kyiv");
    await page.locator('.timeline-time[aria-label*="14 Sept 2024, 11:00:00"]').waitFor();
    assert.match((await bar.getAttribute("aria-label")) ?? "", /clock of Europe\/Kyiv/);
  });

  it("shows the timeline alone, as high as there is room, as soon as it is asked for", async () => {
    await open();
    await page.getByRole("group", { name: "What to show" }).getByRole("button", { name: "Timeline" }).click();
    await eventually("it has the height of the screen", async () => ((await page.locator(".time-main").boundingBox())?.height ?? 0) > 400);
    await page.locator(".timeline-row", { hasText: "Synthetic ambush" }).waitFor();
    await page.getByRole("group", { name: "What to show" }).getByRole("button", { name: "Both" }).click();
    await eventually("it is lower again", async () => ((await page.locator(".time-main").boundingBox())?.height ?? 0) < 400);
  });

  it("keeps posts of no known zone apart, striped in every day they may be in, and says so", async () => {
    await page.goto(`${bench.served.origin}/map?view=time`);
    await page.locator(".timeline-legend", { hasText: "striped: zone not known, in every day it may be" }).waitFor();
    const strip = page.locator(".timeline-posts svg");
    assert.match((await strip.getAttribute("aria-label")) ?? "", /^3 posts by day of UTC; striped: zone not known/);
    const heights = (name: string) =>
      strip.locator(`rect.${name}`).evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("height")) > 0));
    assert.deepEqual(await heights("timeline-day"), [true, false]);
    assert.deepEqual(await heights("timeline-day-unsure"), [true, true]);
  });

  it("has the words of a bar whole in sight at the right edge", async () => {
    await page.goto(`${bench.served.origin}/map?view=time`);
    const row = page.locator(".timeline-row", { hasText: "Synthetic killing" });
    const words = row.locator("text", { hasText: "zone not stated" });
    await words.waitFor();
    for (let times = 0; times < 12; times++) {
      await page.locator(".timeline-scroll").focus();
      await page.keyboard.press("ArrowLeft");
      const [text, lane] = [await words.boundingBox(), await row.locator("svg").boundingBox()];
      assert.ok(text !== null && lane !== null);
      assert.ok(text.x >= lane.x && text.x + text.width <= lane.x + lane.width, `${times}: ${text.x} and ${text.width} in ${lane.width}`);
    }
  });

  it("narrows the map to a stretch of time, and says what has no time", async () => {
    await open();
    const axis = page.getByTestId("time-axis");
    const box = await axis.boundingBox();
    const bar = await page.locator(".timeline-row", { hasText: "Synthetic ambush" }).locator("rect").boundingBox();
    assert.ok(box !== null && bar !== null);
    await page.mouse.move(bar.x - 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width + 6, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await page.getByText("1 place without a time is hidden by the stretch of time").waitFor();
    await eventually(
      "the posts of another day are gone",
      async () => (await page.locator(".place-row", { hasText: "post" }).count()) === 0,
    );
    await page.locator(".place-row", { hasText: "Synthetic ambush" }).waitFor();
    await page.getByRole("button", { name: "Map: all times again" }).click();
    await page.locator(".place-row", { hasText: "post" }).first().waitFor();
  });

  it("moves and zooms the timeline by dragging, by the wheel and by keys, without moving the map", async () => {
    await open("?at=50.46,30.18,12z");
    const bar = page.locator(".timeline-row", { hasText: "Synthetic ambush" }).locator("rect");
    const lane = await page.locator(".timeline-row", { hasText: "Synthetic ambush" }).locator("svg").boundingBox();
    const before_ = await bar.boundingBox();
    assert.ok(lane !== null && before_ !== null);
    const away = before_.x - lane.x > lane.width / 2 ? lane.x + 60 : lane.x + lane.width - 200;
    await page.mouse.move(away, lane.y + 14);
    await page.mouse.down();
    await page.mouse.move(away + 80, lane.y + 14, { steps: 4 });
    await page.mouse.up();
    await eventually("the bar moved with the pointer", async () => Math.abs(((await bar.boundingBox())?.x ?? 0) - before_.x - 80) < 2);
    await page.mouse.move(before_.x + 82, lane.y + 14);
    await page.mouse.wheel(0, -300);
    await eventually("the bar is wider", async () => ((await bar.boundingBox())?.width ?? 0) > before_.width);
    await page.locator(".timeline-scroll").focus();
    await page.keyboard.press("0");
    await eventually("all is in sight again", async () => Math.abs(((await bar.boundingBox())?.x ?? 0) - before_.x) < 2);
    assert.match(page.url(), /12z/);
  });

  it("has gaps in sight", async () => {
    await open();
    await page.locator("span", { hasText: /gap with nothing in it, \d+ days?/ }).waitFor();
    assert.equal(await page.locator(".timeline-gap").count(), 1);
  });

  it("says before an export how many of the chosen items may not be published", async () => {
    const says = async (words: string) => {
      await open();
      await page.getByRole("button", { name: "Export…" }).click();
      await page.getByLabel("Which places").selectOption("all");
      await page.getByRole("dialog").getByText(words).waitFor();
    };
    await says("1 of 1 chosen items may not be published");
    const scope = { keep: "yes", analyse: "yes", "show-redacted": "yes", publish: "yes", "share-with-court": "yes" };
    const changes = { scope, embargoUntil: "none", withdrawnAt: "not-withdrawn" };
    await post("/api/items/conditions", { items: ["i1"], changes });
    await says("The conditions of all chosen items allow publishing.");
    await open("?chosen=e1");
    await page.getByRole("button", { name: "Export…" }).click();
    assert.equal(await page.getByRole("dialog").getByText("chosen items").count(), 0, "conditions bind items, not events");
  });

  it("what another program moved comes back as a candidate, with the file it came from, until a person states it", async () => {
    await open("?chosen=e1");
    await page.getByRole("button", { name: "Export…" }).click();
    await page.getByLabel("For").selectOption("kml");
    const [download]: [Download, void] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the file" }).click(),
    ]);
    const file = join(bench.desk.folder, "moved.kml");
    await download.saveAs(file);
    const text = readFileSync(file, "utf8");
    assert.match(text, /witnessmark:id"><value>e1 place</);
    assert.doesNotMatch(text, /<Point>/);
    // As Google Earth would when somebody drags the shape a little to the north.
    const moved = text.replace(/<coordinates>([^<]*)<\/coordinates>/g, (_, list: string) => {
      const points = list.split(" ").map((point) => point.split(",").map(Number) as [number, number]);
      return `<coordinates>${points.map(([lon, lat]) => `${lon},${lat + 0.01}`).join(" ")}</coordinates>`;
    });
    const pin = `<Placemark><name><![CDATA[A pin ${markup}]]></name><Point><coordinates>30.2,50.4</coordinates></Point></Placemark>`;
    writeFileSync(file, moved.replace("</Document>", `${pin}</Document>`));
    await page.goto(bench.served.origin);
    await page.locator("input[type=file][aria-label='Add files']").setInputFiles(file);
    await eventually("the file is read", async () =>
      page.evaluate(async () => ((await (await fetch("/api/map/files")).json()) as { files: unknown[] }).files.length === 1),
    );
    await open();
    await page.getByRole("button", { name: "Map files…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Here: 50.46000, 30.18000, within 900 m").waitFor();
    await dialog.getByText("In the file: 50.47000, 30.18000, within 900 m").waitFor();
    await dialog.getByText("1.1 km from the middle").waitFor();
    await dialog.getByRole("button", { name: "Take as candidate: e1 place" }).click();
    await dialog.getByText("Taken as p2, candidate").waitFor();
    await page.keyboard.press("Escape");
    await page.locator('.map-sign.is-candidate[data-id="p2"]').waitFor();
    assert.equal(await page.locator('.map-sign.is-stated[data-id="e1 place"]').count(), 1, "the stated place is where it was");
    await page.goto(`${bench.served.origin}/events/e1`);
    const statements = page.getByRole("region", { name: "Places and times stated" });
    await statements.getByText("from item 4, Placemark 1").waitFor();
    await statements.getByRole("button", { name: "Change p2" }).click();
    assert.equal(await dialog.getByLabel("Standing").inputValue(), "stated");
    await dialog.getByLabel("Why").fill("seen on the ground");
    await dialog.getByRole("button", { name: "Write" }).click();
    await statements.getByText("Because: seen on the ground").waitFor();
  });

  it("shows on the bench what a map file says, with the radius that is assumed, and the way to take it", async () => {
    await page.goto(`${bench.served.origin}/items/i4`);
    const said = page.getByRole("group", { name: "Words of the material" });
    await page.getByRole("heading", { name: "2 places in this map file" }).waitFor();
    await page.getByText("These are candidates until a person states them of a record.").waitFor();
    const [moved, pin] = [page.locator(".members li").first(), page.locator(".members li").last()];
    await moved.getByText("50.47000, 30.18000, within 900 m").waitFor();
    await pin.getByText(/50\.40000, 30\.20000, within .* \(assumed/).waitFor();
    await pin.getByText(markup).waitFor();
    assert.equal(await said.locator("img, script").count(), 0);
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("link", { name: /Map files/ }).click();
    await page.getByRole("dialog", { name: "Map files of the case" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.search.includes("files"));
  });

  it("goes out of the command line in the same form", async () => {
    await bench.kill();
    const out = join(bench.desk.folder, "places.geojson");
    const ran = await bench.desk.run("map", "export", bench.casePath, "--format", "geojson", "--standing", "candidate", "--out", out);
    assert.equal(ran.code, 0, ran.err);
    const written = JSON.parse(readFileSync(out, "utf8")) as {
      features: { id: string; geometry: { type: string }; properties: { radiusM: number } }[];
    };
    assert.deepEqual(
      written.features.map(({ id, geometry, properties }) => [id, geometry.type, properties.radiusM]),
      [["p1", "Polygon", 400]],
    );
    const again = await bench.desk.run("map", "export", bench.casePath, "--format", "geojson", "--out", out);
    assert.equal(again.code, 2);
    assert.match(again.err, /places\.geojson/);
    const { link } = await bench.restart();
    await page.goto(link);
    await page.locator(".shell").waitFor();
  });

  it("holds to WCAG 2.2 AA in dark and light, wide and at 390", async () => {
    for (const [width, query] of [
      [1440, "?chosen=e1"],
      [390, "?view=map"],
      [390, "?view=time"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${bench.served.origin}/map${query}`);
      await page
        .locator(query.includes("time") ? ".timeline-row" : ".place-row")
        .first()
        .waitFor();
      assert.deepEqual(await axeInBothThemes(page), [], `${query} ${width}`);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(tooWide <= 0, `${query} at ${width}: ${tooWide} pixels too wide`);
    }
    for (const name of ["Export…", "Map files…"]) {
      await page.goto(`${bench.served.origin}/map?view=map`);
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await axeViolations(page), [], name);
    }
  });

  it("asks nobody but this machine, and takes no words for markup", () => {
    assert.deepEqual(
      bench.requests.filter((request) => !/^(GET|POST|PUT) \//.test(request) && !request.includes("blob:")),
      [],
    );
    assert.deepEqual(bench.complaints, []);
  });
});
