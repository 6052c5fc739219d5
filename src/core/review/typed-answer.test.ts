/** Answers as people type them: coordinates with a radius of their own, clocks with a zone, and what is refused. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { typedPlace, typedTime, typedWords } from "./typed-answer.ts";

describe("an answer as it is typed", () => {
  it("takes coordinates in the forms that people write, and never a point without its radius", () => {
    for (const words of ["50.4652, 30.1854", "50°27'54.72\"N 30°11'07.44\"E", "https://www.openstreetmap.org/#map=17/50.4652/30.1854"]) {
      const typed = typedPlace(words, "100");
      assert.ok(typed.state === "read" && typed.answer.sort === "place", words);
      assert.deepEqual([typed.answer.lat.toFixed(4), typed.answer.lon.toFixed(4), typed.answer.radiusM], ["50.4652", "30.1854", 100]);
    }
    assert.deepEqual(typedPlace("50.4652, 30.1854", ""), { state: "fault", fault: "no-radius" });
    assert.deepEqual(typedPlace("50.4652, 30.1854", "-5"), { state: "fault", fault: "no-radius" });
    assert.deepEqual(typedPlace("by the church", "50"), { state: "fault", fault: "no-place" });
  });

  it("reads clocks by their zone, on both sides of a change of clocks, and refuses them without one", () => {
    // Kyiv went from UTC+2 to UTC+3 on 27 March 2022 at 03:00.
    const typed = typedTime("2022-03-26 12:00", "2022-03-29 12:00", "Europe/Kyiv");
    assert.deepEqual(typed.state === "read" ? typed.answer : typed, {
      sort: "time",
      from: "2022-03-26T10:00:00.000Z",
      to: "2022-03-29T09:00:59.000Z",
      zone: "Europe/Kyiv",
    });
    assert.deepEqual(typedTime("2022-03-26 12:00", "", ""), { state: "fault", fault: "no-zone" });
    assert.deepEqual(typedTime("2022-03-26 12:00", "", "Mars/Olympus"), { state: "fault", fault: "no-zone" });
    assert.deepEqual(typedTime("2022-02-30", "", "UTC"), { state: "fault", fault: "no-time" });
    assert.deepEqual(typedTime("2022-03-29", "2022-03-28", "UTC"), { state: "fault", fault: "no-time" });
    const open = typedTime("", "2022-03-29 12:00", "UTC");
    assert.ok(open.state === "read" && open.answer.sort === "time" && open.answer.from === "open");
  });

  it("takes 'cannot tell' only with a reason", () => {
    assert.deepEqual(typedWords("cannot-tell", " "), { state: "fault", fault: "no-words" });
    assert.deepEqual(typedWords("cannot-tell", "too dark"), { state: "read", answer: { sort: "cannot-tell", why: "too dark" } });
  });
});
