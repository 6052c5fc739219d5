import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { needs } from "../../scripts/testing/needs.ts";
import { analyseFile } from "../../test/hostile-media/analyse-file.ts";
import type { Digest } from "../core/hash/digest.ts";
import { findIsolation } from "./isolation.ts";
import { createAnalyserRunner } from "./run-analyser.ts";

const skip = process.platform === "linux" ? needs({ programs: ["ffmpeg", "ffprobe", "perl"] }) : "tests what Linux gives";
let folder: string;
/** Bytes with a media signature, so that the decoder is called. */
let object: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "witnessmark-limits-"));
  object = join(folder, "object");
  writeFileSync(object, Buffer.concat([Buffer.from("00000010", "hex"), Buffer.from("ftypisom"), Buffer.alloc(16)]));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of the decoder that has been taken over by a hostile file: it does what its text says. */
function takenOver(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function failureWith(ffprobe: string, options: { leastMs?: number; signal?: AbortSignal } = {}): Promise<string> {
  const { answer } = await analyseFile("probe", object, { ffprobe, ...options });
  return answer.state === "failed" ? answer.failure.code : "done";
}

/** Waits until no process of that number is left, or fails the test. */
async function gone(pidFile: string): Promise<void> {
  // On a busy machine the limit may strike before anything was started.
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  for (let tries = 0; tries < 200; tries++) {
    // An ended process that nobody has asked after keeps its number: that is gone too.
    const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.[0] : "gone";
    if (state === "gone" || state === "Z") return;
    await sleep(25);
  }
  assert.fail(`process ${pid} is still there`);
}

const until = async (file: string) => {
  while (!existsSync(file) || readFileSync(file, "utf8").trim() === "") await sleep(20);
};

describe("an analyser's child", { skip }, () => {
  it("is stopped at its time limit, with all that it started", async () => {
    const pid = join(folder, "slow.pid");
    assert.equal(await failureWith(takenOver("slow", `echo $$ > ${pid}; exec sleep 1000`), { leastMs: 4000 }), "time-limit");
    await gone(pid);
  });

  it("is stopped when a person cancels, with all that it started", async () => {
    const pid = join(folder, "cancelled.pid");
    const cancel = new AbortController();
    const ended = failureWith(takenOver("cancelled", `sleep 1000 & echo $! > ${pid}; wait`), { signal: cancel.signal });
    await until(pid);
    cancel.abort();
    assert.equal(await ended, "crashed");
    await gone(pid);
  });

  it("that crashes is an answer, and leaves no decoder behind", async () => {
    const pid = join(folder, "orphan.pid");
    assert.equal(await failureWith(takenOver("crash", `echo $$ > ${pid}; kill -9 $PPID; exec sleep 1000`)), "crashed");
    await gone(pid);
  });

  it("cannot fill the memory of the machine: neither a decoder", async () => {
    const greedy = takenOver("greedy", `exec perl -e '$x = "a" x 5_000_000_000; print length $x'`);
    assert.notEqual(await failureWith(greedy), "done");
    assert.match(await saidWith(takenOver("limits", "ulimit -v 1>&2; exit 1")), /found: \d{6,}$/);
  });

  it("nor what picture decoders fill outside the heap", async () => {
    assert.match(await saidWith(takenOver("data", "ulimit -d 1>&2; exit 1")), /found: 4194304$/);
  });

  it("says no more than it is read", async () => {
    assert.equal(await failureWith(takenOver("talker", "exec yes")), "refused");
  });

  it("reaches no network where the system lets us take it away", async (t) => {
    if (findIsolation().network !== "none") return t.skip("this system makes no network namespaces");
    let calls = 0;
    const listener = createServer(() => calls++);
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const address = listener.address();
    assert.ok(address !== null && typeof address === "object");
    const connect = `perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0); print STDERR connect(S, sockaddr_in(${address.port}, inet_aton("127.0.0.1"))) ? "reached" : "no way: $!"; exit 1'`;
    const caller = takenOver("caller", connect);
    try {
      assert.match(await saidWith(caller), /no way/);
      assert.equal(calls, 0);
      // The same call from outside the child does get through, so the silence above means something.
      assert.match(spawnSync(caller, { encoding: "utf8" }).stderr, /reached/);
    } finally {
      listener.close();
    }
  });

  it("sees nothing of the program's environment", async () => {
    process.env["WITNESSMARK_TEST_SECRET"] = "kept";
    try {
      assert.match(await saidWith(takenOver("nosy", `echo "secret: [$WITNESSMARK_TEST_SECRET]" 1>&2; exit 1`)), /secret: \[\]/);
    } finally {
      delete process.env["WITNESSMARK_TEST_SECRET"];
    }
  });

  it("has a folder that is gone afterwards", async () => {
    const scratch = join(folder, "scratch");
    mkdirSync(scratch);
    const runner = createAnalyserRunner({ scratch });
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    const request = {
      analyser: "probe",
      object: `sha256:${"0".repeat(64)}` as Digest,
      path: object,
      nameHint: "",
      parameters: {},
    } as const;
    await runner.run(request, control, async () => assert.equal(readdirSync(scratch).length, 1));
    assert.deepEqual(readdirSync(scratch), []);
  });

  it("without its programs says so as an answer", async () => {
    assert.equal(await failureWith(join(folder, "no-such-program")), "program-missing");
  });
});

async function saidWith(ffprobe: string): Promise<string> {
  const { answer } = await analyseFile("probe", object, { ffprobe });
  return answer.state === "failed" ? answer.failure.message : "done";
}
