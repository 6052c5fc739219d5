/** What a recogniser may do on its one piece of sound, and what it is told of the person: nothing. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findIsolation } from "../../src/analyse/isolation.ts";
import { recogniserArguments } from "../../src/core/recogniser/plan-recogniser.ts";
import { runOnPiece } from "../../src/keep/recogniser-run.ts";
import { voice, writeWav } from "./made-sound.ts";
import { runningWith, type StandIn, writeStandIn } from "./stand-in.ts";

describe("a recogniser on one piece of sound", () => {
  let folder: string;
  let audio: string;
  let standIn: StandIn;
  const run = (how: string, detail = "", o: { prefix?: readonly string[]; minutes?: number } = {}) => {
    standIn.behave(how, detail);
    const { signal } = new AbortController();
    const recogniser = { sort: "whisper-cpp", path: standIn.program, model: standIn.model } as const;
    const limits = { minutes: o.minutes ?? 1, megabytes: 50 };
    return runOnPiece({ recogniser, prefix: o.prefix ?? [], audio, language: "uk", limits, signal });
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-test-"));
    standIn = writeStandIn(folder);
    audio = join(folder, "second.wav");
    writeWav(audio, voice(1, 0.2));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("that crashes is told with its last words", async () => {
    assert.deepEqual(await run("crash"), { state: "failed", complaint: "it ended with 3: error: failed to load the model" });
  });

  it("that never stops talking is ended", async () => {
    assert.equal((await run("gigabyte")).state, "too-large");
  });

  it("that never ends is ended when its time is over", async () => {
    assert.equal((await run("hang", join(folder, "pids.txt"), { minutes: 0.005 })).state, "out-of-time");
  });

  it("that leaves something behind in a group of its own is waited for no longer than it runs, and where the system grants that it goes with it", async () => {
    const pids = join(folder, "left.txt");
    const { prefix } = findIsolation();
    for (const one of [[], prefix]) {
      rmSync(pids, { force: true });
      // It holds the pipe of what it says, and would hold it for ten minutes.
      assert.equal((await run("leaves", pids, { prefix: one })).state, "answered");
      const left = runningWith(readFileSync(pids, "utf8").trim());
      if (one.length > 0) assert.deepEqual(left, []);
      for (const pid of left) process.kill(pid, "SIGKILL");
    }
  });

  it("whose answer is too large is told so", async () => {
    assert.deepEqual(await run("huge"), { state: "too-large", complaint: "an answer of more than 32 MiB" });
  });

  it("that hands over a link to somebody else's file is not followed", async () => {
    const secret = join(folder, "secret.json");
    writeFileSync(secret, JSON.stringify({ segments: [{ start: 0, end: 1, text: "a secret" }] }));
    assert.deepEqual(await run("link", secret), { state: "answered", text: "" });
  });

  it("gets a clean environment, an empty home, and neither names nor folders of the case", async () => {
    process.env["WITNESSMARK_TEST_SECRET"] = "secret";
    const answer = await run("environment");
    delete process.env["WITNESSMARK_TEST_SECRET"];
    assert.ok(answer.state === "answered");
    const { env, home, args } = JSON.parse(answer.text) as { env: string[]; home: string[]; args: string[] };
    assert.ok(!env.some((name) => /WITNESSMARK|SSH|TOKEN/.test(name)), env.join(" "));
    assert.deepEqual(home, []);
    assert.deepEqual(args.slice(0, 6), ["-m", standIn.model, "-f", audio, "-l", "uk"]);
  });

  it("reaches no network where the system grants that; where it does not, it is said", async (t) => {
    const { prefix, network, why } = findIsolation();
    const listener = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const address = listener.address();
    assert.ok(typeof address === "object" && address !== null);
    try {
      const answer = await run("network", String(address.port), { prefix });
      t.diagnostic(`network: ${network} ${why}`);
      assert.ok(answer.state === "answered");
      assert.match(answer.text, network === "none" ? /cut off/ : /reached/);
    } finally {
      listener.close();
    }
  });
});

describe("the command line of each sort of recogniser", () => {
  const piece = { audio: "/private/piece.wav", out: "/private/made", language: "uk-UA" };

  it("asks for the words that are spoken, in the language that was chosen, as JSON into the private folder", () => {
    const cpp = recogniserArguments({ sort: "whisper-cpp", path: "/bin/w", model: "/models/m.bin" }, piece);
    assert.deepEqual(cpp, ["-m", "/models/m.bin", "-f", piece.audio, "-l", "uk", "-ojf", "-of", "/private/made/answer", "-np"]);
    for (const sort of ["faster-whisper", "openai-whisper"] as const) {
      const words = recogniserArguments({ sort, path: "/bin/w", model: "/models/m" }, piece).join(" ");
      assert.match(words, /--task transcribe --output_format json --output_dir \/private\/made .*--language uk \/private\/piece\.wav$/);
      assert.match(words, /\/models\/m/);
      assert.doesNotMatch(
        recogniserArguments({ sort, path: "/bin/w", model: "/models/m" }, { ...piece, language: "auto" }).join(" "),
        /--language/,
      );
    }
  });

  it("puts values into any template, as words of their own: nothing is read by a shell", () => {
    const words = recogniserArguments(
      { sort: "command", path: "/bin/x", arguments: ["--in={audio}", "{out}/a b", "{language};{model}", "{other}"], model: null },
      { ...piece, out: "/private/$(touch x)" },
    );
    assert.deepEqual(words, ["--in=/private/piece.wav", "/private/$(touch x)/a b", "uk;", "{other}"]);
  });
});
