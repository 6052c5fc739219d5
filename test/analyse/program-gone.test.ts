/** The program killed while it reads, and an object gone from the case: nothing runs on, and the rest is read. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { needs } from "../../scripts/testing/needs.ts";
import { digestOfFile } from "../../src/keep/digest-of-file.ts";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import { jsonOf, newPlace } from "../keep/run-program.ts";

const skip = process.platform === "linux" ? needs({ programs: ["ffmpeg", "ffprobe"] }) : "looks into /proc";

/** A case with one clip whose decoder never ends, and the program killed while it waits. */
async function killedWhileReading(t: TestContext) {
  const place = newPlace(t);
  const [clip, pid, programs, scratch] = [place.at("clip.mp4"), place.at("pid"), place.at("programs"), place.at("scratch")];
  mkdirSync(programs);
  mkdirSync(scratch);
  writeFileSync(clip, Buffer.concat([Buffer.from("00000010", "hex"), Buffer.from("ftypisom"), Buffer.alloc(16)]));
  // Written in one go: whoever sees the file sees the number.
  writeFileSync(join(programs, "ffprobe"), `#!/bin/sh\necho $$ > ${pid}.new; mv ${pid}.new ${pid}; exec sleep 1000\n`);
  chmodSync(join(programs, "ffprobe"), 0o755);
  const env = { PATH: `${programs}${delimiter}${process.env["PATH"]}`, TMPDIR: scratch };
  const { child, ended } = place.start(["add", "case", clip], { env });
  while (!existsSync(pid)) await sleep(20);
  child.kill("SIGKILL");
  await ended;
  return { place, clip, scratch, decoder: Number(readFileSync(pid, "utf8")) };
}

const runs = (pid: number) => existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

test("a killed program leaves no decoder at work and no piece of the material in the folder for temporary files", { skip }, async (t) => {
  const { scratch, decoder } = await killedWhileReading(t);
  // The runner's time limit for the test ends it when this never comes true.
  while (runs(decoder)) await sleep(50);
  const left = readdirSync(scratch).flatMap((name) => readdirSync(join(scratch, name)));
  assert.deepEqual(left, []);
});

test("an object that is gone is an answer about its item, and the others are read", { skip }, async (t) => {
  const { place, clip } = await killedWhileReading(t);
  rmSync(place.at("case", "objects", objectPathOf(await digestOfFile(clip))));
  const note = place.at("note.txt");
  writeFileSync(note, "Synthetic words.\n");
  const ran = await place.run("add", "case", note, "--json");
  assert.equal(ran.code, 0, ran.err);
  const [added] = jsonOf(ran);
  assert.deepEqual([added?.["collected"], added?.["failed"]], [1, 1]);
  const items = jsonOf<{ id: string; failure?: string }>(await place.run("items", "case", "--json"));
  assert.match(items.find(({ id }) => id === "i1")?.failure ?? "", /expected the object in the case; found none/);
  assert.equal(items.find(({ id }) => id === "i2")?.failure, undefined);
  const back = await place.run("add", "case", clip, note, "--json");
  assert.deepEqual([jsonOf(back)[0]?.["collected"], jsonOf(back)[0]?.["analysed"], jsonOf(back)[0]?.["failed"]], [0, 0, 1], back.err);
  const [again] = jsonOf<{ failure?: string }>(await place.run("items", "case", "--json"));
  assert.doesNotMatch(again?.failure ?? "", /expected the object/, "with its bytes back the clip is read, and is what it is");
  assert.notEqual(again?.failure, undefined);
  const idle = await place.run("add", "case", clip, note, "--json");
  assert.deepEqual([jsonOf(idle)[0]?.["analysed"], jsonOf(idle)[0]?.["failed"]], [0, 0], "and not again");
});
