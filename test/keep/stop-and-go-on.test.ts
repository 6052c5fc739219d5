/** Ctrl-C and kill -9 half-way: it stops at once, says what to do, and the same command finishes the job. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { checkCase } from "../crash/check-case.ts";
import { interruptAt, jsonOf, newPlace, type Place } from "./run-program.ts";

const largeBytes = 512 * 1024 * 1024;

/** Resolves once some of the large file is in the case's incoming folder. */
async function halfWay(place: Place, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    assert.ok(!over, "it was over before it could be stopped");
    try {
      const folder = place.at("case", "incoming");
      if (readdirSync(folder).some((name) => statSync(`${folder}/${name}`).size > 8 * 1024 * 1024)) return;
    } catch (error) {
      assert.equal((error as { code?: string }).code, "ENOENT");
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Processes that were given a folder under `path` to work in. */
function runningUnder(path: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, "latin1").includes(`=${path}/`);
    } catch {
      return false;
    }
  });
}

test("Ctrl-C in the middle of a large file keeps what came before, says how to go on, and the same command finishes", async (t) => {
  const place = newPlace(t);
  mkdirSync(place.at("source"));
  writeFileSync(place.at("source", "a.bin"), Buffer.from([0, 255, 1]));
  writeFileSync(place.at("source", "large.bin"), Buffer.alloc(largeBytes, Buffer.from([0, 255, 7])));
  const first = place.start(["add", "case", "source", "--json"]);
  await halfWay(place, first.ended);
  first.child.kill("SIGINT");
  const stopped = await first.ended;
  assert.equal(stopped.code, 130, stopped.err);
  assert.match(stopped.err, /1 collected.*[^]*Stopped. What is kept is kept; run the same command again to go on./);
  assert.equal(jsonOf(stopped)[0]?.["complete"], false);
  assert.deepEqual(readdirSync(place.at("case", "incoming")), [], "nothing half-copied is left");
  assert.equal((await checkCase(place.at("case"))).collected.length, 1);

  const second = place.start(["add", "case", "source", "--json"]);
  await halfWay(place, second.ended);
  second.child.kill("SIGKILL");
  await second.ended;
  assert.equal((await checkCase(place.at("case"))).collected.length, 1);

  const third = await place.runWith({ onSaid: interruptAt(/\d+ collected/) }, "add", "case", "source", "--json");
  const [added] = jsonOf(third);
  assert.deepEqual([added?.["collected"], added?.["alreadyHeld"]], [1, 1], third.err);
});

test(
  "kill -9 and Ctrl-C while material is read: the same command reads the rest, nothing twice",
  { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) },
  async (t) => {
    const place = newPlace(t);
    await makeMaterial(place.at("source"));
    mkdirSync(place.at("scratch"));
    let killed = false;
    await place.runWith(
      {
        onSaid(said, child) {
          if (killed || !/\d+ collected/.test(said)) return;
          killed = true;
          setTimeout(() => child.kill("SIGKILL"), 300);
        },
      },
      ...["add", "case", "source"],
    );
    const stopped = await place.runWith(
      { onSaid: interruptAt(/\d+ collected/), env: { TMPDIR: place.at("scratch") } },
      "add",
      "case",
      "source",
    );
    assert.deepEqual(runningUnder(place.at("scratch")), [], "what was started for reading ends with it");
    assert.deepEqual(readdirSync(place.at("scratch")), []);
    if (stopped.code === 130) assert.match(stopped.err, /Everything is kept; run the same command again/);
    const done = await place.run("add", "case", "source", "--json");
    assert.equal(done.code, 0, done.err);
    assert.equal(jsonOf(done)[0]?.["complete"], true);
    const items = jsonOf<{ held: boolean; analysis: string }>(await place.run("items", "case", "--json"));
    assert.ok(
      items.every(({ held, analysis }) => !held || analysis === "done"),
      JSON.stringify(items),
    );
    const again = await place.run("add", "case", "source", "--json");
    const [last] = jsonOf(again);
    assert.deepEqual([last?.["collected"], last?.["analysed"]], [0, 0]);
  },
);
