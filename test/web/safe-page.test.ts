import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { hostileNames, makeDeskMaterial, markup } from "./desk-material.ts";
import { clearRequests, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("the page as a safe place", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  const go = async (path: string) => {
    await bench.page.goto(`${bench.served.origin}${path}`);
    await bench.page.locator(".shell").waitFor();
    await bench.page.waitForLoadState("networkidle");
  };

  before(async () => {
    bench = await openWorkbench({ material: makeDeskMaterial });
    await bench.page.evaluate(async (text) => {
      const send = (path: string, body: unknown) =>
        fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      await send("/api/items/i1/notes", { text });
      await send("/api/items/assessment", { items: ["i1"], relevance: text, riskOfRemoval: "high", riskToPeople: text });
    }, markup);
  });
  after(() => bench.close());

  it("opens by its link once, takes the token out of the address, and turns a second use away", async () => {
    assert.equal(new URL(bench.page.url()).search, "");
    const other = await bench.another();
    await other.page.goto(bench.served.link);
    await other.page.getByRole("heading", { name: "This page has no session" }).waitFor();
    assert.match(await other.page.locator("main").innerText(), /works once/);
    assert.equal(await other.page.locator(".item").count(), 0);
    await other.context.close();
  });

  it("says so to a page without a session, and shows it nothing", async () => {
    const other = await bench.another();
    for (const path of ["/", "/items/i1", "/custody"]) {
      await other.page.goto(`${bench.served.origin}${path}`);
      await other.page.getByRole("heading", { name: "This page has no session" }).waitFor();
    }
    assert.deepEqual(other.complaints, []);
    await other.context.close();
  });

  it("shows markup in names, notes, posts, articles and metadata as text, on every screen", async () => {
    const { items } = (await bench.page.evaluate(async () => (await fetch("/api/items?limit=500")).json())) as {
      items: { id: string; name: string; kind: string }[];
    };
    for (const name of hostileNames)
      assert.ok(
        items.some((item) => item.name === name),
        `${JSON.stringify(name)} is in the case`,
      );
    const paths = ["/", "/?view=tiles", "/custody", "/custody/4", ...items.map(({ id }) => `/items/${id}`)];
    for (const path of paths) {
      await go(path);
      const made = await bench.page.evaluate(
        () => document.querySelectorAll("img[src=x], svg[onload], script:not([src]), [onerror], [onload], iframe:not([sandbox])").length,
      );
      assert.equal(made, 0, path);
    }
    assert.deepEqual(bench.complaints, [], "no script ran, no dialog opened, no policy was broken");
    assert.deepEqual(
      bench.requests.filter((request) => request.endsWith("/x")),
      [],
    );
  });

  it("shows what cannot be seen in a name by its code, and lets it turn no words around it", async () => {
    await go("/?q=gpj");
    const name = bench.page.locator(".item-name").first();
    assert.match(await name.innerText(), /photo\s*RLO\s*gpj\.exe/);
    await go("/?q=feed");
    assert.match(await bench.page.locator(".item-name").first().innerText(), /line\s*LF\s*feed\.txt/);
  });

  it("asks nobody but its own server, and for nothing clear", () => {
    const own = bench.requests.every((request) => /^[A-Z]+ \//.test(request) || request.includes("blob:"));
    assert.ok(own, bench.requests.filter((request) => !/^[A-Z]+ \//.test(request)).join());
    assert.deepEqual(clearRequests(bench.requests), []);
  });

  it("lets a file dropped on another screen do nothing instead of leaving the page", async () => {
    await go("/custody");
    const session = await bench.context.newCDPSession(bench.page);
    const data = { items: [], files: [join(bench.desk.folder, "material", "page-1.txt")], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
    await bench.page.waitForTimeout(300);
    assert.match(bench.page.url(), /\/custody$/);
  });

  it("says on the start page whether the disk is encrypted and whether analysers run without network", async () => {
    await go("/");
    const said = await bench.page.locator(".footer").innerText();
    assert.match(said, /Disk(: encryption not known| encrypted)/);
    assert.match(said, /Analysers: (no network|network open)/);
  });

  const screens: { name: string; path: string; keys: string[]; press?: string }[] = [
    { name: "desk", path: "/", keys: ["j"] },
    { name: "grid", path: "/?view=tiles", keys: ["j", "x"] },
    { name: "no match", path: "/?q=nothing-has-this", keys: [] },
    { name: "custody", path: "/custody/4", keys: ["l"] },
    { name: "note", path: "/", keys: ["Home", "n"] },
    { name: "assessment", path: "/", keys: ["Home", "a"] },
    { name: "keys", path: "/", keys: ["?"] },
    { name: "palette", path: "/", keys: ["Control+k"] },
    { name: "jobs", path: "/", keys: [], press: "Jobs" },
    { name: "verify and seal", path: "/", keys: [], press: "Verify and seal" },
    { name: "state of the case", path: "/", keys: [], press: "State of the case" },
  ];
  for (const width of [1440, 390])
    it(`is usable by everybody, as far as axe can tell, dark and light: ${width} wide`, async () => {
      await bench.page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      for (const { name, path, keys, press } of screens) {
        await go(path);
        for (const key of keys) await bench.page.keyboard.press(key);
        if (press !== undefined) await bench.page.getByRole("button", { name: press }).click();
        assert.deepEqual(await axeInBothThemes(bench.page, { bestPractice: true }), [], name);
        const wide = await bench.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        assert.equal(wide, false, `${name}: nothing to scroll sideways`);
      }
    });

  it("says for a whole case whether it verifies, in words, with what it does not prove", async () => {
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    await go("/");
    await bench.page.getByRole("button", { name: "Verify and seal" }).click();
    await bench.page.getByRole("button", { name: "Verify now" }).click();
    const verdict = bench.page.locator(".verdict");
    await verdict.waitFor();
    assert.equal(await verdict.getAttribute("data-verdict"), "verifies", await verdict.innerText());
    const said = await bench.page.locator("dialog").innerText();
    assert.match(said, /What this does not prove/);
    assert.match(said, /A signature shows that a key was used, not which person used it/);
    assert.doesNotMatch(said, /[{}]/, "no raw JSON");
    assert.deepEqual(await axeViolations(bench.page, { bestPractice: true }), []);
  });

  it("seals a pack and says where it lies and which head to tell", async () => {
    await bench.page.getByLabel("Folder to write").fill(join(bench.desk.folder, "pack"));
    await bench.page.getByRole("button", { name: "Seal", exact: true }).click();
    await bench.page.getByText("The pack is written").waitFor();
    assert.match(await bench.page.locator("dialog").innerText(), /sha256:[0-9a-f]{64}/);
    const ran = await bench.desk.run("verify", join(bench.desk.folder, "pack"), "--json");
    assert.equal(ran.code, 0, ran.err + ran.out);
  });
});
