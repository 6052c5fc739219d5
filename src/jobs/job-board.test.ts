import assert from "node:assert/strict";
import { test } from "node:test";
import { createJobBoard } from "./job-board.ts";

test("a job that throws ends as failed with its words, and can be done again", async () => {
  const board = createJobBoard();
  let tries = 0;
  const run = async () => {
    tries++;
    throw new Error("the disk is gone");
  };
  const start = () => board.start({ name: "probe", run, retry: () => void start() });
  const ended = await start().ended;
  assert.deepEqual([ended.state, ended.reason], ["failed", "the disk is gone"]);
  assert.equal(board.summary().failed, 1);
  assert.ok(board.retry(ended.id));
  await board.stop();
  assert.equal(tries, 2);
});

test("cancel aborts the work and says cancelled, not failed", async () => {
  const board = createJobBoard();
  const { id, ended } = board.start({
    name: "seal",
    run: ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
  });
  assert.ok(board.cancel(id));
  assert.equal((await ended).state, "cancelled");
  assert.ok(!board.cancel(id));
  assert.equal(board.summary().failed, 0);
});

test("progress and waiting are told as they change", async () => {
  const board = createJobBoard();
  const seen: (number | "unknown")[] = [];
  board.subscribe(() => seen.push(board.summary().running[0]?.progress ?? "unknown"));
  await board.start({
    name: "copy",
    run: async ({ report }) => {
      report(0.5, "half");
      return { state: "done" };
    },
  }).ended;
  assert.ok(seen.includes(0.5));
  board.setWaiting(7);
  assert.equal(board.summary().waiting, 7);
});

test("a failure stays in sight while many successes pass by", async () => {
  const board = createJobBoard();
  await board.start({ name: "probe", run: async () => ({ state: "failed", reason: "truncated" }) }).ended;
  for (let i = 0; i < 250; i++) await board.start({ name: "poster", run: async () => ({ state: "done" }) }).ended;
  const { ended, done, failed } = board.summary();
  assert.ok(ended.length <= 100);
  assert.ok(ended.some((job) => job.reason === "truncated"));
  assert.deepEqual([done, failed], [250, 1]);
});
