import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { needs } from "../../scripts/testing/needs.ts";
import { checkReceipt } from "../../src/verify/check-receipt.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { openCheckPage } from "../verify-page/open-check-page.ts";

const builtPage = fileURLToPath(new URL("../../dist/receipt.html", import.meta.url));
const hostile = "<img src=x onerror=alert(1)>&\"'\u202e.txt";

describe("a proof of receipt", () => {
  let desk: Desk;
  let material: string;
  let casePath: string;
  const page = () => join(desk.folder, "receipt.html");
  const text = () => join(desk.folder, "receipt.txt");
  before(async () => {
    assert.ok(existsSync(builtPage), "dist/receipt.html: `npm run build` makes it");
    desk = createDesk();
    [material, casePath] = [join(desk.folder, "material"), join(desk.folder, "case")];
    mkdirSync(material);
    writeFileSync(join(material, "clip.mp4"), "Synthetic clip");
    writeFileSync(join(material, hostile), "Synthetic text");
    assert.equal((await desk.run("add", casePath, material)).code, 0);
    const given = await desk.run("receipt", casePath, "i1", "i2", "--out", page(), "--to", "Wren of Dorvane");
    assert.equal(given.code, 0, given.err);
    assert.equal((await desk.run("receipt", casePath, "i1", "--out", text(), "--text")).code, 0);
  });
  after(() => desk.close());

  it("verifies alone, without the case, by either command", async () => {
    for (const words of [
      ["verify-receipt", page()],
      ["verify", page()],
      ["verify-receipt", text()],
    ]) {
      const checked = await desk.run(...words);
      assert.equal(checked.code, 0, checked.out + checked.err);
      assert.match(checked.out, /^HOLDS/);
      assert.match(checked.out, /Not shown by this check/);
    }
  });

  it("tells a file that was given from one that was not", async () => {
    writeFileSync(join(desk.folder, "other.mp4"), "Another clip");
    const [both] = jsonLines<{ files: { inReceipt: boolean }[] }>(
      await desk.run("verify-receipt", page(), join(material, "clip.mp4"), join(desk.folder, "other.mp4"), "--json"),
    );
    assert.deepEqual(
      both?.files.map(({ inReceipt }) => inReceipt),
      [true, false],
    );
    assert.equal((await desk.run("verify-receipt", page(), join(desk.folder, "other.mp4"))).code, 3);
    assert.equal((await desk.run("verify-receipt", page(), join(material, "clip.mp4"))).code, 0);
  });

  it("holds no name of the giver unless that was asked for", async () => {
    const words = (file: string) =>
      Buffer.from(/id="receipt">([^<]*)</.exec(readFileSync(file, "utf8"))?.[1] ?? "", "base64").toString() + readFileSync(file, "utf8");
    assert.doesNotMatch(words(page()), /Wren/);
    const named = join(desk.folder, "named.html");
    assert.equal((await desk.run("receipt", casePath, "i1", "--out", named, "--to", "Wren of Dorvane", "--name-in-file")).code, 0);
    assert.match(words(named), /"to":"Wren of Dorvane"/);
    assert.equal((await desk.run("receipt", casePath, "i1", "--out", join(desk.folder, "x.html"), "--name-in-file")).code, 2);
  });

  it("is a signed line of the ledger, and the case verifies with it", async () => {
    const bodies = readFileSync(join(casePath, "ledger.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { body: { kind: string; signature?: object; data: { to: unknown } } }).body)
      .filter(({ kind }) => kind === "receipt.given");
    assert.ok(bodies.length >= 2 && bodies.every(({ signature }) => signature !== undefined));
    assert.doesNotMatch(JSON.stringify(bodies), /Wren/);
    const verified = await desk.run("verify", casePath);
    assert.equal(verified.code, 0, verified.out);
  });

  it("is refused for what is only known, and for what is no item", async () => {
    assert.equal((await desk.run("link", casePath, "https://example.org/a")).code, 0);
    const known = await desk.run("receipt", casePath, "i3", "--out", join(desk.folder, "no.html"));
    assert.equal(known.code, 2);
    assert.match(known.err, /INPUT_INVALID/);
    assert.match((await desk.run("receipt", casePath, "i99", "--out", join(desk.folder, "no.html"))).err, /ITEM_UNKNOWN/);
    assert.equal(existsSync(join(desk.folder, "no.html")), false);
  });

  it("does not hold any more when one character of it is changed, wherever", async () => {
    const whole = readFileSync(text(), "utf8");
    for (let at = 0; at < whole.length; at += 3) {
      const sign = whole.charAt(at) === "0" ? "1" : "0";
      const { verdict } = await checkReceipt(whole.slice(0, at) + sign + whole.slice(at + 1), nodePlatform);
      assert.notEqual(verdict, "holds", `character ${at}`);
    }
  });

  it("a page that shows something else than was signed is told from one that does not", async () => {
    const forged = readFileSync(page(), "utf8").replace("<td>clip.mp4</td>", "<td>murder.mp4</td>");
    assert.equal((await checkReceipt(forged, nodePlatform)).verdict, "page-differs");
    writeFileSync(join(desk.folder, "forged.html"), forged);
    const checked = await desk.run("verify", join(desk.folder, "forged.html"));
    assert.equal(checked.code, 3);
    assert.match(checked.out, /THE PAGE SHOWS SOMETHING ELSE/);
  });

  it("two receipts in one page are none: a page must not show one and prove the other", async () => {
    const whole = readFileSync(page(), "utf8");
    const data = /<script type="text\/plain" id="receipt">[^<]*<\/script>/.exec(whole)?.[0] ?? "";
    assert.equal((await checkReceipt(whole.replace(data, data + data), nodePlatform)).verdict, "no-receipt");
  });

  it(
    "the recipe printed in it checks it with sed, base64 and OpenSSL alone",
    { skip: needs({ programs: ["openssl", "sed", "base64"] }) },
    () => {
      const recipe = /<pre id="recipe">([\s\S]*?)<\/pre/.exec(readFileSync(page(), "utf8"))?.[1] ?? "";
      const script = recipe
        .replaceAll("&gt;", ">")
        .replaceAll("&lt;", "<")
        .replace(/^sha256sum.*$/m, "");
      const run = (folder: string) =>
        execFileSync("sh", ["-ec", script], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      assert.match(run(desk.folder), /Signature Verified Successfully/);
      const forged = join(desk.folder, "forged");
      mkdirSync(forged);
      const whole = readFileSync(page(), "utf8");
      const data = /id="receipt">([^<]*)</.exec(whole)?.[1] ?? "";
      const changed = Buffer.from(Buffer.from(data, "base64").toString().replace("clip.mp4", "clop.mp4")).toString("base64");
      writeFileSync(join(forged, "receipt.html"), whole.replace(data, changed));
      assert.throws(() => run(forged));
    },
  );

  describe("opened from the disk in a browser", { skip: needs({ programs: ["chromium"] }) }, () => {
    it("says that the signature holds, and compares files without asking anybody", async () => {
      const opened = await openCheckPage(page());
      try {
        await opened.page.getByText("The signature holds").waitFor();
        writeFileSync(join(desk.folder, "stranger.bin"), "never given");
        await opened.page.setInputFiles("#pick", [join(material, "clip.mp4"), join(desk.folder, "stranger.bin"), join(material, hostile)]);
        await opened.page.waitForFunction(() => document.querySelectorAll("#files li strong").length === 3);
        const lines = await opened.page.locator("#files li").allInnerTexts();
        assert.match(lines[0] ?? "", /^✓ in it: clip\.mp4, given as clip\.mp4/);
        assert.match(lines[1] ?? "", /^✗ not in it: stranger\.bin/);
        assert.match(lines[2] ?? "", /^✓ in it: <img src=x onerror=alert\(1\)>/);
        assert.deepEqual(opened.requests, [`file://${page()}`]);
        assert.deepEqual(opened.complaints, []);
        assert.equal(await opened.page.locator("#facts img").count(), 0);
      } finally {
        await opened.close();
      }
    });

    it("shows what was signed, whatever the file around it was made to show", async () => {
      writeFileSync(join(desk.folder, "forged-2.html"), readFileSync(page(), "utf8").replace("<td>clip.mp4</td>", "<td>murder.mp4</td>"));
      const opened = await openCheckPage(join(desk.folder, "forged-2.html"));
      try {
        await opened.page.getByText("The signature holds").waitFor();
        assert.match(await opened.page.locator("#facts").innerText(), /clip\.mp4/);
        assert.doesNotMatch(await opened.page.locator("#facts").innerText(), /murder/);
      } finally {
        await opened.close();
      }
    });

    it("says that the signature does not hold, and compares nothing as proved", async () => {
      const whole = readFileSync(page(), "utf8");
      const data = /id="receipt">([^<]*)</.exec(whole)?.[1] ?? "";
      const changed = Buffer.from(Buffer.from(data, "base64").toString().replace("clip.mp4", "clop.mp4")).toString("base64");
      writeFileSync(join(desk.folder, "forged-3.html"), whole.replace(data, changed));
      const opened = await openCheckPage(join(desk.folder, "forged-3.html"));
      try {
        await opened.page.getByText("The signature does not hold").waitFor();
        await opened.page.setInputFiles("#pick", [join(material, "clip.mp4")]);
        await opened.page.getByText("not compared").waitFor();
      } finally {
        await opened.close();
      }
    });

    for (const colorScheme of ["dark", "light"] as const) {
      for (const width of [1440, 390]) {
        it(`reads well, ${colorScheme}, ${width} wide`, async () => {
          const opened = await openCheckPage(page(), { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
          try {
            await opened.page.getByText("The signature holds").waitFor();
            await opened.page.evaluate(axe.source);
            const found = await opened.page.evaluate(async () => {
              const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
              return (await checker.run()).violations.map(({ id }) => id);
            });
            assert.deepEqual(found, []);
            assert.ok(
              await opened.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
              "nothing is wider than the window",
            );
          } finally {
            await opened.close();
          }
        });
      }
    }
  });
});

describe("a proof of receipt in a pack that withholds", () => {
  let desk: Desk;
  let casePath: string;
  const objectsOf = (pack: string) =>
    readFileSync(join(pack, "manifest-sha256.txt"), "utf8")
      .split("\n")
      .filter((row) => row.includes("data/objects/"))
      .map((row) => readFileSync(join(pack, row.slice(66)), "utf8"));
  before(async () => {
    desk = createDesk();
    casePath = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "clip.mp4"), "Synthetic clip");
    assert.equal((await desk.run("add", casePath, join(desk.folder, "clip.mp4"))).code, 0);
    for (const words of [["--to", "Wren of Dorvane", "--name-in-file"], []]) {
      const given = await desk.run("receipt", casePath, "i1", "--out", join(desk.folder, `r${words.length}.html`), ...words);
      assert.equal(given.code, 0, given.err);
    }
  });
  after(() => desk.close());

  it("leaves out the statement that names a giver when names are withheld, and the pack verifies", async () => {
    const pack = join(desk.folder, "pack");
    assert.equal((await desk.run("seal", casePath, "--out", pack, "--withhold-names")).code, 0);
    const statements = objectsOf(pack).filter((object) => object.startsWith("witnessmark-receipt-v1"));
    assert.equal(statements.length, 1);
    assert.doesNotMatch(statements.join("") + readFileSync(join(pack, "data", "ledger.jsonl"), "utf8"), /Wren/);
    const verified = await desk.run("verify", pack);
    assert.equal(verified.code, 0, verified.out);
  });

  it("leaves out every statement that repeats an item whose line is withheld", async () => {
    const line =
      readFileSync(join(casePath, "ledger.jsonl"), "utf8")
        .split("\n")
        .findIndex((text) => text.includes('"kind":"item.collected"')) + 1;
    const pack = join(desk.folder, "pack-2");
    const sealed = await desk.run("seal", casePath, "--out", pack, "--withhold", `${line}=asked for by the giver`);
    assert.equal(sealed.code, 0, sealed.err);
    assert.deepEqual(
      objectsOf(pack).filter((object) => object.startsWith("witnessmark-receipt-v1")),
      [],
    );
    const verified = await desk.run("verify", pack);
    assert.equal(verified.code, 0, verified.out);
  });
});
