import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { goneSince, type Look, nextLook } from "./seen-at-source.ts";

const look = (at: string, outcome: Look["outcome"]): Look => ({ at: `2026-03-${at}T12:00:00Z`, outcome });

describe("gone at source is an interval", () => {
  it("lies between the last look that saw it and the first that did not", () =>
    assert.deepEqual(goneSince([look("01", "there"), look("05", "changed"), look("09", "gone"), look("12", "gone")]), {
      after: "2026-03-05T12:00:00Z",
      by: "2026-03-09T12:00:00Z",
    }));
  it("has no beginning when nobody saw it", () =>
    assert.deepEqual(goneSince([look("09", "gone")]), { after: "unknown", by: "2026-03-09T12:00:00Z" }));
  it("ends when it is seen again, and begins anew", () => {
    assert.equal(goneSince([look("01", "gone"), look("02", "there")]), undefined);
    assert.deepEqual(goneSince([look("01", "gone"), look("02", "there"), look("03", "gone")]), {
      after: "2026-03-02T12:00:00Z",
      by: "2026-03-03T12:00:00Z",
    });
  });
  it("takes a wall or a dead line for neither", () => {
    assert.equal(goneSince([look("01", "there"), look("02", "unreachable"), look("03", "login-needed"), look("04", "unknown")]), undefined);
    assert.deepEqual(goneSince([look("01", "there"), look("03", "login-needed"), look("04", "gone")])?.after, "2026-03-01T12:00:00Z");
  });
  it("does not depend on the order in which looks were entered", () =>
    assert.deepEqual(goneSince([look("09", "gone"), look("01", "there")])?.after, "2026-03-01T12:00:00Z"));
});

describe("the next look", () => {
  it("counts from the last one, whatever it found", () =>
    assert.equal(nextLook("2026-03-01T00:00:00Z", [look("05", "unreachable")], 7), "2026-03-12T12:00:00.000Z"));
  it("counts from when the link was noted when nobody has looked", () =>
    assert.equal(nextLook("2026-03-01T00:00:00Z", [], 7), "2026-03-08T00:00:00.000Z"));
  it("is not due without a plan, or when the plan was taken back", () => {
    assert.equal(nextLook("2026-03-01T00:00:00Z", [], undefined), undefined);
    assert.equal(nextLook("2026-03-01T00:00:00Z", [], "never"), undefined);
  });
});
