/** The sync reasoner through its command: problems as JSON, recordings as files, plans for other programs. */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { cliSchemas, schemaText } from "../../scripts/write-cli-schemas.ts";
import { syncLines } from "../../src/cli/sync-out.ts";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { SyncProblem } from "../../src/reason/sync/sync-problem.ts";
import type { SyncAnswer } from "../../src/reason/sync/sync-answer.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { makeRecordings } from "./make-recordings.ts";

const docs = join(import.meta.dirname, "../../docs/cli");
const example = (name: string) => join(docs, "examples", name);
interface Said {
  type: string;
  problem: SyncProblem;
  answer: SyncAnswer | null;
  notRead: { number: number; path: string }[];
}

let desk: Desk;
before(() => (desk = createDesk()));
after(() => desk.close());
/** As the command prints it. */
function printed(given: object): string {
  const problem = SyncProblem.parse(given);
  return syncLines(problem, answerSync(problem), { notRead: [], complaints: [] }).join("\n");
}
const said = (out: string) => JSON.parse(out) as Said;

describe("witnessmark sync of a problem", () => {
  it("accepts the three recordings of the examples, says by how much their loop closes, and writes plans to new files", async () => {
    const [otio, csv] = [join(desk.folder, "plan.otio"), join(desk.folder, "plan.csv")];
    const { code, out } = await desk.run("sync", example("sync-three-recordings.json"), "--otio", otio, "--csv", csv);
    assert.equal(code, 0);
    assert.equal((JSON.parse(readFileSync(otio, "utf8")) as { OTIO_SCHEMA: string }).OTIO_SCHEMA, "Timeline.1");
    assert.match(readFileSync(csv, "utf8"), /^group,state,reference,clip,/);
    const again = await desk.run("sync", example("sync-three-recordings.json"), "--otio", otio);
    assert.equal(again.code, 2);
    assert.match(again.err, /expected a place for a new file/);
    assert.match(out, /CONSISTENT: every pair is in a loop, and every loop closes/);
    assert.match(out, /\+0\.0060 s, limit 0\.0269 s/);
    assert.match(out, /All \+- are 95 %/);
    assert.match(out, /Where a sound was made is not looked for/);
  });

  it("answers with no where a pair is wrong, names it, and prints the loops that show it", async () => {
    const { code, out } = await desk.run("sync", example("sync-outlier.json"));
    assert.equal(code, 3);
    assert.match(out, /REJECTED pair: the loops show that \[A-C\] is wrong/);
    assert.match(out, /-0\.5000 s, limit 0\.0269 s, 0\.0386 s allowed, DOES NOT CLOSE/);
    assert.match(out, /\[A-C\].* {2}0 of 2 .*WRONG, by the loops/);
  });

  it("says that it may be the way of sound, and calls nothing wrong, where the same pair was heard", () => {
    const problem = SyncProblem.parse(JSON.parse(readFileSync(example("sync-outlier.json"), "utf8")));
    const pairs = problem.pairs.map((pair) => (pair.id === "A-C" ? { ...pair, channel: "sound" } : pair));
    const out = printed({ ...problem, pairs });
    assert.match(out, /LEFT OUT: \[A-C\] does not fit the others\. It may be the way of sound, so that it need not be wrong/);
    assert.match(out, /DOES NOT CLOSE; sound that goes 170 m farther would explain it/);
    assert.doesNotMatch(out, /WRONG|REJECTED|is wrong/);
  });

  it("says which pair that nothing checks joins two parts, and what rests on it", () => {
    const problem = SyncProblem.parse(JSON.parse(readFileSync(example("sync-three-recordings.json"), "utf8")));
    const clips = [...problem.clips, ...["D", "E", "F"].map((id) => ({ id, label: id, startS: 0, endS: 60 }))];
    const between = (a: string, b: string, offsetS: number) => ({ id: `${a}-${b}`, a, b, channel: "picture", offsetS, plusMinusS: 0.01 });
    const more = [between("C", "D", 300), between("D", "E", 1), between("E", "F", 1), between("D", "F", 2)];
    const out = printed({ ...problem, clips, pairs: [...problem.pairs, ...more] });
    assert.match(out, /CONSISTENT IN ITS PARTS, joined by an unchecked pair: .* \[C-D\]/);
    for (const id of ["D", "E", "F"]) assert.match(out, new RegExp(`${id} rests on what no loop checks: \\[C-D\\]`, "u"));
    assert.doesNotMatch(out, /[ABC] \(.*\) rests on/u);
  });

  it("tells what is allowed by the figure that decided, and what stands out against all others", () => {
    const seen = (a: string, b: string, offsetS: number, plusMinusS = 0.02) => ({
      id: a + b,
      a,
      b,
      channel: "picture",
      offsetS,
      plusMinusS,
    });
    const clips = ["A", "B", "C", "D"].map((id) => ({ id, label: id, startS: 0, endS: 60 }));
    const pairs = [seen("A", "B", 0), seen("B", "C", 0), seen("A", "D", 0), seen("C", "D", 0), seen("A", "C", 0.035, 0.0005)];
    const out = printed({ clips, pairs });
    // Each loop misses its plain limit of 28 ms, and none the 41 ms that are allowed where two are looked at; all others together say more.
    assert.match(out, /0 beyond what is allowed/);
    assert.match(out, /limit 0\.0283 s, 0\.0405 s allowed/);
    assert.match(out, /\[AC\] lies \+0\.0350 s off what all others say of it, 0\.0287 s allowed/);
    assert.match(out, /told up to [0-9.]+ times as wide/);
  });

  it("says how to accept a pair that joins nothing, at what rate it runs, and joins by it when it is accepted", async () => {
    const clips = ["1", "2"].map((id) => ({ id, label: `desk ${id}`, startS: 0, endS: 60 }));
    const one = { id: "1 2", a: "1", b: "2", channel: "sound", offsetS: 2, plusMinusS: 0.001, at: { a: 30, b: 28 } };
    const problem = { clips, pairs: [{ ...one, rate: { ppm: 4979, plusMinusPpm: 3 }, sameRecording: true }] };
    const before = printed(problem);
    assert.match(before, /runs \+4979\.0 \+- 3\.0 ppm: one recording, or recorders side by side/);
    assert.match(before, /--accept "1 2"/);
    const file = join(desk.folder, "desk.json");
    writeFileSync(file, JSON.stringify(problem));
    const accepted = await desk.run("sync", file, "--accept", "1 2", "--accept", "1 3");
    assert.deepEqual([accepted.code, /Group g1: 2 recordings/.test(accepted.out)], [0, true]);
    assert.match(accepted.err, /--accept "1 3": no offset of that name/);
  });

  it("refuses places where no file can be written, or one place for both plans, and writes neither", async () => {
    const csv = join(desk.folder, "alone.csv");
    const both = await desk.run(
      "sync",
      example("sync-three-recordings.json"),
      "--csv",
      csv,
      "--otio",
      join(desk.folder, "no-folder", "x.otio"),
    );
    assert.deepEqual([both.code, both.out, existsSync(csv)], [2, "", false]);
    assert.match(both.err, /expected a place for a new file; found ENOENT/);
    const same = await desk.run("sync", example("sync-three-recordings.json"), "--csv", csv, "--otio", csv);
    assert.deepEqual([same.code, existsSync(csv)], [2, false]);
  });

  it("corrects a bang at a known place, joins picture and marks to it, and gives every recording its time", async () => {
    const { code, out } = await desk.run("sync", example("sync-sound-travel.json"), "--json");
    assert.equal(code, 0);
    const { type, answer } = said(out);
    assert.equal(type, "sync");
    const [group] = answer?.groups ?? [];
    assert.equal(group?.state, "consistent");
    const c = group?.clips.find(({ clip }) => clip === "C");
    // The example was made with C 9.22 s after A, and the bang's ways added.
    assert.ok(Math.abs((c?.offsetS ?? 0) - 9.22) < (c?.plusMinusS ?? 0) && (c?.plusMinusS ?? 1) < 0.05);
    assert.ok(
      group?.absolute.state === "known" && group.absolute.clips.every(({ start }) => start.notBefore !== null && start.notAfter !== null),
    );
  });

  it("reads what the published schema says, and every example fits it", () => {
    assert.equal(readFileSync(join(docs, "sync.schema.json"), "utf8"), schemaText(cliSchemas["sync"] as typeof SyncProblem));
    for (const name of ["three-recordings", "outlier", "sound-travel"])
      assert.ok(SyncProblem.safeParse(JSON.parse(readFileSync(example(`sync-${name}.json`), "utf8"))).success, name);
  });

  it("names the field that cannot be used, and a lone recording", async () => {
    const file = join(desk.folder, "faulty.json");
    writeFileSync(file, JSON.stringify({ clips: [{ id: "A", label: "a", startS: 0, endS: 1 }], pairs: [{ id: "p" }] }));
    const faulty = await desk.run("sync", file);
    assert.deepEqual([faulty.code, faulty.out], [2, ""]);
    assert.match(faulty.err, /pairs\[0\]\./);
    const lone = await desk.run("sync", "one.mp4");
    assert.equal(lone.code, 2);
    assert.match(lone.err, /expected two recordings or more/);
  });
});

