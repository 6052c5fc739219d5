import assert from "node:assert/strict";
import { test } from "node:test";
import { textKeys } from "../board/text-keys.ts";
import { boardKeys } from "../board/board-keys.ts";
import { custodyKeys } from "../custody/custody-keys.ts";
import { copiesKeys } from "../copies/copies-keys.ts";
import { judgeKeys, leaderKeys, pairKeys } from "../copies/pair-keys.ts";
import { searchKeys } from "../search/search-keys.ts";
import { deskKeys, triageKeys } from "../desk/desk-keys.ts";
import { placeKeys } from "../place/place-keys.ts";
import { en } from "../words/en.ts";
import { globalKeys } from "./global-keys.ts";
import { keyName, type KeyPress } from "./key-name.ts";
import { actionFor, clashes, type KeyTable } from "./key-table.ts";

const screens: Readonly<Record<string, readonly KeyTable[]>> = {
  "case desk": [globalKeys, deskKeys, triageKeys],
  "reading a text": [globalKeys, textKeys],
  "claims board": [globalKeys, boardKeys],
  "custody log": [globalKeys, custodyKeys],
  "place bench": [globalKeys, placeKeys],
  "search screen": [globalKeys, searchKeys],
  "copies screen": [globalKeys, copiesKeys],
  "pair of copies": [globalKeys, pairKeys, judgeKeys, leaderKeys],
};

const press = (key: string, code: string, held: Partial<KeyPress> = {}): string =>
  keyName({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

for (const [screen, tables] of Object.entries(screens)) {
  test(`no key of the ${screen} means two things`, () => assert.deepEqual(clashes(tables), []));
  test(`every key of the ${screen} is in the key sheet's words`, () => {
    for (const { actions } of tables) for (const { says } of Object.values(actions)) assert.ok(says in en, says);
  });
}

test("a clash is found", () => {
  assert.deepEqual(clashes([globalKeys, { title: "keys.desk", actions: { one: { keys: ["g"], says: "keys.grey" } } }]), ["g"]);
});

test("keys work by their place while a Ukrainian layout is on", () => {
  assert.equal(press("о", "KeyJ"), "j");
  assert.equal(press("О", "KeyJ", { shiftKey: true }), "Shift+J");
  assert.equal(actionFor(triageKeys, press("в", "KeyD")), "done");
});

test("a sign is itself, whatever had to be held for it", () => {
  assert.equal(press("?", "Slash", { shiftKey: true }), "?");
  assert.equal(press("k", "KeyK", { metaKey: true }), "Mod+k");
  assert.equal(press(" ", "Space"), "Space");
});

test("numbers set the graphic level, letters the state", () => {
  assert.deepEqual(
    ["1", "2", "3", "4", "5", "t", "p", "h", "s", "d", "w"].map((key) => actionFor(triageKeys, key)),
    ["unassessed", "none", "mild", "strong", "severe", "to-do", "in-progress", "help-needed", "set-aside", "done", "new"],
  );
});
