import assert from "node:assert/strict";
import { test } from "node:test";
import { hidesMarks, textParts, visibleText } from "./visible-text.ts";

test("a name that would move the cursor or turn its direction is written out", () => {
  assert.equal(visibleText("a\u001b[2Jb\nc\u202egpj.exe"), "a‹U+001B›[2Jb‹LF›c‹RLO›gpj.exe");
  assert.deepEqual(textParts("\u2066x"), [{ mark: "U+2066" }, { text: "x" }]);
});

test("what scripts and emoji are written with stays as it is", () => {
  for (const text of ["площа ساحة 広場", "می\u200cروم", "क्\u200dष", "❤\ufe0f 👩\u200d🚀", ""]) {
    assert.equal(visibleText(text), text);
    assert.ok(!hidesMarks(text));
  }
  assert.ok(hidesMarks("a\u200bb"));
});