describe("witnessmark sync of recordings", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  it("puts three recordings of one event on one clock and leaves another apart, with a plan that names their files", async () => {
    const made = makeRecordings(desk.folder);
    const otio = join(desk.folder, "event.otio");
    const { code, out, err } = await desk.run("sync", ...made.files, join(desk.folder, "notes.txt"), "--json", "--otio", otio);
    assert.equal(code, 0, err);
    const { answer, notRead } = said(out);
    const [group] = answer?.groups ?? [];
    assert.equal(group?.state, "consistent");
    assert.equal(group?.clips.length, 3);
    assert.ok((group?.closure.largestS ?? 1) <= 0.02, `the loop closes to ${group?.closure.largestS} s`);
    for (const { clip, at, plusMinusS } of group?.clips ?? []) {
      const truth = made.startsS[Number(clip) - 1] as number;
      const off = Math.abs(at.group - at.item - (truth - (made.startsS[0] as number)));
      assert.ok(off <= Math.max(plusMinusS, 0.005), `${clip}: ${off} s off`);
    }
    assert.deepEqual(
      answer?.apart.map(({ clip, why }) => [clip, why]),
      [["4", "all-refused"]],
    );
    assert.deepEqual(
      notRead.map(({ number }) => number),
      [5],
    );
    assert.ok(existsSync(otio) && readFileSync(otio, "utf8").includes(encodeURI(`file://${made.files[0] ?? ""}`)));

    // A place that is taken is refused before the first recording is looked at; notes.txt is none and would be told.
    const taken = await desk.run("sync", ...made.files, join(desk.folder, "notes.txt"), "--otio", otio);
    assert.deepEqual([taken.code, taken.out], [2, ""]);
    assert.match(taken.err, /event\.otio: expected a place for a new file/);
    assert.doesNotMatch(taken.err, /reading|comparing/);
  });

  it("takes a name with colons for a file, and the same file twice for one recording", async () => {
    const made = makeRecordings(desk.folder);
    const colon = join(desk.folder, "clip-2022-03-30T10:00:00.wav");
    copyFileSync(made.files[0] as string, colon);
    const otio = join(desk.folder, "twice.otio");
    const { code, out } = await desk.run("sync", colon, made.files[0] as string, "--accept", "1 2", "--json", "--otio", otio);
    assert.equal(code, 0);
    const { problem } = said(out);
    assert.deepEqual([problem.pairs[0]?.sameRecording, problem.pairs[0]?.judged], [true, "accepted"]);
    assert.ok(Math.abs(problem.pairs[0]?.offsetS ?? 9) < 1e-6);
    assert.ok(readFileSync(otio, "utf8").includes(encodeURI(`file://${colon}`)));
  });
});
