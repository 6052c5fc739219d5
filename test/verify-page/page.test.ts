/** The page in every pack, in a real browser without network: it says what the command says, and takes little memory for large files. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, describe, it, type TestContext, test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import { newCase } from "../crash/make-case.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";
import { builtCheckPage, type CheckPage, checkFolder, codesAgainst, openCheckPage, verdictOf } from "./open-check-page.ts";

const skip = needs({ programs: ["chromium"] });
const axeScript = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface CommandReport {
  report: { verdict: string; findings: { code: string; weight: string }[] };
}

describe("the page in a pack", { skip }, () => {
  let desk: Desk;
  let pack: string;
  let head: string;
  let check: CheckPage;
  before(async () => {
    desk = createDesk();
    const material = join(desk.folder, "material");
    mkdirSync(material);
    writeFileSync(join(material, "first.txt"), "Synthetic: the first of two.\n");
    writeFileSync(join(material, `<img src=x onerror=alert(1)>\u202egpj.txt`), "Synthetic: a name that is markup.\n");
    const added = await desk.run("add", join(desk.folder, "case"), material, "--title", "<script>alert(2)</script> & synthetic");
    assert.equal(added.code, 0, added.err);
    pack = join(desk.folder, "pack");
    const sealed = await desk.run("seal", join(desk.folder, "case"), "--out", pack, "--json");
    assert.equal(sealed.code, 0, sealed.err);
    head = String(jsonLines(sealed)[0]?.["head"]);
    check = await openCheckPage(join(pack, "verify.html"));
  });
  after(async () => {
    await check.close();
    desk.close();
  });

  it("says that the pack verifies, and what that does not show", async () => {
    assert.equal(await checkFolder(check.page, pack), "Verifies");
    const answer = await check.page.locator("#answer").innerText();
    assert.match(answer, /the absence of forks/i);
    assert.ok(answer.includes("<script>alert(2)</script> & synthetic"), "the title stands as text");
  });

  it("tells what was left out for one reason in one line, and folds a long list of what is to be known", async () => {
    const history = await HistoryBuilder.begun();
    for (let n = 0; n < 30; n++) await history.append("objects.adopted", { objects: [] });
    await history.checkpoint();
    const last = history.lines.length;
    const lines = new Map(Array.from({ length: 30 }, (_, n) => [last - 1 - n, "A synthetic reason"] as const));
    const folder = join(desk.folder, "withheld");
    for (const [path, bytes] of await history.pack({ names: false, lines })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    await check.page.setViewportSize({ width: 390, height: 844 });
    assert.equal(await checkFolder(check.page, folder), "Verifies");
    const told = check.page.locator("#answer > ul > li", { hasText: "A synthetic reason" });
    assert.equal(await told.count(), 1);
    assert.match(await told.innerText(), new RegExp(`^30 lines, line ${last - 30} to ${last - 1}: `));
    const list = check.page.locator("#answer details");
    assert.match(await list.locator("summary").innerText(), /^3\d, one by one$/);
    assert.ok((await check.page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    const shots = process.env["WITNESSMARK_SHOTS"];
    if (shots !== undefined) await check.page.screenshot({ path: join(shots, "verify-withheld-390.png"), fullPage: true });
    await list.locator("summary").click();
    assert.ok((await list.locator("li").count()) >= 30 && (await list.locator("li").first().isVisible()));
    await check.page.setViewportSize({ width: 1000, height: 900 });
  });

  it("tells the head that it was given from another one", async () => {
    assert.equal(await checkFolder(check.page, pack, head), "Verifies");
    assert.ok(!/the absence of forks/i.test(await check.page.locator("#answer").innerText()));
    assert.equal(await checkFolder(check.page, pack, `sha256:${"1".repeat(64)}`), "Does not verify");
  });

  it("says the same as the command of each pack that was tampered with", async () => {
    const objects = (copy: string) => filesBelow(join(copy, "data", "objects"));
    const ways: Record<string, (copy: string) => void> = {
      "a byte more in an object": (copy) => appendFileSync(writable(objects(copy)[0] as string), "x"),
      "an object gone": (copy) => rmSync(objects(copy)[0] as string),
      "a file more": (copy) => writeFileSync(join(copy, "data", "extra.txt"), "synthetic"),
      "the last line cut": (copy) => {
        const ledger = writable(join(copy, "data", "ledger.jsonl"));
        const lines = readFileSync(ledger, "utf8").split("\n");
        writeFileSync(ledger, `${lines.slice(0, -2).join("\n")}\n`);
      },
      "the page changed": (copy) => appendFileSync(writable(join(copy, "verify.html")), " "),
      "the seal gone": (copy) => rmSync(join(copy, "seal.txt")),
    };
    for (const [way, tamper] of Object.entries(ways)) {
      const copy = join(desk.folder, "tampered");
      cpSync(pack, copy, { recursive: true });
      tamper(copy);
      assert.equal(await checkFolder(check.page, copy), "Does not verify", way);
      const verified = await desk.run("verify", copy, "--json");
      assert.equal(verified.code, 3, way);
      const [line] = jsonLines<CommandReport & Record<string, unknown>>(verified);
      const said = line?.report.findings.filter(({ weight }) => weight === "against").map(({ code }) => code);
      assert.deepEqual((await codesAgainst(check.page)).sort(), said?.sort(), way);
      rmSync(copy, { recursive: true });
    }
  });

  it("takes a folder that is dropped on it", async () => {
    await check.page.reload();
    const box = await check.page.locator("#drop").boundingBox();
    assert.ok(box !== null);
    const cdp = await check.page.context().newCDPSession(check.page);
    const data = { items: [], files: [pack], dragOperationsMask: 1 };
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, data };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) await cdp.send("Input.dispatchDragEvent", { type, ...place });
    assert.equal(await verdictOf(check.page), "Verifies");
  });

  it("asks for nothing, runs nothing foreign, and may not", async () => {
    assert.ok(
      check.requests.every((address) => address.startsWith("file:") || address.startsWith("blob:")),
      check.requests.join("\n"),
    );
    assert.deepEqual(check.complaints, []);
    const policy = await check.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy ?? "", /^default-src 'none'; script-src 'sha256-/);
    const refused = await check.page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "went out",
        () => "refused",
      ),
    );
    assert.equal(refused, "refused");
  });

  it("reads well for everybody, in both colours and on a phone", async () => {
    for (const colorScheme of ["dark", "light"] as const) {
      for (const width of [1000, 390]) {
        // Scripts of the test may run; the page's own policy would refuse them.
        const other = await openCheckPage(join(pack, "verify.html"), { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        try {
          assert.equal(await checkFolder(other.page, pack), "Verifies");
          await other.page.addScriptTag({ content: axeScript });
          const found = await other.page.evaluate(() =>
            (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
          );
          assert.deepEqual(
            found.violations.map(({ id }) => id),
            [],
          );
          assert.ok(
            await other.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
            `no sideways scrolling at ${width}`,
          );
          const shots = process.env["WITNESSMARK_SHOTS"];
          if (shots !== undefined) await other.page.screenshot({ path: join(shots, `verify-${colorScheme}-${width}.png`), fullPage: true });
        } finally {
          await other.close();
        }
      }
    }
  });
});

test("a file of three gigabytes is hashed under 200 MB of memory, with progress, and can be stopped", { skip }, async (t) => {
  const { path, size } = await caseWithLargeObject(t, 3 * 1024 ** 3);
  const check = await openCheckPage(builtCheckPage);
  t.after(() => check.close());
  const shares = watchProgress(check);
  assert.equal(await checkFolder(check.page, path), "Verifies");
  const seen = await shares();
  console.log(`  ${size} bytes: ${seen.length} steps of progress, at most ${Math.round(check.peakMemory() / 1e6)} MB in a page process`);
  assert.ok(seen.length > 5, "progress is seen while it hashes");
  assert.ok(check.peakMemory() > 0 && check.peakMemory() < 200e6, `found ${check.peakMemory()} bytes`);

  await check.page.setInputFiles("#pick", path);
  await check.page.locator("#stop").click();
  await check.page.locator("#answer [role=alert]").waitFor();
  assert.match(await check.page.locator("#answer").innerText(), /Stopped/);
  assert.deepEqual(check.complaints, []);
});

/** A case whose one object is all zeros and takes no room on the disk. */
async function caseWithLargeObject(t: TestContext, size: number): Promise<{ path: string; size: number }> {
  const { place, folder } = await newCase(t);
  const hash = createHash("sha256");
  const zeros = Buffer.alloc(16 * 1024 * 1024);
  for (let at = 0; at < size; at += zeros.length) hash.update(zeros.subarray(0, Math.min(zeros.length, size - at)));
  const object: Digest = `sha256:${hash.digest("hex")}`;
  await folder.ledger.append([{ kind: "objects.adopted", data: { objects: [object] } }]);
  await folder.close();
  const file = join(place.path, "objects", objectPathOf(object));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  truncateSync(file, size);
  // Derived files and the lock are no part of what a stranger is given.
  rmSync(join(place.path, "derived"), { recursive: true, force: true });
  rmSync(join(place.path, "lock.sqlite"), { force: true });
  return { path: place.path, size };
}

/** Distinct values that the bar shows from now on. */
function watchProgress({ page }: CheckPage): () => Promise<string[]> {
  const started = page.evaluate(() => {
    const bar = document.getElementById("bar");
    const seen: string[] = [];
    Object.assign(globalThis, { seenShares: seen });
    new MutationObserver(() => seen.push(bar?.getAttribute("value") ?? "")).observe(bar as Node, { attributes: true });
  });
  return async () => {
    await started;
    return page.evaluate(() => [...new Set((globalThis as unknown as { seenShares: string[] }).seenShares)]);
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Objects are kept read-only. */
function writable(path: string): string {
  chmodSync(path, 0o644);
  return path;
}
