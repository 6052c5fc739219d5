/** A person's minutes at unveiled material: theirs alone. Looked for in everything that the program writes, prints and answers. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { WellbeingAnswer } from "../../src/api/wellbeing.ts";
import { addExposure, emptyBook } from "../../src/core/wellbeing/exposure.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { JobsSummary } from "../../src/api/jobs.ts";
import { enterCase, type ServedCase } from "../support/served-case.ts";
import { peopleAt } from "../tiers/people-at-a-case.ts";
import { eventually } from "../web/open-workbench.ts";

/** Figures that nothing else would hold. */
const seconds = { severe: 71_234.625, mild: 61_717.125 };
const wishes = { breakAfterMin: 397, limitMin: 1319, offerToTell: true };
const told = /71234\.625|61717\.125|breakAfterMin|offerToTell|limitMin|\b397\b|\b1319\b/;

describe("a person's own minutes", () => {
  let desk: Desk;
  let casePath: string;
  let served: ServedCase;
  let child: Awaited<ReturnType<Desk["start"]>>["child"];
  let printed = "";
  before(async () => {
    desk = createDesk();
    casePath = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "note.txt"), "Stands for a clip.\n");
    const people = peopleAt(desk, casePath);
    await people.collect(join(desk.folder, "note.txt"));
    await people.leave();
    const started = await desk.start("serve", casePath, "--no-browser", "--json");
    child = started.child;
    child.stdout?.on("data", (part: Buffer) => (printed += part.toString()));
    child.stderr?.on("data", (part: Buffer) => (printed += part.toString()));
    served = await enterCase((JSON.parse(started.line) as { link: string }).link);
    await served.post("/api/wellbeing/wishes", wishes);
    await served.post("/api/wellbeing/exposure", { day: "2026-11-26", seconds });
    await served.post("/api/comments", { about: { record: "i1", atS: null }, text: "Looked at it." });
  });
  after(() => {
    child.kill("SIGKILL");
    desk.close();
  });

  it("are told to the person's own page, added up by level and day", async () => {
    const answer = await served.get<WellbeingAnswer>("/api/wellbeing");
    assert.deepEqual(answer, { days: { "2026-11-26": seconds }, wishes });
  });

  it("lie in one file that nobody else may read, in the person's own folder", () => {
    const file = join(desk.folder, "config", "wellbeing.json");
    assert.match(readFileSync(file, "utf8"), told);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("are in no other answer: not in one of all the routes that can be asked without naming a record, nor for a comment", async () => {
    const { paths } = await served.get<{ paths: Record<string, Record<string, unknown>> }>("/api/openapi.json");
    const asked = Object.keys(paths).filter((path) => "get" in (paths[path] ?? {}) && path !== "/api/wellbeing" && path !== "/api/events");
    assert.ok(asked.length > 40, `${asked.length} routes`);
    for (const path of asked) {
      const address = path.replace(/\{[^}]+\}/g, "i1");
      const answer = await fetch(`${served.origin}${address}${path === "/api/comments" ? "?about=i1" : ""}`, {
        headers: { cookie: served.cookie },
      });
      assert.doesNotMatch((await answer.text()).replace(/wellbeing\/[a-z]+|"(?:breakAfterMin|limitMin|offerToTell)"/g, ""), told, path);
    }
  });

  it("are in no ledger, table, derived file, log or pack, nor in any other file of the program", async () => {
    const pack = join(desk.folder, "pack");
    await served.post("/api/seal", { out: pack });
    await eventually("a pack", async () =>
      (await served.get<JobsSummary>("/api/jobs")).ended.some(({ name, state }) => name === "seal" && state === "done"),
    );
    assert.ok(existsSync(join(pack, "bagit.txt")));
    // The case, the pack, and all else that the program keeps on this machine: data, caches, what it remembers of cases.
    const own = join(desk.folder, "config", "wellbeing.json");
    const files = filesIn(desk.folder).filter((path) => path !== own);
    for (const folder of [casePath, pack, join(desk.folder, "config")])
      assert.ok(
        files.some((path) => path.startsWith(folder)),
        folder,
      );
    for (const path of files) assert.doesNotMatch(readFileSync(path, "latin1"), told, path);
    assert.doesNotMatch(printed, told);
  });

  it("are gone, file and all, once the person says so", async () => {
    assert.deepEqual((await served.post<WellbeingAnswer>("/api/wellbeing/forget", {})).days, {});
    assert.equal(existsSync(join(desk.folder, "config", "wellbeing.json")), false);
  });
});

describe("the book of minutes", () => {
  it("adds what comes to what is there, and lets go of days that lie further back than it keeps", () => {
    let book = emptyBook;
    for (let day = 1; day <= 100; day++) {
      const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
      book = addExposure(addExposure(book, date, { severe: 10 }), date, { severe: 5, none: 1 });
    }
    assert.equal(Object.keys(book.days).length, 90);
    assert.deepEqual(book.days["2026-04-10"], { none: 1, severe: 15 });
    assert.equal(book.days["2026-01-10"], undefined);
    let weekly = emptyBook;
    for (let week = 0; week < 100; week++)
      weekly = addExposure(weekly, new Date(Date.UTC(2024, 0, 1 + week * 7)).toISOString().slice(0, 10), { mild: 1 });
    assert.equal(Object.keys(weekly.days).length, 13, "days, not entries");
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
