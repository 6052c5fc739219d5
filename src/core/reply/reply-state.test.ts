import assert from "node:assert/strict";
import { it } from "node:test";
import { replyState } from "./reply-state.ts";

const deadline = "2031-05-08T12:00:00Z";
const at = (time: string): number => Date.parse(time);

it("a request waits up to its deadline, and is then met by silence, which is no denial", () => {
  assert.equal(replyState(deadline, 0, at("2031-05-08T12:00:00Z")), "waiting");
  assert.equal(replyState(deadline, 0, at("2031-05-08T12:00:01Z")), "silent");
  assert.equal(replyState(null, 0, at("2099-01-01T00:00:00Z")), "waiting");
});

it("whatever came answers it, late too", () => {
  assert.equal(replyState(deadline, 1, at("2031-05-09T12:00:00Z")), "answered");
});
