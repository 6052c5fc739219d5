import assert from "node:assert/strict";
import { test } from "node:test";
import { benchKeys, playerKeys, soundKeys, viewKeys } from "../../src/web/bench/bench-keys.ts";
import { globalKeys } from "../../src/web/keys/global-keys.ts";
import { actionFor, clashes } from "../../src/web/keys/key-table.ts";

test("no key on the bench means two things", () => {
  assert.deepEqual(clashes([globalKeys, benchKeys, playerKeys, soundKeys, viewKeys]), []);
});

test("the keys that editors have in their fingers do what they expect", () => {
  const expected: [string, string | undefined][] = [
    ["toggle", actionFor(playerKeys, "Space")],
    ["halt", actionFor(playerKeys, "k")],
    ["backward", actionFor(playerKeys, "j")],
    ["forward", actionFor(playerKeys, "l")],
    ["stepBack", actionFor(playerKeys, "ArrowLeft")],
    ["stepOn", actionFor(playerKeys, "ArrowRight")],
    ["stepBack", actionFor(playerKeys, ",")],
    ["stepOn", actionFor(playerKeys, ".")],
    ["secondBack", actionFor(playerKeys, "Shift+ArrowLeft")],
    ["secondOn", actionFor(playerKeys, "Shift+ArrowRight")],
    ["slower", actionFor(playerKeys, "<")],
    ["faster", actionFor(playerKeys, ">")],
    ["markIn", actionFor(playerKeys, "i")],
    ["markOut", actionFor(playerKeys, "o")],
    ["marker", actionFor(playerKeys, "m")],
    ["grey", actionFor(globalKeys, "g")],
    ["blur", actionFor(globalKeys, "b")],
    ["mute", actionFor(globalKeys, "Shift+M")],
    ["sheet", actionFor(globalKeys, "?")],
    ["palette", actionFor(globalKeys, "Mod+k")],
  ];
  for (const [wished, found] of expected) assert.equal(found, wished);
});
