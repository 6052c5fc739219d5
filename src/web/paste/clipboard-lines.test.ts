/** What lines without tabs are: links to note, rows to look at, or words. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clipboardLines } from "./clipboard-lines.ts";

describe("text without tabs", () => {
  it("is a list of links when every line is one, commas in them or not", () => {
    for (const text of [
      "https://t.me/a/1\nhttps://t.me/a/2",
      "https://t.me/a/1\r\n\r\n  hxxps://t.me/a/2  \r\n",
      "https://courier.example/van,12.html\nhttps://courier.example/ford,13.html",
      "https://t.me/a/1",
    ])
      assert.equal(clipboardLines(text).of, "links", text);
    assert.deepEqual(clipboardLines("\uFEFFhttps://t.me/a/1\r https://t.me/a/2"), {
      of: "links",
      links: ["https://t.me/a/1", "https://t.me/a/2"],
    });
  });

  it("is rows when its lines have one number of commas or semicolons, those inside quotes left aside", () => {
    for (const text of [
      "Link,Date\nhttps://t.me/a/1,2024-09-14",
      "https://t.me/a/1,2024-09-14\nhttps://t.me/a/2,15.09.2024",
      'Посилання;Де;Що\nhttps://t.me/a/1;"43,4; 31,2";"він сказав ""ні"";\nі пішов"\n;;',
    ])
      assert.equal(clipboardLines(text).of, "rows", text);
  });

  it("is words otherwise", () => {
    for (const text of ["a sentence, and another", "one\ntwo", "https://t.me/a/1\nand a note", "one, two\nthree, four, five\nsix", ""])
      assert.equal(clipboardLines(text).of, "words", text);
  });
});
