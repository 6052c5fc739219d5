/** The report as text: what is of one kind stands together, so that nothing else is buried under it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatReport } from "../../src/verify/format-report.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { filesInMemory } from "./support/files-in-memory.ts";
import { HistoryBuilder } from "./support/history-builder.ts";

async function withLinesWithheld(count: number): Promise<string> {
  const history = await HistoryBuilder.begun();
  for (let n = 0; n < count; n++) await history.append("objects.adopted", { objects: [] });
  await history.checkpoint();
  const lines = new Map(Array.from({ length: count }, (_, n) => [history.lines.length - 1 - n, "synthetic"] as const));
  const report = await verifyFiles(filesInMemory(await history.pack({ names: false, lines })), nodePlatform);
  assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  return formatReport(report);
}

describe("the report of a copy without some lines", () => {
  it("lists few lines that are withheld, each by itself", async () => {
    const told = (await withLinesWithheld(3)).split("\n").filter((line) => line.startsWith("- [line-withheld]"));
    assert.equal(told.length, 3);
  });

  it("lists one of many, and counts the rest", async () => {
    const told = (await withLinesWithheld(40)).split("\n").filter((line) => line.startsWith("- [line-withheld]"));
    assert.equal(told.length, 2);
    assert.equal(told[1], "- [line-withheld] and 39 more of this kind, which --json lists");
  });
});
