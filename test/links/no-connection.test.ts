/** Nothing is fetched without being asked: what a case holds of links makes this program open no connection. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

it(
  "opening a case, pasting links and browsing them opens no connection to anywhere",
  { skip: needs({ programs: ["strace"] }) },
  async () => {
    const desk = createDesk();
    const calls = join(desk.folder, "calls");
    const env = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config"), HOME: desk.folder };
    const kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "nothing"));
    execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", kept, join(desk.folder, "nothing")], { env });
    const words = [
      "-f",
      "-qq",
      "-e",
      "trace=connect,sendto,sendmsg,sendmmsg",
      "-o",
      calls,
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      main,
    ];
    const traced = spawn("strace", [...words, "serve", kept, "--no-browser", "--json"], { env, stdio: ["ignore", "pipe", "ignore"] });
    const ended = new Promise((resolve) => traced.once("exit", resolve));
    try {
      const line = await new Promise<string>((resolve) => createInterface({ input: traced.stdout }).once("line", resolve));
      const link = new URL((JSON.parse(line) as { link: string }).link);
      const json = { "content-type": "application/json" };
      const opened = await fetch(`${link.origin}/api/session`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ token: link.searchParams.get("token") }),
      });
      const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const post = async (path: string, body: object) => {
        const answer = await fetch(`${link.origin}${path}`, { method: "POST", headers: { ...json, cookie }, body: JSON.stringify(body) });
        assert.equal(answer.status, 200, path);
      };
      await post("/api/links", {
        links: ["https://example.org/a", "https://t.co/abc", "https://youtu.be/abcdefghijk"],
        riskOfRemoval: "high",
      });
      await post("/api/links/plan", { about: "high-risk", everyDays: 1 });
      await post("/api/links/i1/checks", { outcome: "gone", statement: "", evidence: [] });
      for (const path of [
        "/api/links",
        "/api/links/i1",
        "/api/items",
        "/api/items/i1",
        "/api/links?filter=due",
        "/api/search-log",
        "/inquiry",
        "/capture/i1",
      ]) {
        assert.equal((await fetch(`${link.origin}${path}`, { headers: { cookie } })).status, 200, path);
      }
    } finally {
      // The traced program, not its tracer: it ends as when a person stops it.
      for (const child of readFileSync(`/proc/${traced.pid}/task/${traced.pid}/children`, "utf8").split(" ").filter(Boolean))
        process.kill(Number(child), "SIGINT");
      await ended;
      const made = readFileSync(calls, "utf8")
        .split("\n")
        .filter((call) => /AF_INET/.test(call));
      desk.close();
      assert.deepEqual(made, []);
    }
  },
);
