/** Times of other programs' files against the clock of a recording that begins later than 0, as transport streams do. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { ExportedTier, ImportedTiers, TierAnswer } from "../../src/api/tiers.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { collectAndProbe } from "../sync-records/sync-desk.ts";
import { peopleAt, type PeopleAtACase } from "./people-at-a-case.ts";

describe("the clock of a tier", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let people: PeopleAtACase;
  let to: ServedCase;
  let beginsMs = 0;
  before(async () => {
    desk = createDesk();
    mkdirSync(join(desk.folder, "clips"));
    const clip = join(desk.folder, "clips", "late.ts");
    const made = [
      "-f",
      "lavfi",
      "-i",
      "testsrc=size=64x36:rate=4:duration=2",
      "-f",
      "lavfi",
      "-i",
      "sine=duration=1,apad=whole_dur=2",
      "-c:v",
      "mpeg2video",
      "-c:a",
      "mp2",
    ];
    execFileSync("ffmpeg", ["-v", "error", "-y", ...made, "-muxdelay", "0.7", clip]);
    const asked = ["-v", "error", "-show_entries", "format=start_time", "-of", "csv=p=0", clip];
    beginsMs = Math.round(Number(execFileSync("ffprobe", asked).toString()) * 1000);
    assert.ok(beginsMs > 500, "the clip begins later than 0");
    people = peopleAt(desk, join(desk.folder, "case"));
    to = await people.as("first");
    people.session().board.setPaused(false);
    await collectAndProbe(people.session(), join(desk.folder, "clips"));
    people.session().board.setPaused(true);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  it("adds what lies before the beginning when a file comes in, takes it off when one goes out, and tells both", async () => {
    const text = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:00.500\nx\n\n2\n00:00:09.000 --> 00:00:09.500\ny\n";
    const made = await to.post<ImportedTiers>("/api/tiers/import", {
      item: "i1",
      format: "webvtt",
      text,
      sort: "verbatim",
      language: "uk",
      writtenBy: "person",
    });
    assert.ok(
      made.notes.some((note) => note.includes(`${beginsMs} ms on its own clock`)),
      made.notes.join("; "),
    );
    assert.ok(made.notes.some((note) => /^1 segment reaching more than a second beyond the end of the recording/.test(note)));
    const { document } = await to.get<TierAnswer>("/api/tiers/w1");
    assert.ok(document !== "withheld");
    assert.deepEqual([document.segments[0]?.startMs, document.segments[0]?.endMs], [beginsMs, beginsMs + 500]);
    const out = await to.get<ExportedTier>("/api/tiers/w1/export?format=webvtt&confirmed=true");
    assert.match(out.text, /00:00:00\.000 --> 00:00:00\.500\nx/);
    assert.ok(out.notes.some((note) => note.includes(`${beginsMs} ms on its own clock`)));
  });

  it("counts a recogniser's seconds from the first sample of the sound", async () => {
    const heard = JSON.stringify({ segments: [{ start: 0.25, end: 0.75, text: "x" }] });
    await to.post("/api/tiers/import", {
      item: "i1",
      format: "whisper-json",
      text: heard,
      sort: "verbatim",
      language: "uk",
      writtenBy: "program",
    });
    const { document } = await to.get<TierAnswer>("/api/tiers/w2");
    assert.ok(document !== "withheld");
    const start = document.segments[0]?.startMs ?? 0;
    // The sound of a transport stream may begin some milliseconds beside the picture.
    assert.ok(start >= beginsMs + 250 && start < beginsMs + 400, `${start} against ${beginsMs}`);
  });

  it("of a program that wrote on silence, words are left out when they come in as a subtitle", async () => {
    const text = "1\n00:00:00,100 --> 00:00:00,900\nтон\n\n2\n00:00:01,400 --> 00:00:01,900\nДякую за перегляд\n";
    const given = { item: "i1", format: "srt", text, sort: "verbatim", language: "uk", writtenBy: "program", program: "CapCut" };
    const made = await to.post<ImportedTiers>("/api/tiers/import", given);
    assert.match(made.notes.join("; "), /1 segment of a program's words on silence, on a sudden noise alone or after the end/);
    const { document, states, tier } = await to.get<TierAnswer>(`/api/tiers/${made.tiers[0]?.id}`);
    assert.ok(document !== "withheld");
    assert.deepEqual(
      document.segments.map((one) => [one.text, one.machine?.suspect.some((why) => why === "silence" || why === "after-end")]),
      [
        ["тон", false],
        ["", true],
      ],
    );
    assert.deepEqual(
      states.map(({ standing, writers }) => [standing, writers]),
      [
        ["machine", []],
        ["machine", []],
      ],
      "nobody wrote it",
    );
    assert.deepEqual(tier.made, { by: "import", format: "srt", writtenBy: "program", program: "CapCut" });
  });
});
