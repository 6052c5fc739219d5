/** Signs read by a real Tesseract, from settings to a draft with times and boxes; and what stands in its place must not do. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { JobsSummary } from "../../src/api/jobs.ts";
import type { DraftWrittenResult, RecogniserSettingsAnswer, SignWordsAnswer, TesseractTriedAnswer } from "../../src/api/recogniser.ts";
import type { TierAnswer } from "../../src/api/tiers.ts";
import { createSignReader } from "../../src/analyse/ocr/read-signs.ts";
import { findProgram, needs } from "../../scripts/testing/needs.ts";
import { createDesk, type Desk, type Ran } from "../support/run-witnessmark.ts";
import { type ServedCase, serveCase } from "../support/served-case.ts";
import { uploadFile } from "../recogniser/upload-file.ts";
import { clipOf, drawSigns } from "./sign-pictures.ts";

type Fault = { code: string; message: string };

const firstSec = 1.5;

/** Its packs are packages of their own. */
function needsPacks(): string | false {
  const there = execFileSync("tesseract", ["--list-langs"]).toString();
  const missing = ["ara", "eng", "rus", "ukr"].filter((one) => !new RegExp(`^${one}$`, "m").test(there));
  return missing.length === 0 ? false : `needs Tesseract's language packs ${missing.join(", ")}, which are not there`;
}

