/** A folder of which nothing could be taken in: the case says that it was tried, and with what result. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import { jsonOf, newPlace } from "../keep/run-program.ts";

test("a collection in which everything is refused is in the ledger, with its report", async (t) => {
  const place = newPlace(t);
  mkdirSync(place.at("material"));
  symlinkSync("/nowhere", place.at("material", "link.mp4"));
  const ran = await place.run("add", "case", place.at("material"), "--json");
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.err, /0 collected, 0 already held, 1 refused\n {2}refused: .*link\.mp4: /);
  assert.equal(jsonOf(ran)[0]?.["collected"], 0);
  const bodies = readFileSync(place.at("case", "ledger.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map(
      (line) =>
        (JSON.parse(line) as { body: { kind: string; data: { collection: string; refused: number; report: `sha256:${string}` } } }).body,
    );
  const [started, finished] = bodies.slice(-2);
  assert.deepEqual([started?.kind, finished?.kind], ["collection.started", "collection.finished"]);
  assert.deepEqual([started?.data.collection, finished?.data.collection, finished?.data.refused], ["c1", "c1", 1]);
  const report = readFileSync(place.at("case", "objects", objectPathOf(finished!.data.report)), "utf8");
  assert.match(report, /link\.mp4/);
  assert.equal((await place.run("verify", "case")).code, 0);
});

test("refusals that stand as they were told before are told once; a new one is told with them", async (t) => {
  const place = newPlace(t);
  const linesNow = () => readFileSync(place.at("case", "ledger.jsonl"), "utf8").trimEnd().split("\n").length;
  mkdirSync(place.at("material"));
  writeFileSync(place.at("material", "held.txt"), "synthetic");
  symlinkSync("/nowhere", place.at("material", "link.mp4"));
  await place.run("add", "case", place.at("material"));
  const lines = linesNow();
  const again = await place.run("add", "case", place.at("material"));
  assert.match(again.err, /0 collected, 1 already held, 1 refused/);
  assert.equal(linesNow(), lines);
  symlinkSync("/nowhere", place.at("material", "another.mp4"));
  assert.equal((await place.run("add", "case", place.at("material"))).code, 0);
  assert.equal(linesNow(), lines + 2, "the next collection gets a number of its own");
  mkdirSync(place.at("elsewhere"));
  symlinkSync("/nowhere", place.at("elsewhere", "link.mp4"));
  await place.run("add", "case", place.at("elsewhere"));
  assert.equal(linesNow(), lines + 4, "from another place it is news");
});
