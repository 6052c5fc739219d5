/** Off means off: reading a text, and asking an assistant that nobody set up, opens no connection to anywhere. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { enterCase } from "../support/served-case.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

it("an assistant that is off opens no connection, whatever is asked of it", { skip: needs({ programs: ["strace"] }) }, async () => {
  const desk = createDesk();
  const calls = join(desk.folder, "calls");
  const env = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config"), HOME: desk.folder };
  const material = join(desk.folder, "material");
  const kept = join(desk.folder, "case");
  mkdirSync(material);
  writeFileSync(join(material, "statement.txt"), "A column of trucks was attacked near the mill on Tuesday.\n");
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", kept, material], { env });
  const trace = ["-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", calls];
  const program = [process.execPath, "--disable-warning=ExperimentalWarning", main, "serve", kept, "--no-browser", "--json"];
  const traced = spawn("strace", [...trace, ...program], { env, stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((resolve) => traced.once("exit", resolve));
  try {
    const line = await new Promise<string>((resolve) => createInterface({ input: traced.stdout }).once("line", resolve));
    const served = await enterCase((JSON.parse(line) as { link: string }).link);
    await served.get("/api/claim-texts");
    await served.get("/api/items/i1/text");
    const pieces = [{ part: { sort: "article-body" }, span: { start: 0, end: 8 } }];
    assert.deepEqual(await served.post("/api/items/i1/assistant-plan", { pieces }), { plan: null });
    const confirmed = { url: "https://model.example.org", model: "any", digest: `sha256:${"0".repeat(64)}` };
    const { code } = await served.post<{ code: string }>("/api/items/i1/ask-assistant", { pieces, confirmed });
    assert.equal(code, "NOT_ALLOWED");
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
});
