/** A recogniser of the person's own, from settings to a draft: what it gets, what is made of its words, and how it is kept in bounds. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { JobsSummary } from "../../src/api/jobs.ts";
import type { DraftWrittenResult, RecogniserSettingsAnswer, RecogniserTriedAnswer } from "../../src/api/recogniser.ts";
import type { TierAnswer } from "../../src/api/tiers.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { createDesk, type Desk, type Ran } from "../support/run-witnessmark.ts";
import { type ServedCase, serveCase } from "../support/served-case.ts";
import { bang, noise, over, voice, writeWav } from "./made-sound.ts";
import { runningWith, type StandIn, writeStandIn } from "./stand-in.ts";
import { uploadFile } from "./upload-file.ts";

type Fault = { code: string; message: string };

/** The recording's clock begins here. */
const firstSec = 2.5;
/** 140 s of a quiet room with three stretches of speech and a bang: two pieces with sound, and silence at the end. */
const sound = over(noise(140, 0.0006, 3, 0.3), [4, voice(4, 0.1)], [20, bang(2, 0.9)], [40, voice(3, 0.1)], [70, voice(5, 0.1)]);

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("a draft by the person's own speech recogniser", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let server: ServedCase;
  let standIn: StandIn;
  let casePath: string;
  /** What the command said before the case was served: setting up, then a draft. */
  let byCommand: readonly Ran[];
  const settings = (more: object = {}) => ({
    ...{ v: 1, tesseract: null, limits: { minutes: 1, megabytes: 20 } },
    recogniser: { sort: "whisper-cpp", path: standIn.program, model: standIn.model },
    ...more,
  });
  const recognise = (body: object = {}, item = "i3") =>
    server.post<{ job: string } & Fault>(`/api/items/${item}/recognise`, { language: "en", fromSec: null, toSec: null, ...body });
  const ended = async (job: string) => {
    for (;;) {
      const { ended: list } = await server.get<JobsSummary>("/api/jobs");
      const found = list.find(({ id }) => id === job);
      if (found !== undefined) return found;
      await soon(50);
    }
  };
  /** Reads with a language of its own each time, so that nothing of an earlier run is found. */
  let runs = 0;
  const fresh = () => `e${"abcdefghijklmnopqrstuvwxyz"[runs++]}`;
  const draft = async (how: string, detail = "", body: object = {}) => {
    standIn.behave(how, detail);
    const { job } = await recognise({ language: fresh(), ...body });
    const end = await ended(job);
    assert.equal(end.state, "done", `${how}: ${end.reason}`);
    const result = end.result as DraftWrittenResult;
    return { result, ...(await server.get<TierAnswer>(`/api/tiers/${result.tier}`)) };
  };
  const rowsOf = ({ document }: Pick<TierAnswer, "document">) => {
    assert.ok(document !== "withheld");
    return document.segments.map(({ startMs, endMs, text, machine }) => ({ startMs, endMs, text, suspect: machine?.suspect }));
  };

  before(async () => {
    desk = createDesk();
    casePath = join(desk.folder, "case");
    standIn = writeStandIn(desk.folder);
    writeWav(join(desk.folder, "sound.wav"), sound);
    const clip = join(desk.folder, "clip.mkv");
    const shifted = ["-i", join(desk.folder, "sound.wav"), "-c", "copy", "-output_ts_offset", String(firstSec), clip];
    execFileSync("ffmpeg", ["-v", "error", ...shifted]);
    writeFileSync(join(desk.folder, "words.txt"), "No sound here.\n");
    writeWav(join(desk.folder, "short.wav"), over(noise(8, 0.0006, 3), [2, voice(2, 0.1)]));
    assert.equal((await desk.run("add", casePath, join(desk.folder, "words.txt"), join(desk.folder, "short.wav"))).code, 0);
    standIn.behave("everywhere");
    const words = ["--sort", "whisper-cpp", "--program", standIn.program, "--model", standIn.model];
    byCommand = [
      await desk.run("transcribe", "--programs", ...words, "--try"),
      await desk.run("transcribe", casePath, "i2", "--language", "uk"),
    ];
    rmSync(join(desk.folder, "config", "recogniser.json"));
    server = await serveCase(desk, casePath);
    // Waveform and prints of the clip are nothing that is asked here.
    await server.post("/api/jobs/pause", {});
    assert.equal(await uploadFile(server, clip), "i3");
  });
  after(() => desk.close());

  it("the command sets one up, tries it, writes a draft and says that it carries nothing yet", () => {
    const [set, said] = byCommand;
    assert.equal(set?.code, 0, set?.err ?? "it did not run");
    assert.match(set?.out ?? "", /whisper-cpp[\s\S]*one second of silence took/);
    assert.equal(said?.code, 0, said?.err ?? "it did not run");
    const out = said?.out ?? "";
    assert.match(out, /i2: draft w1 of words that are heard, 1 with words, language uk; written by whisper\.cpp stand-in 1\.2/);
    assert.match(out, /3 stand empty: what the program wrote there stands on silence/);
    assert.match(out, /A draft carries nothing until a person takes it over and a second person reviews it\./);
  });

  it("is off until somebody sets one up, and a path that leads nowhere is refused by name", async () => {
    const { settings: first, network } = await server.get<RecogniserSettingsAnswer>("/api/recogniser-settings");
    assert.equal(first.recogniser, null);
    assert.ok(network === "none" || network === "not-isolated");
    const refused = await recognise();
    assert.equal(refused.code, "NOT_ALLOWED");
    assert.match(refused.message, /expected one in the settings; found none set up/);
    for (const [path, model, says] of [
      ["/nowhere/whisper-cli", standIn.model, /expected a program that can be run; found nothing/],
      [standIn.model, standIn.model, /expected a program that can be run; found one that may not/],
      [standIn.program, "/nowhere/model.bin", /expected a model file that can be read; found nothing/],
      [standIn.program, desk.folder, /expected a model file that can be read; found a folder/],
    ] as const) {
      const answer = await server.post<Fault>("/api/recogniser-settings", settings({ recogniser: { sort: "whisper-cpp", path, model } }));
      assert.equal(answer.code, "INPUT_INVALID");
      assert.match(answer.message, says);
    }
    const set = await server.post<RecogniserSettingsAnswer>("/api/recogniser-settings", settings());
    assert.equal(set.settings.recogniser?.path, standIn.program);
  });

  it("a try has it read one second of silence, and tells what it wrote there", async () => {
    standIn.behave("silent");
    const quiet = await server.post<RecogniserTriedAnswer>("/api/recogniser-settings/try", {});
    assert.deepEqual([quiet.name, quiet.version, quiet.wrote], ["whisper.cpp", "stand-in 1.2", ""]);
    assert.match(quiet.model, /^ggml-stand-in\.bin sha256:[0-9a-f]{64}$/);
    standIn.behave("crash");
    const crashed = await server.post<Fault>("/api/recogniser-settings/try", {});
    assert.equal(crashed.code, "RECOGNISER_FAILED");
    assert.match(crashed.message, /it ended with 3: error: failed to load the model/);
  });

  it("of words written everywhere, and at times that cannot be, none stand on silence, on the bang or after the end; all is kept beside the draft", async () => {
    const { result, document } = await draft("anytime");
    const rows = rowsOf({ document });
    assert.ok(rows.every(({ startMs, endMs }) => startMs >= firstSec * 1000 && endMs > startMs && endMs <= (firstSec + 140) * 1000 + 1));
    assert.ok(rows.some(({ suspect, text }) => suspect?.includes("after-end") && text === ""));
    const worded = rows.filter(({ text }) => text !== "");
    for (const { startMs, endMs } of worded) {
      const [from, to] = [startMs / 1000 - firstSec, endMs / 1000 - firstSec];
      const spoken = [
        [4, 8],
        [40, 43],
        [70, 75],
      ].some(([start = 0, end = 0]) => from < end && to > start);
      assert.ok(spoken, `words at ${from} to ${to} s, where nobody speaks`);
    }
    assert.ok(worded.length >= 6);
    const onBang = rows.filter(({ startMs }) => Math.abs(startMs / 1000 - firstSec - 20) < 1.5);
    assert.ok(onBang.some(({ suspect }) => suspect?.includes("impulsive-noise")));
    assert.equal(result.unheard, rows.length - worded.length);
    const kept = execFileSync("grep", ["-rl", "Thank you for watching 9", join(casePath, "derived")]).toString();
    assert.match(kept, /recogniser-[0-9a-f]{32}-1\/piece-\d+-\d+\.json/);
    const ledger = readFileSync(join(casePath, "ledger.jsonl"), "utf8");
    assert.ok(!ledger.includes("Thank you"));
  });

  it("a part is read alone, and its words keep their place on the clock", async () => {
    const seen = join(desk.folder, "part.txt");
    const { document } = await draft("honest", seen, { fromSec: 38 + firstSec, toSec: 50 + firstSec });
    assert.deepEqual(readFileSync(seen, "utf8"), "12000\n");
    const [only] = rowsOf({ document });
    assert.ok(Math.abs((only?.startMs ?? 0) / 1000 - firstSec - 40) < 0.15, String(only?.startMs));
  });

  it("silence is given to no program; pieces that are done are read again only on demand; words stand at their time, as a draft that names program, version and model", async () => {
    const seen = join(desk.folder, "lengths.txt");
    const language = fresh();
    standIn.behave("second-fails", seen);
    const end = await ended((await recognise({ language })).job);
    assert.match(end.reason ?? "", /whisper\.cpp, minute \d of 3: expected words; found that it failed: it ended with 5/);
    const before = readFileSync(seen, "utf8").trim().split("\n");
    assert.equal(before.length, 2);
    // Wanted anew, the piece that is kept is read once more, and again the second one fails.
    rmSync(seen);
    assert.equal((await ended((await recognise({ language, anew: true })).job)).state, "failed");
    const again = await ended((await recognise({ language })).job);
    assert.equal(again.state, "done", again.reason ?? "");
    const lengths = readFileSync(seen, "utf8").trim().split("\n");
    assert.equal(lengths.length, 3, "the first piece was read once");
    const result = again.result as DraftWrittenResult;
    assert.equal(result.kept, 1);
    assert.ok(lengths.every((length) => Number(length) <= 90_000));
    const { tier, document, states } = await server.get<TierAnswer>(`/api/tiers/${result.tier}`);
    const rows = rowsOf({ document }).filter(({ text }) => text !== "");
    assert.equal(rows.length, 3);
    for (const [n, sec] of [4, 40, 70].entries())
      assert.ok(Math.abs((rows[n]?.startMs ?? 0) / 1000 - firstSec - sec) < 0.06, `${rows[n]?.startMs} ms is not ${sec + firstSec} s`);
    assert.deepEqual([tier.sort, tier.language, tier.made.by, result.unheard], ["verbatim", language, "program", 1]);
    assert.ok(tier.made.by === "program");
    assert.deepEqual([tier.made.name, tier.made.version], ["whisper.cpp", "stand-in 1.2"]);
    assert.match(tier.made.model, /^ggml-stand-in\.bin sha256:[0-9a-f]{64}$/);
    assert.ok(states.every(({ standing, obstacle }) => standing === "machine" && obstacle !== null));
  });

  it("stopping ends the program with all that it started, and leaves no sound behind", async () => {
    const pids = join(desk.folder, "pids.txt");
    standIn.behave("hang", pids);
    const { job } = await recognise({ language: fresh() });
    while (!existsSync(pids) || !readFileSync(pids, "utf8").includes("\n")) await soon(30);
    const child = readFileSync(pids, "utf8").trim();
    assert.ok(runningWith(child).length > 0 && runningWith(standIn.program).length > 0);
    const { running } = await server.get<JobsSummary>("/api/jobs");
    assert.match(running.find(({ id }) => id === job)?.detail ?? "", /^minute 1 of 3$/);
    await server.post(`/api/jobs/${job}/cancel`, {});
    assert.equal((await ended(job)).state, "cancelled");
    assert.deepEqual([runningWith(child), runningWith(standIn.program)], [[], []]);
    const left = readdirSync(tmpdir()).filter(
      (name) => name.startsWith("witnessmark-sound-") && existsSync(join(tmpdir(), name, "piece-1.wav")),
    );
    assert.deepEqual(left, []);
  });

  it("a translation is no transcript of what is said, and is not taken for one", async () => {
    standIn.behave("translated");
    const end = await ended((await recognise({ language: fresh(), toSec: 20 })).job);
    assert.match(end.reason ?? "", /whisper\.cpp, minute 1 of 1: expected the words that are spoken; found a translation/);
  });

  it("an item without sound, and a span without any of it, are refused by name", async () => {
    standIn.behave("honest");
    const text = await ended((await recognise({}, "i1")).job);
    assert.match(text.reason ?? "", /^the sound: expected/);
    const beyond = await ended((await recognise({ fromSec: 900, toSec: 910 })).job);
    assert.match(beyond.reason ?? "", /^the sound: expected sound that can be decoded; found/);
    assert.equal((await recognise({}, "i99")).code, "ITEM_UNKNOWN");
  });

  it("any command that writes Whisper's JSON on its standard output will do, and settings that change while it reads do not touch it", async () => {
    const script = join(desk.folder, "any command");
    const asked = join(desk.folder, "asked.txt");
    const file = join(desk.folder, "config", "recogniser.json");
    const answer = JSON.stringify({
      language: "ukrainian",
      segments: [{ start: 4, end: 8, text: "слово", avg_logprob: -1.5, no_speech_prob: 0.9 }],
    });
    const other = join(desk.folder, "other.json");
    const saying = (word: string) =>
      settings({ recogniser: { sort: "command", path: script, arguments: ["{audio}", "{language}", word], model: null } });
    writeFileSync(other, JSON.stringify(saying("B")));
    writeFileSync(script, `#!/bin/sh\n[ -f "$1" ] || exit 1\necho "$3" >> '${asked}'\ncp '${other}' '${file}'\nprintf '%s' '${answer}'\n`, {
      mode: 0o755,
    });
    await server.post("/api/recogniser-settings", saying("A"));
    const readBy = async (body: object) => {
      const end = await ended((await recognise({ language: "auto", ...body })).job);
      assert.equal(end.state, "done", end.reason ?? "");
      const { kept, tier } = end.result as DraftWrittenResult;
      assert.equal(kept, 0);
      return server.get<TierAnswer>(`/api/tiers/${tier}`);
    };
    const first = await readBy({});
    const second = await readBy({ toSec: 15 });
    assert.deepEqual(readFileSync(asked, "utf8").trim().split("\n"), ["A", "A", "B"]);
    const [row] = rowsOf(first);
    assert.deepEqual([row?.text, row?.suspect?.toSorted()], ["слово", ["low-probability", "no-speech"]]);
    assert.equal(first.tier.language, "uk");
    const versions = [first, second].map(({ tier }) => (tier.made.by === "program" ? tier.made.version : ""));
    // Another word of its command line is another program.
    assert.ok(versions.every((version) => /^not told; program file sha256:[0-9a-f]{64}; command sha256:[0-9a-f]{64}$/.test(version)));
    assert.notEqual(versions[0], versions[1]);
  });

  it("a settings file that says something else is told and stays off until it is set anew", async () => {
    const file = join(desk.folder, "config", "recogniser.json");
    writeFileSync(file, '{"v":1,"recogniser":{"sort":"whisper-cpp","path":"whisper"}}');
    const spoilt = await server.get<RecogniserSettingsAnswer>("/api/recogniser-settings");
    assert.match(spoilt.fault ?? "", /expected the programs that read speech and signs; found something else at/);
    assert.equal((await recognise()).code, "INPUT_INVALID");
    assert.equal((await server.post<RecogniserSettingsAnswer>("/api/recogniser-settings", settings())).fault, null);
  });
});
