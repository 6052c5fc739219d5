/** An item of which no bytes are held is never said to be unread: there is nothing to read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { t } from "../words/t.ts";
import { emptyWords } from "./held-empty.ts";

describe("empty lists of the held tab", () => {
  it("of an item without bytes say that there is nothing to read, in every list", () => {
    for (const key of Object.values(emptyWords(false, false))) assert.match(t(key), /^No bytes are held/);
  });

  it("of held bytes say whether the probe has read them", () => {
    assert.match(t(emptyWords(true, false).traps), /has not read it/);
    assert.equal(t(emptyWords(true, true).traps), "None met.");
  });
});
