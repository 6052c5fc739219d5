/** From files to a plan with nothing in between replaced: collected, probed, measured in the children of the program, put on one clock. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { SyncMeasurements, SyncPlanAnswer } from "../../src/api/sync.ts";
import { createSyncMeasurer } from "../../src/analyse/sync-measure/run-measurer.ts";
import type { SyncAnswer } from "../../src/reason/sync/sync-answer.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { createCopiesDesk, itemNamed } from "../copies/case-of-copies.ts";
import { collectAndProbe, serveWith, type SyncDesk } from "./sync-desk.ts";

/** Sound of a place: noise that swells and falls without repeating, and steps of it. */
const place = (seed: number) =>
  `anoisesrc=color=pink:seed=${seed}:duration=40:amplitude=0.4,volume='0.3+0.7*abs(sin(t*t*0.37+${seed})*sin(t*1.9))':eval=frame`;

describe("recordings of one event, from files to one clock", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  const copies = createCopiesDesk();
  let desk: Omit<SyncDesk, "desk" | "measurer">;

  before(async () => {
    const session = await copies.open();
    const folder = join(copies.folder, "clips");
    mkdirSync(folder);
    const ffmpeg = (...options: string[]) => execFileSync("ffmpeg", ["-v", "error", "-nostdin", "-y", ...options]);
    ffmpeg("-f", "lavfi", "-i", place(3), "-ar", "16000", join(copies.folder, "event.wav"));
    const cut = (name: string, from: number, seconds: number, more: string) =>
      ffmpeg(
        ...["-ss", String(from), "-t", String(seconds), "-i", join(copies.folder, "event.wav")],
        ...["-f", "lavfi", "-i", `anoisesrc=color=white:seed=${name.length}:amplitude=0.02`],
        ...["-filter_complex", `[0:a]${more}[a];[a][1:a]amix=inputs=2:duration=first:normalize=0`, "-c:a", "aac", join(folder, name)],
      );
    cut("first.m4a", 0, 24, "volume=1");
    cut("second-phone.m4a", 7.3, 24, "lowpass=f=3000");
    ffmpeg("-f", "lavfi", "-i", place(8), "-t", "22", "-c:a", "aac", join(folder, "elsewhere.m4a"));
    await collectAndProbe(session, folder);
    desk = await serveWith(session, createSyncMeasurer());
  });
  after(async () => {
    await desk.close();
    copies.close();
  });

  it("are found among clips that nobody paired, and one of another place stays apart", async () => {
    assert.equal((await desk.measure("all")).state, "done");
    const named = async (name: string) => itemNamed(desk.session, name);
    const [first, second, elsewhere] = [await named("first.m4a"), await named("second-phone.m4a"), await named("elsewhere.m4a")];
    const { answer } = await desk.served.get<SyncPlanAnswer & { answer: SyncAnswer }>("/api/sync/plan");
    assert.deepEqual(
      answer.groups.map(({ clips }) => new Set(clips.map(({ clip }) => clip))),
      [new Set([first, second])],
    );
    assert.deepEqual(
      answer.apart.map(({ clip }) => clip),
      [elsewhere],
    );
    const began = new Map(answer.groups[0]?.clips.map(({ clip, offsetS }) => [clip, offsetS]));
    const after = (item: string) => (began.get(item) ?? Number.NaN) - (began.get(first) ?? Number.NaN);
    assert.ok(Math.abs(after(second) - 7.3) < 0.02, `${after(second)}`);
    // Nothing checks a single pair, and it is said.
    assert.equal(answer.groups[0]?.state, "unchecked");
  });

  it("are measured again without being read again", async () => {
    const before = copies.lines("sync.measured").at(-1);
    assert.equal((await desk.measure("all")).state, "done");
    const again = copies.lines("sync.measured").at(-1);
    assert.ok((again?.seq ?? 0) > (before?.seq ?? 0));
    // The same bytes and the same measurer say the same, to the digit.
    assert.equal(again?.data.result, before?.data.result);
    const { neverMeasured, items } = await desk.served.get<SyncMeasurements>("/api/sync/measurements");
    assert.deepEqual([neverMeasured, items.every(({ unmeasured }) => unmeasured === 0)], [0, true]);
  });
});
