/** Where an observation stands in a recording: by the clock that a player shows, not by stored time stamps. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { RecordsAnswer } from "../../src/api/records.ts";
import type { FrameTable } from "../../src/core/analysis/probe-result.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";
import { makeSpokenClip } from "../web/speech-case.ts";

describe("a record in a recording", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let people: PeopleAtACase;
  before(async () => {
    desk = createDesk();
    makeSpokenClip(join(desk.folder, "clip.mp4"));
    people = peopleAt(desk, join(desk.folder, "case"));
    await people.collect(join(desk.folder, "clip.mp4"));
    await people.probe(1);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  it("begins and ends by item time, though its frames are stored later than they are shown", async () => {
    const one = await people.as("first");
    const { timeBase, pts, edited } = await one.get<FrameTable>("/api/items/i1/frames");
    const [startFrame, endFrame] = [50, 75];
    const range = { stream: 0, timeBase, startPts: pts[startFrame], endPts: pts[endFrame], startFrame, endFrame };
    const made = await one.post<{ id?: string; message?: string }>("/api/items/i1/observations", {
      sort: "observation",
      range,
      text: "A tone.",
    });
    assert.equal(made.id, "o1", JSON.stringify(made));
    const { records } = await one.get<RecordsAnswer>("/api/records?names=o1");
    assert.deepEqual([records[0]?.atS, records[0]?.toS], [edited[startFrame], edited[endFrame]]);
    assert.notEqual(records[0]?.atS, ((pts[startFrame] ?? 0) * timeBase.num) / timeBase.den);
    assert.equal(records[0]?.address, "/items/i1?frame=50");
  });
});