describe("signs on the pictures of an item", { skip: needs({ programs: ["ffmpeg", "ffprobe", "tesseract"] }) || needsPacks() }, () => {
  let desk: Desk;
  let server: ServedCase;
  /** What the command said before the case was served: setting up, then a draft of an Arabic sign. */
  let byCommand: readonly Ran[];
  const settings = (path: string | undefined) => ({
    ...{ v: 1, recogniser: null, limits: { minutes: 1, megabytes: 20 } },
    tesseract: path === undefined ? null : { path },
  });
  const read = (item: string, languages: string[], frames: object = { which: "changes", everySec: 1 }) =>
    server.post<{ job: string } & Fault>(`/api/items/${item}/read-signs`, { languages, frames });
  const ended = async (job: string) => {
    for (;;) {
      const found = (await server.get<JobsSummary>("/api/jobs")).ended.find(({ id }) => id === job);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const draft = async (item: string, languages: string[], frames?: object) => {
    const { job, message } = await read(item, languages, frames);
    assert.ok(job !== undefined, message);
    const end = await ended(job);
    assert.equal(end.state, "done", end.reason ?? "");
    const answer = await server.get<TierAnswer>(`/api/tiers/${(end.result as DraftWrittenResult).tier}`);
    assert.ok(answer.document !== "withheld");
    return { ...answer, segments: answer.document.segments };
  };

  before(async () => {
    desk = createDesk();
    const { folder } = desk;
    await drawSigns(join(folder, "a.png"), [{ words: "вул. Київська", x: 60, y: 140, paint: "white", board: "#1b4fa0" }]);
    await drawSigns(
      join(folder, "b.png"),
      [
        { words: "Дмитрівка", x: 60, y: 140, paint: "#101010", board: "#f0e8c0" },
        { words: "АПТЕКА 24", x: 380, y: 400, paint: "white", board: "#106030" },
      ],
      "#a09080",
    );
    await drawSigns(join(folder, "c.png"), [{ words: "شارع الحمرا", x: 280, y: 240, paint: "white", board: "#1b4fa0" }], "#a09080");
    const stills = [
      { file: "a.png", sec: 3 },
      { file: "b.png", sec: 2 },
    ];
    const clip = clipOf(folder, stills, firstSec);
    const hostile = join(folder, "hostile.png");
    // A head that claims 60,000 x 60,000 pixels.
    const bomb = Buffer.from("89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000000000000000000", "hex");
    writeFileSync(hostile, bomb);
    await desk.run("add", join(folder, "case"), hostile, join(folder, "c.png"));
    byCommand = [
      await desk.run("read-signs", "--programs", "--tesseract", findProgram("tesseract") ?? ""),
      await desk.run("read-signs", join(folder, "case"), "i2", "--languages", "ara"),
    ];
    rmSync(join(folder, "config", "recogniser.json"));
    server = await serveCase(desk, join(folder, "case"));
    await server.post("/api/jobs/pause", {});
    assert.equal(await uploadFile(server, clip), "i3");
  });
  after(() => desk.close());

  it("is off until somebody says where Tesseract is; a language that it has no pack for is refused by name", async () => {
    assert.match((await read("i3", ["ukr"])).message, /expected where it is in the settings; found it switched off/);
    const set = await server.post<RecogniserSettingsAnswer & Fault>("/api/recogniser-settings", settings(findProgram("tesseract")));
    assert.equal(set.settings?.tesseract?.path, findProgram("tesseract"), set.message);
    const { version, languages } = await server.post<TesseractTriedAnswer>("/api/recogniser-settings/try-tesseract", {});
    assert.match(version, /^tesseract \d/);
    assert.ok(
      ["ara", "eng", "rus", "ukr"].every((one) => languages.includes(one)),
      languages.join(" "),
    );
    const refused = await read("i3", ["ukr", "tlh"]);
    assert.deepEqual([refused.code, /found tlh$/.test(refused.message)], ["INPUT_INVALID", true]);
  });

  it("Ukrainian signs of a clip stand with start, end and box on the item's own clock, as a draft that names its packs", async () => {
    const { segments, tier, states } = await draft("i3", ["ukr"]);
    const found = segments.map(({ text, startMs, endMs }) => [text, startMs / 1000, endMs / 1000]);
    assert.deepEqual(found, [
      ["вул. Київська", firstSec, firstSec + 2],
      ["Дмитрівка", firstSec + 3, firstSec + 4],
      ["АПТЕКА 24", firstSec + 3, firstSec + 4],
    ]);
    const { box } = segments[0] ?? {};
    // The board is at 60 to 580 of 960, 140 to 230 of 540.
    assert.ok(box != null && box.x > 62_000 && box.x + box.width < 604_000 && box.y > 259_000 && box.y + box.height < 426_000);
    assert.deepEqual([tier.sort, tier.language, tier.made.by], ["on-screen", "uk", "program"]);
    assert.ok(tier.made.by === "program" && tier.made.name === "Tesseract" && /^ukr sha256:[0-9a-f]{64}$/.test(tier.made.model));
    assert.ok(states.every(({ standing }) => standing === "machine"));
  });

  it("an Arabic sign of a still picture is read in its own order, by the command, which says that a draft carries nothing yet", async () => {
    const [set, ran] = byCommand;
    assert.match(set?.out ?? "", /language packs: .*ara/, set?.err ?? "it did not run");
    assert.equal(ran?.code, 0, ran?.err ?? "it did not run");
    const out = ran?.out ?? "";
    assert.match(out, /i2: draft w1 of words that are seen, 1 with words, language ar; written by tesseract \d/);
    assert.match(out, /A draft carries nothing until a person takes it over/);
    const { document } = await server.get<TierAnswer>("/api/tiers/w1");
    assert.equal(document === "withheld" ? "" : document.segments[0]?.text, "شارع الحمرا");
  });

  it("one picture that a person chose is read alone", async () => {
    const { segments, tier } = await draft("i3", ["ukr", "rus"], { which: "chosen", atSec: [firstSec + 3.5] });
    assert.deepEqual(
      segments.map(({ text, startMs }) => [text, startMs]),
      [
        ["Дмитрівка", 5000],
        ["АПТЕКА 24", 5000],
      ],
    );
    assert.equal(tier.language, "mul");
  });

  it("words on signs become names to look up, with the item, the moment, and that they are a draft", async () => {
    const { signs } = await server.get<SignWordsAnswer>("/api/sign-words");
    const sign = signs.find(({ terms }) => terms.includes("Київська"));
    assert.deepEqual([sign?.item, sign?.startMs, sign?.standing], ["i3", 1500, "machine"]);
    assert.ok(signs.some(({ terms }) => terms.includes("الحمرا")));
    assert.ok(!signs.some(({ terms }) => terms.includes("вул")));
  });

  it("a picture that claims more than fits is refused before Tesseract sees it", async () => {
    const { job, message } = await read("i1", ["eng"]);
    assert.ok(job !== undefined, message);
    assert.match(
      (await ended(job)).reason ?? "",
      /^signs: expected a picture that can be decoded; found one that is damaged or too large$/,
    );
  });

  it("what stands in its place and crashes, or says without end, is told by name", async () => {
    const signal = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };
    const ask = { languages: ["eng"], frames: { which: "changes", everySec: 1 } } as const;
    for (const [body, says] of [
      ["echo 'no such thing' >&2; exit 7", /expected that Tesseract reads a picture; found: no such thing/],
      ["yes", /found: more than it may say/],
    ] as const) {
      const tesseract = join(desk.folder, "stand in=1");
      rmSync(tesseract, { force: true });
      writeFileSync(tesseract, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
      const path = join(desk.folder, "a.png");
      const reading = createSignReader().read(
        { path, tesseract, ask: { ...ask, languages: ["eng"] } },
        { signal, onProgress: () => undefined },
      );
      await assert.rejects(reading, says);
    }
  });
});
