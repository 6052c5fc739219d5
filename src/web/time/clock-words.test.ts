/** Moments and lengths as the time bench writes them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthWords, momentWords, spanWords, zoneWords } from "./clock-words.ts";

test("a moment is told by the clock of the zone, and its seconds only where there are any", () => {
  const at = Date.parse("2022-03-29T16:26:24Z");
  assert.equal(momentWords(at, "Europe/Kyiv"), "29 Mar 2022, 19:26:24");
  assert.equal(momentWords(Date.parse("2022-03-30T09:00:00Z"), "UTC"), "30 Mar 2022, 09:00");
  assert.equal(zoneWords("Europe/Kyiv", at), "Europe/Kyiv (UTC+03:00)");
  assert.equal(zoneWords("America/New_York", at), "America/New_York (UTC−04:00)");
});

test("a span says its day once, and both where there are two", () => {
  const [from, to] = [Date.parse("2022-03-29T10:04:00Z"), Date.parse("2022-03-29T16:26:00Z")];
  assert.equal(spanWords(from, to, "UTC"), "29 Mar 2022, 10:04 – 16:26");
  assert.equal(spanWords(from, to + 86_400_000, "UTC"), "29 Mar 2022, 10:04 – 30 Mar 2022, 16:26");
});

test("a length keeps its seconds, and long ones are told in days", () => {
  assert.equal(lengthWords(59_616), "16 h 33 min 36 s");
  assert.equal(lengthWords(102_816), "28 h 33 min 36 s");
  assert.equal(lengthWords(36_000), "10 h");
  assert.equal(lengthWords(0), "0 s");
  assert.equal(lengthWords(9 * 86_400 + 3600), "9 d 1 h");
});
