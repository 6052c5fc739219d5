/** A line of a kind that this version does not know is not taken for an altered one, and not passed over either. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { canonicalJson, type Json } from "../../src/core/json/canonical-json.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { changed, filesInMemory, textOf } from "./support/files-in-memory.ts";
import { HistoryBuilder } from "./support/history-builder.ts";

test("a line of an unknown kind, rightly chained, is named as not understood", async () => {
  const history = await HistoryBuilder.begun();
  const files = history.caseFiles();
  const last = history.last;
  const salt = "ab".repeat(32);
  const body: Json = { at: "2026-01-05T09:00:00Z", by: "p1", data: { item: "i1" }, kind: "item.dreamt" };
  const digest = `sha256:${hash("sha256", `witnessmark-body-v1\n${salt}\n${canonicalJson(body)}`)}`;
  const head: Json = { body: digest, prev: last.headDigest, seq: last.head.seq + 1, v: 1 };
  const line = canonicalJson({ body, head, open: {}, salt });
  const longer = changed(files, { "ledger.jsonl": `${textOf(files, "ledger.jsonl")}${line}\n` });
  const report = await verifyFiles(filesInMemory(longer), nodePlatform);
  assert.equal(report.verdict, "does-not-verify");
  const against = report.findings.filter(({ weight }) => weight === "against");
  assert.deepEqual(
    against.map(({ code, line: at }) => [code, at]),
    [["line-not-understood", last.head.seq + 1]],
  );
  const altered = changed(files, { "ledger.jsonl": `${textOf(files, "ledger.jsonl")}${line.replace("dreamt", "dreams")}\n` });
  const other = await verifyFiles(filesInMemory(altered), nodePlatform);
  assert.ok(other.findings.some(({ code }) => code === "line-altered"));
});
