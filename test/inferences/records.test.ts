/** Inferences as records: kept, changed, taken back, and asked again by a stranger who has only the object and the command. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { InferenceDetail, InferenceRow } from "../../src/api/inferences.ts";
import { canonicalJson, type Json, parseCanonicalJson } from "../../src/core/json/canonical-json.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const example = (name: string) => JSON.parse(readFileSync(join(examples, name), "utf8")) as Record<string, Json>;
const conflict = example("time-conflict.json");

type Made = { id: string; seq: number; state: string } & { code?: string; message?: string };

describe("inferences of a case", () => {
  let desk: Desk;
  let kept: string;
  let served: ServedCase;
  const keep = (body: object) => served.post<Made>("/api/inferences", body);
  const detail = (id: string) => served.get<InferenceDetail>(`/api/inferences/${id}`);
  const objectPath = (digest: string) => {
    const hex = digest.replace("sha256:", "");
    return join(kept, "objects", hex.slice(0, 2), hex);
  };
  const entries = async () => (await served.get<CustodyPage>("/api/custody?limit=500&newestFirst=false")).entries;

  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    writeFileSync(join(desk.folder, "a.txt"), "Synthetic a.txt");
    assert.equal((await desk.run("add", kept, join(desk.folder, "a.txt"))).code, 0);
    served = await serveCase(desk, kept);
    await served.post("/api/case-events", { sort: "ambush", title: "Synthetic ambush", time: "unknown", place: "unknown" });
  });
  after(() => desk.close());

  it("keeps a conflict as an answer that could not be given, about its event and with its items", async () => {
    const made = await keep({ sort: "time", title: "Synthetic ambush: when", about: "e1", items: ["i1"], problem: conflict });
    assert.deepEqual([made.id, made.state], ["n1", "unanswered"]);
    const { inferences } = await served.get<{ inferences: InferenceRow[] }>("/api/inferences?sort=time");
    assert.deepEqual(
      inferences.map(({ id, about, items, state }) => [id, about, items, state]),
      [["n1", "e1", ["i1"], "unanswered"]],
    );
    assert.deepEqual((await served.get<{ inferences: unknown[] }>("/api/inferences?sort=place")).inferences, []);
  });

  it("keeps problem and answer as canonical JSON under their own hash", async () => {
    const { inference, problem, answer } = await detail("n1");
    for (const [digest, value] of [
      [inference.problem, problem],
      [inference.answer, answer],
    ] as const) {
      const bytes = readFileSync(objectPath(digest));
      assert.equal(`sha256:${createHash("sha256").update(bytes).digest("hex")}`, digest);
      const text = bytes.toString("utf8");
      assert.equal(text, `${canonicalJson(value as Json)}\n`);
      assert.deepEqual(parseCanonicalJson(text.trimEnd()), value);
    }
    assert.deepEqual(problem, conflict);
  });

  it("is answered alike by the command, which reads the kept problem as it stands in the case", async () => {
    const { inference, answer } = await detail("n1");
    const asked = await desk.run("time", objectPath(inference.problem));
    assert.equal(asked.code, 3, asked.err);
    assert.deepEqual(JSON.parse(asked.out), answer);
  });

  it("works the answer out itself: one that is handed in is no field of the request", async () => {
    const made = await keep({ sort: "time", title: "x", problem: conflict, answer: { consistent: true } });
    assert.equal(made.code, "REQUEST_INVALID");
  });

  it("refuses a problem that cannot be read, and names the field", async () => {
    const statements = conflict["statements"] as readonly Record<string, Json>[];
    const before = (await entries()).length;
    for (const [problem, message] of [
      [{ ...conflict, horizon: ["2022-04-30", "2022-02-24"] }, /horizon/],
      [{ ...conflict, statements: [...statements.slice(0, 1), { ...statements[1], zone: "Mars/Olympus" }] }, /statements\[1\]\.zone/],
      [{ ...conflict, statements: [{ ...statements[0], sun: "dusk" }] }, /statements\.0\.sun/],
      [{ ...conflict, statements: [...statements, statements[0]] }, /statements\[6\]\.id/],
      [{ ...conflict, colour: "red" }, /colour/],
    ] as const) {
      const refused = await keep({ sort: "time", title: "x", problem });
      assert.equal(refused.code, "INPUT_INVALID");
      assert.match(refused.message ?? "", message);
    }
    assert.match((await keep({ sort: "time", title: " ", problem: conflict })).message ?? "", /title/);
    assert.match((await keep({ sort: "time", title: "x", about: "e9", problem: conflict })).message ?? "", /e9/);
    assert.equal((await keep({ sort: "time", title: "x", items: ["i9"], problem: conflict })).code, "ITEM_UNKNOWN");
    assert.equal((await entries()).length, before, "what is refused leaves no line");
  });

  it("is changed with a reason only, and what was kept before stays in its line and in its object", async () => {
    const first = (await detail("n1")).inference;
    const statements = (conflict["statements"] as readonly Record<string, Json>[]).map((one) =>
      one["zone"] === undefined ? one : { ...one, zone: "Europe/London" },
    );
    const changed = { inference: "n1", sort: "time", title: "Synthetic ambush: by London's clock", problem: { ...conflict, statements } };
    assert.match((await keep(changed)).message ?? "", /reason/);
    assert.match((await keep({ ...changed, sort: "sun", reason: "x" })).message ?? "", /time problem/);
    const made = await keep({ ...changed, about: "e1", reason: "the newsroom is in London" });
    assert.deepEqual([made.id, made.state], ["n1", "answered"]);
    const now = await detail("n1");
    assert.notEqual(now.inference.problem, first.problem);
    assert.ok(now.history.some(({ summary }) => summary.includes("the newsroom is in London")));
    assert.deepEqual(parseCanonicalJson(readFileSync(objectPath(first.problem), "utf8").trimEnd()), conflict);
    const asked = await desk.run("time", objectPath(now.inference.problem));
    assert.deepEqual([asked.code, JSON.parse(asked.out)], [0, now.answer]);
  });

  it("is taken back with a reason, stays in the list, and is neither changed nor taken back again", async () => {
    assert.equal((await keep({ sort: "sun", title: "Synthetic shadow", problem: example("sun-two-measurements.json") })).id, "n2");
    assert.match((await served.post<Made>("/api/inferences/n2/withdraw", { reason: " " })).message ?? "", /reason/);
    assert.ok((await served.post<Made>("/api/inferences/n2/withdraw", { reason: "another post" })).seq > 0);
    assert.equal((await detail("n2")).inference.withdrawn, "another post");
    assert.equal((await served.post<Made>("/api/inferences/n2/withdraw", { reason: "again" })).code, "INPUT_INVALID");
    assert.equal((await served.post<Made>("/api/inferences/n9/withdraw", { reason: "x" })).code, "INPUT_INVALID");
  });

  it("house rules of the case are an entry with its reason, and a rule that is none is refused by its name", async () => {
    assert.deepEqual(await served.get("/api/house-rules"), { time: null, place: null });
    const rules = { morning: ["05:00", "11:00"], evening: ["18:00", "24:00"] };
    const set = (body: object) => served.post<Made>("/api/house-rules", { of: "time", reason: "as the newsroom writes", ...body });
    assert.match((await set({ rules: { morning: ["05:00", "25:00"] } })).message ?? "", /morning/);
    assert.match((await set({ rules, reason: "" })).message ?? "", /reason/);
    const { seq } = await set({ rules });
    assert.deepEqual((await served.get<{ time: unknown }>("/api/house-rules")).time, rules);
    const line = (await entries()).find((entry) => entry.seq === seq);
    assert.equal(line?.kind, "house-rules.set");
    const older = await detail("n1");
    assert.deepEqual(
      (older.answer as { houseRules: { morning: unknown } }).houseRules.morning,
      ["00:00", "12:00"],
      "what is kept is not read anew",
    );
  });

  it("verifies, says the same from tables made anew, and a changed byte of an answer is caught", async () => {
    const paths = ["/api/inferences", "/api/inferences/n1", "/api/inferences/n2", "/api/house-rules"];
    const seen = await Promise.all(paths.map((path) => served.get(path)));
    const { inference } = await detail("n1");
    assert.equal((await desk.run("verify", kept)).code, 0);
    const copy = join(desk.folder, "copy");
    assert.equal((await desk.run("copy", kept, copy)).code, 0);
    rmSync(join(copy, "derived"), { recursive: true, force: true });
    served = await serveCase(desk, copy);
    assert.deepEqual(await Promise.all(paths.map((path) => served.get(path))), seen);
    assert.equal((await keep({ sort: "time", title: "Synthetic third", problem: conflict })).id, "n3");

    const tampered = join(desk.folder, "tampered");
    assert.equal((await desk.run("copy", kept, tampered)).code, 0);
    const hex = inference.answer.replace("sha256:", "");
    const file = join(tampered, "objects", hex.slice(0, 2), hex);
    const bytes = readFileSync(file);
    chmodSync(file, 0o600);
    writeFileSync(file, bytes.toString("utf8").replace('"consistent":true', '"consistent":null'));
    assert.notEqual((await desk.run("verify", tampered)).code, 0);
  });
});
