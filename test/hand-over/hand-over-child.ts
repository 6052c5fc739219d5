/**
 * Hands a court edition over and ends itself by SIGKILL: when the line was appended that says so, before the pack has its name
 * ("said"), or when the pack is whole and no line says so ("whole"). Arguments: CASE OUT PLAN WHEN.
 */
import { readFileSync } from "node:fs";
import { EditionPlan } from "../../src/core/edition/edition.ts";
import { openCase } from "../../src/wiring/open-case.ts";

const [casePath, out, plan, when] = process.argv.slice(2) as [string, string, string, "said" | "whole"];
const nothing = () => Promise.reject(new Error("expected not to be asked for"));
const end = (): void => void process.kill(process.pid, "SIGKILL");
const session = await openCase(
  {
    ...{ program: "test", ownPassphrase: nothing, casePassphrase: nothing, receiptPage: nothing },
    verifyPage: async () => Buffer.from("<!doctype html>"),
  },
  casePath,
  { access: "write", onProgress: () => undefined },
);
session.board.setPaused(true);
session.onAppended((lines) => {
  if (when === "said" && lines.some(({ body }) => body?.kind === "edition.sealed")) end();
});
await session.editions.handOver(
  out,
  { plan: EditionPlan.parse(JSON.parse(readFileSync(plan, "utf8"))) },
  {
    signal: new AbortController().signal,
    onProgress(_share, detail) {
      // Told when every file is written; what is left is to sync folders, to say so, and to give it its name.
      if (when === "whole" && detail === "making the pack durable") end();
    },
  },
);
