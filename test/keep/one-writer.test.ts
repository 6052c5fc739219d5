/** Several programs at one case: one writes, others look; a writer that is killed blocks nobody. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { checkCase } from "../crash/check-case.ts";
import { interruptAt, jsonOf, newPlace, type Place } from "./run-program.ts";

/** Bytes of no known kind: keeping them is the work, reading them is none. */
function bytesOf(text: string): Buffer {
  return Buffer.concat([Buffer.from([0, 255]), Buffer.from(text)]);
}

describe("one case, several programs", () => {
  const ends: (() => void)[] = [];
  let place: Place;
  before(() => {
    place = newPlace({ after: (end) => void ends.push(end as () => void) });
    mkdirSync(place.at("first"));
    writeFileSync(place.at("first", "a.bin"), bytesOf("synthetic a"));
    mkdirSync(place.at("many"));
    for (let i = 0; i < 3000; i++) writeFileSync(place.at("many", `${i}.bin`), bytesOf(`synthetic ${i}`));
  });
  after(() => ends.forEach((end) => end()));

  it("refuses a second writer by the case's title, lets a reader in, and is free at once after kill -9", async () => {
    assert.equal((await place.run("add", "case", "first", "--title", "Synthetic square")).code, 0);
    const begun = Promise.withResolvers<void>();
    const writer = place.start(["serve", "case", "--no-browser", "--json"], {
      onSaid: (said) => said.includes('"serving"') && begun.resolve(),
    });
    await Promise.race([begun.promise, writer.ended.then(({ err }) => assert.fail(err))]);

    const second = await place.run("add", "case", "first");
    assert.equal(second.code, 2);
    assert.match(second.err, /the case "Synthetic square": expected no other writer; found another program writing in it \[CASE_IN_USE\]/);
    assert.equal(jsonOf(await place.run("items", "case", "--json")).length, 1);
    assert.equal((await place.run("status", "case")).code, 0);

    writer.child.kill("SIGKILL");
    await writer.ended;
    assert.equal((await place.run("add", "case", "first")).code, 0);
  });

  it("of two writers that start together one works and the other is told", async () => {
    const both = await Promise.all([place.run("add", "both", "first"), place.run("add", "both", "first")]);
    const codes = both.map(({ code }) => code).sort();
    // On a slow machine the second may come when the first is done: then both are.
    assert.ok(codes[0] === 0 && (codes[1] === 0 || codes[1] === 2), both.map(({ err }) => err).join("\n"));
    assert.equal((await checkCase(place.at("both"))).collected.length, 1);
  });

  it("a reader sees every line that was written so far, while another writes", async () => {
    const some = Promise.withResolvers<void>();
    let reading = true;
    const writer = place.start(["add", "growing", "many"], { onSaid: interruptAt(/\d+ collected/) });
    void writer.ended.then(() => ((reading = false), some.resolve()));
    const counts: number[] = [];
    while (reading) {
      const ran = await place.run("items", "growing", "--json");
      // Before its card is written it is no case yet.
      if (ran.code === 2) assert.match(ran.err, /CASE_NOT_FOUND/);
      else {
        assert.equal(ran.code, 0, ran.err);
        counts.push(jsonOf(ran).length);
      }
    }
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
      "what was seen is seen again",
    );
    assert.equal(jsonOf(await place.run("items", "growing", "--json")).length, 3000);
  });
});

describe("a history that is not the one seen last", () => {
  const ends: (() => void)[] = [];
  let place: Place;
  before(async () => {
    place = newPlace({ after: (end) => void ends.push(end as () => void) });
    for (const name of ["first", "second", "third"]) {
      mkdirSync(place.at(name));
      writeFileSync(place.at(name, "a.bin"), bytesOf(`synthetic ${name}`));
    }
    assert.equal((await place.run("add", "case", "first")).code, 0);
    assert.equal((await place.run("copy", "case", "earlier")).code, 0);
    assert.equal((await place.run("add", "case", "second")).code, 0);
    rmSync(place.at("case"), { recursive: true });
    assert.equal((await place.run("copy", "earlier", "case")).code, 0);
  });
  after(() => ends.forEach((end) => end()));

  it("is refused as the honest no, and says how to go on", async () => {
    for (const command of [
      ["add", "case", "third"],
      ["status", "case"],
      ["serve", "case", "--no-browser"],
    ]) {
      const ran = await place.run(...command);
      assert.equal(ran.code, 3, ran.err);
      assert.match(ran.err, /HEAD_SHORTER_THAN_REMEMBERED/);
      assert.match(ran.err, /--accept-head REASON/);
    }
  });

  it("is not accepted without a reason, nor by somebody who only looks", async () => {
    assert.equal((await place.run("add", "case", "third", "--accept-head", " ")).code, 2);
    assert.equal((await place.run("serve", "case", "--read-only", "--accept-head", "just looking")).code, 2);
    assert.equal((await place.run("status", "case")).code, 3, "nothing was accepted by that");
  });

  it("is accepted with a reason, which becomes a signed entry, and then is the history", async () => {
    const ran = await place.run("add", "case", "third", "--accept-head", "the disk was restored from a backup");
    assert.equal(ran.code, 0, ran.err);
    assert.equal((await place.run("status", "case")).code, 0);
    const lines = readFileSync(place.at("case", "ledger.jsonl"), "utf8").trimEnd().split("\n");
    const entries = lines.map((line) => JSON.parse(line).body).filter(({ kind }) => kind === "head.accepted");
    assert.equal(entries.length, 1);
    assert.equal(entries[0].data.reason, "the disk was restored from a backup");
    assert.ok(entries[0].data.remembered.seq > entries[0].data.found.seq);
    assert.ok(entries[0].signature !== undefined);
    await checkCase(place.at("case"));
  });
});
