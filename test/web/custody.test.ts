import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { EntryBody } from "../../src/core/entry/entry.ts";
import type { HeadRef } from "../../src/core/ledger/ledger-line.ts";
import { decodeLine } from "../../src/formats/ledger/decode-line.ts";
import { encodeLine } from "../../src/formats/ledger/encode-line.ts";
import { sha256 } from "../support/ledger-in-memory.ts";
import { type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { makeAuthority } from "../timestamp/authority.ts";
import { markup } from "./desk-material.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { main } from "../support/program.ts";

function headOf(kept: string): HeadRef {
  let head: HeadRef | undefined;
  for (const text of readFileSync(join(kept, "ledger.jsonl"), "utf8").split("\n").slice(0, -1)) {
    const line = decodeLine(sha256, head, Buffer.from(text));
    head = { seq: line.head.seq, head: line.headDigest };
  }
  if (head === undefined) throw new Error("ledger: expected lines; found none");
  return head;
}

/** What a machine with its clock set back writes next. */
function appendWithClockBack(kept: string): number {
  const body = {
    kind: "item.triaged",
    at: "2001-01-01T00:00:00Z",
    by: "p1",
    clock: "stepped-back",
    data: { items: ["i1"], state: "to-do" },
  };
  const { line, bytes } = encodeLine({ sha256, random: (count) => new Uint8Array(randomBytes(count)) }, headOf(kept), body as EntryBody);
  appendFileSync(join(kept, "ledger.jsonl"), bytes);
  return line.head.seq;
}

describe("the custody log", { skip: needs({ programs: [...workbenchPrograms, "openssl"] }) }, () => {
  let bench: Workbench;
  /** Last line that a time stamp covers, and the line that records it. */
  let covered = 0;
  let recorded = 0;
  let erased = 0;
  let steppedBack = 0;

  async function makeCase(kept: string, desk: Desk): Promise<void> {
    const material = join(desk.folder, "material");
    mkdirSync(material);
    for (const name of ["one.txt", `${markup}.txt`, "площа.txt"]) writeFileSync(join(material, name), `Synthetic ${name}`);
    for (let i = 0; i < 24; i++) writeFileSync(join(material, `page-${i}.txt`), `Synthetic page ${i}`);
    assert.equal((await desk.run("add", kept, material)).code, 0);
    const authority = makeAuthority(join(desk.folder, "authority"), { key: "ec" });
    const asked = await desk.run("timestamp", kept, "--authority", "https://tsa.example/tsr", "--json");
    const [request] = jsonLines<{ covers: { seq: number }; file: string }>(asked);
    if (request === undefined) throw new Error(`timestamp: expected a request; found ${asked.err}`);
    covered = request.covers.seq;
    authority.answer(request.file, join(desk.folder, "answer.tsr"));
    assert.equal((await desk.run("timestamp", kept, "--token", join(desk.folder, "answer.tsr"), "--chain", authority.chain)).code, 0);
    recorded = headOf(kept).seq;
    // A second person, with a key of her own, so that two can agree to erase.
    writeFileSync(join(desk.folder, "second.txt"), "Synthetic second");
    execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", kept, join(desk.folder, "second.txt")], {
      env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config-of-another"), HOME: desk.folder },
      stdio: "ignore",
    });
    erased = 5;
    const gone = await desk.run(
      "erase",
      kept,
      "--entry",
      String(erased),
      "--reason",
      "asked for by the person",
      "--authorised-by",
      "p1,p2",
      "--yes",
    );
    assert.equal(gone.code, 0, gone.err);
    steppedBack = appendWithClockBack(kept);
  }

  const go = async (path: string) => {
    await bench.page.goto(`${bench.served.origin}${path}`);
    await bench.page.locator(".entry").first().waitFor();
  };
  const entry = (seq: number) => bench.page.locator(".entry", { has: bench.page.getByRole("link", { name: String(seq), exact: true }) });
  const panel = () => bench.page.getByRole("complementary", { name: "Entry in full" });

  before(async () => {
    bench = await openWorkbench({ makeCase });
  });
  after(() => bench.close());

  it("shows the running head with its short code, the same as the command line", async () => {
    await go("/custody");
    const shown = await bench.page.locator(".head-code").innerText();
    const ran = await bench.desk.run("status", bench.casePath, "--json");
    assert.ok(ran.out.includes(shown), `${shown} is in ${ran.out}`);
  });

  it("tells proven before, proven after and claimed only apart, with the times", async () => {
    await go("/custody/2");
    await panel().getByText("Proven before").waitFor();
    assert.match(await panel().innerText(), /A time stamp of \d+ \w+ \d{4}, .* UTC covers this line or a later one/);
    await go(`/custody/${recorded + 1}`);
    await panel().getByText("Proven after").waitFor();
    await go(`/custody/${covered + 1}`);
    await panel().getByText("Claimed only").waitFor();
    assert.match(await panel().innerText(), /Only the clock of the machine/);
  });

  it("marks a clock that stepped back, in the list and in full", async () => {
    await go(`/custody/${steppedBack}`);
    await entry(steppedBack).getByText("clock stepped back").waitFor();
    await panel().getByText("said an earlier time than for the line before").waitFor();
  });

  it("shows an erased line as erased, its head still there", async () => {
    await go(`/custody/${erased}`);
    await panel().getByText("Erased: a later entry says by whom and why").waitFor();
    assert.match(await panel().innerText(), /sha256:[0-9a-f]{64}/);
    assert.equal(await panel().getByRole("button", { name: "Show the line" }).count(), 0);
  });

  it("leads to a line by its address, brings it into sight, and shows the line itself on demand", async () => {
    await go("/custody/4");
    const row = bench.page.locator(".entry.is-cursor");
    await row.waitFor();
    assert.ok(await row.evaluate((at) => at.getBoundingClientRect().bottom < window.innerHeight));
    assert.equal(await bench.page.locator(".entry-body").count(), 0);
    await bench.page.keyboard.press("l");
    assert.match(await bench.page.locator(".entry-body").innerText(), /"kind": "/);
    await bench.page.keyboard.press("k");
    await bench.page.waitForURL(/\/custody\/5$/);
    await bench.page.keyboard.press("Home");
    await bench.page.waitForURL(new RegExp(`/custody/${steppedBack}$`));
    await bench.page.keyboard.press("End");
    await bench.page.waitForURL(/\/custody\/1$/);
  });

  it("narrows to a kind with its count, to an item, and to words in either script", async () => {
    await go("/custody");
    const kinds = bench.page.getByLabel("Kind");
    await kinds.locator("option", { hasText: "Time stamp recorded (1)" }).waitFor({ state: "attached" });
    await kinds.selectOption("timestamp.recorded");
    await bench.page.getByText(/^1 of \d+ entries$/).waitFor();
    await bench.page.getByRole("button", { name: "Clear filters" }).click();
    await bench.page.getByLabel("Item number").fill("1");
    await bench.page.waitForURL(/item=i1/);
    await bench.page.waitForFunction(() => [...document.querySelectorAll(".entry")].every((row) => /i1\b/.test(row.textContent ?? "")));
    await go("/custody");
    await bench.page.getByLabel("Search entries").fill("площа");
    await bench.page.waitForFunction(() => document.querySelectorAll(".entry").length === 1);
    assert.match(await bench.page.locator(".entry").innerText(), /площа/);
  });

  it("keeps only what is seen in the page", async () => {
    await go("/custody?order=oldest");
    const shown = await bench.page.locator(".entry").count();
    const total = steppedBack;
    assert.ok(shown < total / 2, `expected far fewer than ${total} rows in the page; found ${shown}`);
    await bench.page.locator(".entries").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await entry(total).waitFor();
  });

  it("saves what the filters leave as CSV that no spreadsheet runs", async () => {
    await go("/custody?kind=item.collected");
    const saved = bench.page.waitForEvent("download");
    await bench.page.getByRole("button", { name: "Save as CSV" }).click();
    const text = readFileSync(await (await saved).path(), "utf8");
    const lines = text.trimEnd().split("\r\n");
    assert.equal(lines.length - 1, 28 - 1, "27 files and one of the second person, one of them erased");
    assert.match(lines[0] ?? "", /^line,head,kind,written/);
    assert.ok(text.includes("площа"));
  });

  it("takes no text for markup and breaks no policy", async () => {
    await go("/custody?q=onerror");
    assert.match(await bench.page.locator(".entry").first().innerText(), /<img src=x onerror=alert\(1\)>/);
    assert.equal(await bench.page.locator("img[src=x]").count(), 0);
    assert.deepEqual(bench.complaints, []);
  });
});
