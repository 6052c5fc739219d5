/** What `serve` says on the terminal while it stands: paused is not read, and work that stops is told to whoever looks. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { cannotMount } from "../support/small-disk.ts";
import { newPlace, type Place } from "../keep/run-program.ts";

/** `serve` on a case, with a session on its page, and what the terminal has said. */
async function serving(place: Place, command: readonly string[], env: NodeJS.ProcessEnv) {
  let all = "";
  const waiting = new Set<() => void>();
  const onSaid = (said: string) => {
    all = said;
    for (const look of waiting) look();
  };
  const said = (words: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!words.test(all)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const { child, ended } = place.start([...command, "--no-browser"], { onSaid, env });
  await said(/token=\S+/);
  const link = new URL(/http\S+/.exec(all)?.[0] as string);
  const opened = await fetch(`${link.origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: link.searchParams.get("token") }),
  });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const call = async (method: string, path: string, body?: string) => {
    const answer = await fetch(`${link.origin}${path}`, { method, headers: { cookie }, ...(body === undefined ? {} : { body }) });
    assert.ok(answer.ok, `${path} ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const stop = async () => {
    child.kill("SIGINT");
    return ended;
  };
  return { call, said, stop, all: () => all };
}

test("a pause is called a pause, and only what is read is called read", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, async (t) => {
  const place = newPlace(t);
  mkdirSync(place.at("material"));
  writeFileSync(place.at("material", "clip.mp4"), "\0\0\0\x10ftypisom synthetic");
  mkdirSync(place.at("programs"));
  // A decoder that answers when the test says so.
  const [go, decoder] = [place.at("go"), place.at("programs", "ffprobe")];
  writeFileSync(decoder, `#!/bin/sh\nwhile [ ! -e ${go} ]; do sleep 0.05; done\nexit 1\n`, { mode: 0o755 });
  const env = { PATH: `${place.at("programs")}${delimiter}${process.env["PATH"]}` };
  const on = await serving(place, ["open", "material", "--case", "case"], env);
  await on.call("POST", "/api/jobs/pause");
  writeFileSync(go, "");
  await on.said(/Reading is paused/);
  assert.doesNotMatch(on.all(), /Everything is read/);
  await on.call("POST", "/api/jobs/resume");
  await on.said(/Everything is read/);
  assert.equal((await on.stop()).code, 0);
});

test(
  "work that stops long after everything was read is said on the terminal and on the page",
  { skip: cannotMount() || needs({ programs: ["ffmpeg", "ffprobe"] }) },
  async (t) => {
    const place = newPlace(t);
    mkdirSync(place.at("nothing"));
    assert.equal((await place.run("add", "case", place.at("nothing"))).code, 0);
    const small = mkdtempSync(join(tmpdir(), "witnessmark-small-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1024k", "tmpfs", small]);
    t.after(() => {
      execFileSync("umount", ["-l", small]);
      rmSync(small, { recursive: true });
    });
    const on = await serving(place, ["serve", "case"], { TMPDIR: small });
    await on.said(/Everything is read/);
    assert.equal((await on.call("GET", "/api/case"))["readOnly"], false);
    const room = 1024 * 1024 - 8 * 4096;
    writeFileSync(join(small, "ballast"), Buffer.alloc(room));
    // An empty clip fails, and with a full disk nobody can tell of what.
    await on.call("PUT", "/api/uploads/b1?path=clip.mp4", "\0\0\0\x10ftypisom synthetic");
    await on.call("POST", "/api/uploads/b1/finish");
    await on.said(/work on the case stopped: .*folder for temporary files.*\[DISK_FULL\]/s);
    const summary = await on.call("GET", "/api/case");
    assert.equal(summary["readOnly"], true);
    assert.match(JSON.stringify(summary["statements"]), /work-stopped.*expected room in the folder for temporary files/);
    assert.equal((await on.stop()).code, 1);
  },
);
