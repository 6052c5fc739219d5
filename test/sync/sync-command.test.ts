/** The sync reasoner through its command: problems as JSON, recordings as files, plans for other programs. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { cliSchemas, schemaText } from "../../scripts/write-cli-schemas.ts";
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
    assert.match(out, /CONSISTENT: every loop closes/);
    assert.match(out, /\+0\.0060 s, limit 0\.0269 s/);
    assert.match(out, /All \+- are 95 %/);
    assert.match(out, /Where a sound was made is not looked for/);
  });

  it("answers with no where a pair is wrong, names it, and prints the loops that show it", async () => {
    const { code, out } = await desk.run("sync", example("sync-outlier.json"));
    assert.equal(code, 3);
    assert.match(out, /REJECTED pair: the loops show that \[A-C\] is wrong/);
    assert.match(out, /-0\.5000 s, limit 0\.0269 s, DOES NOT CLOSE; sound that goes 170 m farther would explain it/);
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
  });
});
