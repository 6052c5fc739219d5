import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type AskedServer, type NotedAnswer, openServer } from "./ask-server.ts";
import { writeFakeYtDlp } from "./fake-yt-dlp.ts";

interface Detail {
  readonly row: { readonly lastLook: { readonly outcome: string } };
  readonly checks: readonly { readonly outcome: string; readonly how: string; readonly statement: string }[];
  readonly captures: readonly {
    readonly outcome: string;
    readonly items: readonly string[];
    readonly program: { readonly name: string; readonly version: string };
    readonly arguments: readonly string[];
    readonly exitCode: number | string;
    readonly log: string;
    readonly how: string;
  }[];
}

/** Not what is dead and waits for its parent to take notice. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.charAt(stat.lastIndexOf(")") + 2) !== "Z";
  } catch {
    return false;
  }
}

describe("a capture by the person's own program", () => {
  let server: AskedServer;
  let fake: string;
  const limits = { minutes: 15, megabytes: 2000 };
  const settings = (more: object = {}) => ({ v: 1, ytDlp: { path: fake }, autoArchiver: null, limits, ...more });
  const noted = async (link: string) => {
    const { body } = await server.post<NotedAnswer>("/api/links", { links: [link], riskOfRemoval: "high" });
    return body.answers[0]?.item ?? "";
  };
  const detail = async (item: string) => (await server.get<Detail>(`/api/links/${item}`)).body;
  const logOf = (digest: string) => {
    const hex = digest.slice("sha256:".length);
    return readFileSync(join(server.casePath, "objects", hex.slice(0, 2), hex), "utf8");
  };
  const captured = async (word: string) => {
    const item = await noted(`https://video.example.org/${word}`);
    const run = await server.post("/api/links/" + item + "/run", { program: "yt-dlp" });
    assert.equal(run.status, 200, JSON.stringify(run.body));
    await server.jobsDone();
    return { item, ...(await detail(item)) };
  };
  before(async () => {
    server = await openServer();
    fake = writeFakeYtDlp(server.desk.folder);
    assert.equal((await server.post("/api/capture-settings", settings())).status, 200);
  });
  after(() => server.close());

  it("is off until a path is given, and a path that leads to no program is refused", async () => {
    for (const path of ["/nowhere/yt-dlp", server.casePath, join(server.casePath, "ledger.jsonl")]) {
      const answer = await server.post<{ message: string }>("/api/capture-settings", settings({ ytDlp: { path } }));
      assert.equal(answer.status, 400);
      assert.match(answer.body.message, /expected a program that can be run/);
    }
    assert.equal((await server.post("/api/capture-settings", settings({ ytDlp: { path: "yt-dlp" } }))).status, 400);
    assert.equal((await server.get<{ settings: { ytDlp: { path: string } } }>("/api/capture-settings")).body.settings.ytDlp.path, fake);
  });

  it("shows the arguments before it runs, keeps what was made with them, its version and its log", async () => {
    const item = await noted("https://video.example.org/whole");
    const plan = (await server.get<{ path: string; arguments: string[] }>(`/api/links/${item}/capture-plan?program=yt-dlp`)).body;
    assert.equal(plan.arguments.at(-1), "https://video.example.org/whole");
    assert.equal(plan.arguments.at(-2), "--");
    for (const word of ["--ignore-config", "--no-cookies", "--no-cookies-from-browser", "--no-exec", "--no-cache-dir"])
      assert.ok(plan.arguments.includes(word), word);
    const { captures } = await captured("whole");
    const [capture] = captures;
    assert.deepEqual([capture?.outcome, capture?.how, capture?.exitCode], ["complete", "own-program", 0]);
    assert.deepEqual(capture?.program, { name: "yt-dlp", version: "2099.01.01-fake" });
    assert.deepEqual(capture?.arguments, plan.arguments);
    assert.equal(capture?.items.length, 2);
    const names = await Promise.all(
      (capture?.items ?? []).map(
        async (kept) => (await server.get<{ row: { name: string }; provenance: { method: string } }>(`/api/items/${kept}`)).body,
      ),
    );
    assert.deepEqual(names.map(({ row }) => row.name.split("/").at(-1)).sort(), ["fake-abc.info.json", "fake-abc.txt"]);
    assert.deepEqual([...new Set(names.map(({ provenance }) => provenance.method))], ["capture"]);
    assert.match(logOf(capture?.log ?? ""), /Extracting URL: https:\/\/video\.example\.org\/whole/);
  });

  it("runs with nothing of the person's: an empty home, and no variable but the few it needs", async () => {
    const { captures } = await captured("clean");
    const log = logOf(captures[0]?.log ?? "");
    const env = JSON.parse(/^ENV (.*)$/m.exec(log)?.[1] ?? "{}") as Record<string, string>;
    assert.match(log, /^HOME HOLDS \[\]$/m);
    assert.notEqual(env["HOME"], server.desk.folder);
    assert.deepEqual(
      Object.keys(env).filter(
        (name) =>
          !/^(PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_(CONFIG|CACHE|DATA|STATE)_HOME|TMPDIR|TEMP|TMP|LANG|TZ|NO_COLOR|PWD|SHLVL|_)$/.test(
            name,
          ),
      ),
      [],
    );
    assert.equal(existsSync(env["HOME"] ?? ""), false, "the private folder is gone afterwards");
  });

  it("keeps what came of a run that failed half-way, and says so", async () => {
    const { captures } = await captured("partly");
    assert.deepEqual([captures[0]?.outcome, captures[0]?.exitCode, captures[0]?.items.length], ["partial", 1, 2]);
  });

  it("records a run that kept nothing, with its log, and the job tells it", async () => {
    const { captures } = await captured("fails");
    assert.deepEqual([captures[0]?.outcome, captures[0]?.items.length], ["failed", 0]);
    assert.match(logOf(captures[0]?.log ?? ""), /ERROR: nothing here/);
    const [job] = await server.jobsDone();
    assert.match(job?.reason ?? "", /kept nothing \(failed, exit code 1\)/);
  });

  it("can be stopped: the program and all that it started end, and the entry says stopped", async () => {
    const item = await noted("https://video.example.org/slow");
    const { body } = await server.post<{ job: string }>(`/api/links/${item}/run`, { program: "yt-dlp" });
    const made = () =>
      readdirSync(tmpdir()).filter(
        (name) => name.startsWith("witnessmark-capture-") && existsSync(join(tmpdir(), name, "made", "child.pid")),
      );
    while (made().length === 0) await new Promise((later) => setTimeout(later, 30));
    await server.post(`/api/jobs/${body.job}/cancel`);
    await server.jobsDone();
    const [capture] = (await detail(item)).captures;
    assert.deepEqual([capture?.outcome, capture?.exitCode], ["stopped", "killed"]);
    const [, ...pids] = /^PIDS (\d+) (\d+)$/m.exec(logOf(capture?.log ?? ""))?.values() ?? [];
    assert.equal(pids.length, 2);
    for (const pid of pids) while (isRunning(Number(pid))) await new Promise((later) => setTimeout(later, 30));
  });

  it("ends a program that makes more than the limit", async () => {
    await server.post("/api/capture-settings", settings({ limits: { minutes: 15, megabytes: 1 } }));
    const { captures } = await captured("large");
    assert.equal(captures[0]?.outcome, "too-large");
    await server.post("/api/capture-settings", settings());
  });

  it("is not sent to this machine or its neighbours by a pasted link", async () => {
    for (const link of ["http://127.0.0.1:8080/x", "http://[::1]/x", "http://router.local/x", "https://printer.lan/x"]) {
      const item = await noted(link);
      const answer = await server.post<{ code: string }>(`/api/links/${item}/run`, { program: "yt-dlp" });
      assert.deepEqual([answer.status, answer.body.code], [403, "NOT_ALLOWED"], link);
    }
  });

  for (const [word, outcome] of [
    ["there", "there"],
    ["gone", "gone"],
    ["wall", "login-needed"],
    ["odd", "unknown"],
  ] as const) {
    it(`one look by it at a link that is ${word} is an entry that says ${outcome}, with the program's words`, async () => {
      const item = await noted(`https://video.example.org/${word}`);
      assert.equal((await server.post(`/api/links/${item}/look`)).status, 200);
      await server.jobsDone();
      const { checks, captures } = await detail(item);
      assert.deepEqual([checks[0]?.outcome, checks[0]?.how], [outcome, "own-program"]);
      assert.match(checks[0]?.statement ?? "", /^yt-dlp ended with/);
      assert.deepEqual(captures, []);
    });
  }

  it("auto-archiver is run with its own configuration and nothing else, once both are given", async () => {
    const config = join(server.desk.folder, "orchestration.yaml");
    assert.equal((await server.post("/api/capture-settings", settings({ autoArchiver: { path: fake, config } }))).status, 400);
    writeFileSync(config, "steps: {}\n");
    assert.equal((await server.post("/api/capture-settings", settings({ autoArchiver: { path: fake, config } }))).status, 200);
    const item = await noted("https://video.example.org/archived");
    assert.equal((await server.post(`/api/links/${item}/run`, { program: "auto-archiver" })).status, 200);
    await server.jobsDone();
    const [capture] = (await detail(item)).captures;
    assert.deepEqual(capture?.arguments, ["--config", config, "https://video.example.org/archived"]);
    assert.deepEqual([capture?.outcome, capture?.program.name], ["complete", "auto-archiver"]);
  });

  it("a program that cannot be started fails the job by name, and leaves no capture", async () => {
    const broken = join(server.desk.folder, "broken");
    writeFileSync(broken, "#!/nowhere/interpreter\n", { mode: 0o755 });
    assert.equal((await server.post("/api/capture-settings", settings({ ytDlp: { path: broken } }))).status, 200);
    const item = await noted("https://video.example.org/broken");
    await server.post(`/api/links/${item}/run`, { program: "yt-dlp" });
    const [job] = await server.jobsDone();
    assert.match(job?.reason ?? "", /expected a program that can be started/);
    assert.deepEqual((await detail(item)).captures, []);
    await server.post("/api/capture-settings", settings());
  });

  it("ends with this program also when this program is killed outright, and its folder goes", async () => {
    const item = await noted("https://video.example.org/last/slow");
    await server.post(`/api/links/${item}/run`, { program: "yt-dlp" });
    const started = () =>
      readdirSync(tmpdir())
        .map((name) => join(tmpdir(), name))
        .find((path) => path.includes("witnessmark-capture-") && existsSync(join(path, "made", "child.pid")));
    let room = started();
    for (; room === undefined; room = started()) await new Promise((later) => setTimeout(later, 30));
    const pid = Number(readFileSync(join(room, "made", "child.pid"), "utf8"));
    server.child.kill("SIGKILL");
    const gone = () => !isRunning(pid) && !existsSync(room);
    while (!gone()) await new Promise((later) => setTimeout(later, 50));
  });
});
