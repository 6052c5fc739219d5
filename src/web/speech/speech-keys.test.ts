import assert from "node:assert/strict";
import { it } from "node:test";
import { globalKeys } from "../keys/global-keys.ts";
import { clashes } from "../keys/key-table.ts";
import { en } from "../words/en.ts";
import { reviewKeys, rowKeys, segmentKeys, speechPlayKeys, typingAction } from "./speech-keys.ts";

it("no key of the speech editor means two things, in writing or in reviewing", () => {
  assert.deepEqual(clashes([globalKeys, speechPlayKeys, segmentKeys, rowKeys]), []);
  assert.deepEqual(clashes([globalKeys, speechPlayKeys, reviewKeys]), []);
});

it("every key of the speech editor is in the key sheet's words", () => {
  for (const table of [speechPlayKeys, segmentKeys, rowKeys, reviewKeys])
    for (const { says } of Object.values(table.actions)) assert.ok(says in en, says);
});

it("a browser keeps none of the keys to itself, and a third level of the keyboard still types", () => {
  for (const table of [speechPlayKeys, segmentKeys, rowKeys, reviewKeys])
    for (const { keys } of Object.values(table.actions))
      for (const key of keys) {
        assert.ok(!/^Mod\+(Shift\+)?[ntwNTW]$/.test(key), `${key} opens or closes windows`);
        assert.ok(!key.startsWith("Mod+Alt+"), `${key} is how a keyboard types its third level`);
      }
});

it("while words are typed, plain keys and those that move in a field stay the field's", () => {
  for (const name of ["a", "1", "Space", "r", "<", "Home", "Mod+ArrowLeft", "Shift+ArrowRight", "Mod+Shift+ArrowLeft", "Mod+c", "Alt+é"])
    assert.equal(typingAction(name), undefined, name);
  assert.deepEqual(
    ["Tab", "Shift+Tab", "Enter", "Mod+Enter", "Alt+n", "Alt+ArrowRight", "Mod+Space", "Shift+Space", "Alt+u", "Alt+2"].map(typingAction),
    ["playSegment", "fromStart", "commitNext", "commit", "add", "next", "toggle", "selection", "unintelligible", "speaker"],
  );
});
