import assert from "node:assert/strict";
import { it } from "node:test";
import { gradeAt } from "./grade-at.ts";

const grades = [
  { reliability: "C", asOf: "2024-03-01", seq: 5 },
  { reliability: "E", asOf: "2024-09-01", seq: 8 },
  // Said later of an earlier day: on that day it holds, and the newer day keeps its own.
  { reliability: "B", asOf: "2024-03-01", seq: 12 },
] as const;

it("a grade holds from its day on, and of two for one day the later written", () => {
  assert.equal(gradeAt(grades, "2024-02-29"), undefined);
  assert.equal(gradeAt(grades, "2024-03-01")?.reliability, "B");
  assert.equal(gradeAt(grades, "2024-08-31")?.reliability, "B");
  assert.equal(gradeAt(grades, "2024-09-14")?.reliability, "E");
  assert.equal(gradeAt([...grades].reverse(), "2024-09-14")?.reliability, "E");
});
