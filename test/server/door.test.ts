/** The workbench's door and answers, over real HTTP against the real program. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

describe("the workbench over HTTP", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let origin: string;
  let token: string;
  let cookie: string;

  const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { cookie, ...init.headers } });
  const post = (path: string, body: unknown) =>
    call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const items = async (query = "") => ((await (await call(`/api/items${query}`)).json()) as { items: Record<string, unknown>[] }).items;
  /** With a host name of choice, which fetch does not allow. */
  const statusFor = (headers: Record<string, string>, path = "/api/case") =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(origin);
      request({ hostname, port, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });

  before(async () => {
    desk = createDesk();
    const material = join(desk.folder, "material");
    await makeMaterial(material);
    const kept = join(desk.folder, "case");
    assert.equal((await desk.run("add", kept, material)).code, 0);
    const { line } = await desk.start("serve", kept, "--no-browser", "--json");
    const { link } = JSON.parse(line) as { link: string };
    origin = new URL(link).origin;
    token = new URL(link).searchParams.get("token") ?? "";
  });
  after(() => desk.close());

  it("gives nothing away without a session", async () => {
    for (const path of ["/api/case", "/api/items", "/api/events", "/api/openapi.json", "/api/items/i1/clear/media"]) {
      const answer = await fetch(`${origin}${path}`);
      assert.equal(answer.status, 401, path);
      assert.equal(((await answer.json()) as { code: string }).code, "TOKEN_MISSING_OR_USED");
    }
  });

  it("takes the link's token once", async () => {
    const wrong = await fetch(`${origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"token":"no"}',
    });
    assert.equal(wrong.status, 401);
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token }) };
    const first = await fetch(`${origin}/api/session`, init);
    assert.equal(first.status, 200);
    cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    assert.equal((await fetch(`${origin}/api/session`, init)).status, 401);
    assert.equal((await call("/api/case")).status, 200);
  });

  it("refuses another host name (DNS rebinding) and another origin", async () => {
    assert.equal(await statusFor({ host: "evil.example", cookie }), 421);
    assert.equal(await statusFor({ host: new URL(origin).host, cookie, origin: "http://evil.example" }), 403);
    assert.equal(await statusFor({ host: new URL(origin).host, cookie, "sec-fetch-site": "cross-site" }), 403);
    assert.equal(await statusFor({ host: new URL(origin).host, cookie }), 200);
  });

  it("sends a policy that runs only its own files, with every kind of answer", async () => {
    for (const path of ["/", "/api/case", "/api/nothing", "/items/i1"]) {
      const policy = (await call(path)).headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'/, path);
      assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|\*/, path);
    }
  });

  it("describes itself from the schemas that validate", async () => {
    const { paths } = (await (await call("/api/openapi.json")).json()) as { paths: Record<string, unknown> };
    for (const path of ["/api/items", "/api/items/{id}", "/api/custody", "/api/jobs", "/api/seal"]) assert.ok(path in paths, path);
  });

  it("answers bad input with one shape, and an unknown item as unknown", async () => {
    const bad = await call("/api/items?limit=-1");
    assert.deepEqual([bad.status, ((await bad.json()) as { code: string }).code], [400, "REQUEST_INVALID"]);
    const none = await call("/api/items/i999");
    assert.deepEqual([none.status, ((await none.json()) as { code: string }).code], [404, "ITEM_UNKNOWN"]);
    const triage = await post("/api/items/triage", { items: ["i1", "i999"], graphicLevel: "mild" });
    assert.equal(triage.status, 404);
    assert.equal((await items())[0]?.["graphicLevel"], "unassessed", "nothing of a refused change happens");
  });

  it("triages many items in one entry", async () => {
    const answer = await post("/api/items/triage", { items: ["i1", "i2"], graphicLevel: "none", state: "done" });
    const { seq } = (await answer.json()) as { seq: number };
    assert.deepEqual(
      (await items()).slice(0, 2).map((item) => [item["graphicLevel"], item["triage"]]),
      [
        ["none", "done"],
        ["none", "done"],
      ],
    );
    const custody = (await (await call("/api/custody?kind=item.triaged")).json()) as {
      entries: { seq: number; items: string[]; proof: { state: string } }[];
    };
    assert.deepEqual(custody.entries[0]?.items, ["i1", "i2"]);
    assert.equal(custody.entries[0]?.seq, seq);
    assert.equal(custody.entries[0]?.proof.state, "claimed-only");
  });

  it("notes, observes, and takes back with a reason", async () => {
    const clip = (await items("?kind=video"))[0]?.["id"] as string;
    assert.equal((await post(`/api/items/${clip}/notes`, { text: "<img src=x onerror=alert(1)>" })).status, 200);
    const made = await post(`/api/items/${clip}/observations`, {
      sort: "observation",
      text: "a bar moves",
      box: { x: 0, y: 0, width: 500_000, height: 10 },
    });
    const { id } = (await made.json()) as { id: string };
    assert.equal((await post(`/api/observations/${id}/withdraw`, { reason: "wrong frame" })).status, 200);
    assert.equal((await post(`/api/observations/${id}/withdraw`, { reason: "again" })).status, 400);
    const detail = (await (await call(`/api/items/${clip}`)).json()) as {
      observations: { withdrawn?: string }[];
      notes: { text: string }[];
    };
    assert.equal(detail.observations[0]?.withdrawn, "wrong frame");
    assert.equal(detail.notes[0]?.text, "<img src=x onerror=alert(1)>");
  });

  it("sends clear media in ranges, as a type from a closed list, boxed in", async () => {
    const clip = (await items("?kind=video"))[0]?.["id"] as string;
    const part = await call(`/api/items/${clip}/clear/media`, { headers: { range: "bytes=4-7" } });
    assert.equal(part.status, 206);
    assert.equal(await part.text(), "ftyp");
    assert.equal(part.headers.get("content-type"), "video/mp4");
    assert.match(part.headers.get("content-security-policy") ?? "", /sandbox/);
    const article = (await items("?kind=article"))[0]?.["id"] as string;
    const raw = await call(`/api/items/${article}/clear/media`);
    assert.ok(
      raw.status === 404 || raw.headers.get("content-type") === "application/octet-stream",
      "a saved page is never served as a page",
    );
  });

  it("keeps an uploaded file before it answers, and the same one only once", async () => {
    const put = (path: string, body: string) => call(`/api/uploads/b1?path=${encodeURIComponent(path)}`, { method: "PUT", body });
    const first = (await (await put("drop/a.txt", "Synthetic upload")).json()) as { item: string; alreadyHeld: boolean };
    assert.equal(first.alreadyHeld, false);
    const second = (await (await put("drop/a.txt", "Synthetic upload")).json()) as { item: string; alreadyHeld: boolean };
    assert.deepEqual([second.item, second.alreadyHeld], [first.item, true]);
    for (const path of ["../a.txt", "/etc/a", "a/./b", "a\0b"]) assert.equal((await put(path, "x")).status, 400, path);
    assert.equal((await call("/api/uploads/b1/finish", { method: "POST" })).status, 200);
  });

  it("tells a listener that the ledger grew", async () => {
    const stop = new AbortController();
    const events = await call("/api/events", { signal: stop.signal });
    const reader = (events.body as ReadableStream<Uint8Array>).getReader();
    const seen = (async () => {
      let text = "";
      while (!text.includes('"type":"ledger"')) {
        const { done, value } = await reader.read();
        if (done) break;
        text += new TextDecoder().decode(value);
      }
      return text;
    })();
    await post("/api/items/i1/notes", { text: "heard" });
    assert.match(await seen, /"items":\["i1"\]/);
    stop.abort();
  });
});
