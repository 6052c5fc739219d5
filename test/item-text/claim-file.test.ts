/** Files that claims are proposed from: saved pages and plain text, and refusals that say what was found. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { platformDecoder } from "../../src/analyse/reading/platform-decoder.ts";
import { ClaimFileRefused } from "../../src/formats/claim-file/claim-file-refused.ts";
import { readClaimFile } from "../../src/formats/claim-file/read-claim-file.ts";
import { articleHtml } from "../support/material.ts";

const read = (content: string | Uint8Array, name = "text") =>
  readClaimFile(typeof content === "string" ? new TextEncoder().encode(content) : content, name, platformDecoder);
const texts = (content: string | Uint8Array, name?: string) => read(content, name).parts.map(({ text }) => text);
const refused = (content: string | Uint8Array, why: ClaimFileRefused["why"], message: RegExp) =>
  assert.throws(
    () => read(content),
    (error: Error) => {
      assert.ok(error instanceof ClaimFileRefused, String(error));
      assert.equal(error.why, why);
      assert.match(error.message, message);
      return true;
    },
  );

describe("a file that claims are read from", () => {
  it("is a text, as it stands, with nothing guessed from its first line", () => {
    const file = read("Mill burns\nBy A. Author\n2031-05-08\n\nIt burned.\r\n");
    assert.deepEqual(file, {
      sort: "text",
      parts: [{ part: { sort: "file" }, role: "body", text: "Mill burns\nBy A. Author\n2031-05-08\n\nIt burned.\n" }],
      published: "unknown",
      publisher: null,
    });
  });

  it("is read in UTF-8 with or without its mark, and in UTF-16 by its mark", () => {
    const words = "Млин згорів. מילים";
    const swapped = (bytes: Buffer) => Uint8Array.from(bytes.swap16());
    assert.deepEqual(texts(words), [words]);
    assert.deepEqual(texts(`\ufeff${words}`), [words]);
    assert.deepEqual(texts(new Uint8Array(Buffer.from(`\ufeff${words}`, "utf16le"))), [words]);
    assert.deepEqual(texts(swapped(Buffer.from(`\ufeff${words}`, "utf16le"))), [words]);
  });

  it("is a saved page, with its outlet and day, scripts and menus left out", () => {
    const file = read(articleHtml.replace("<body>", "<body><nav>Menu</nav><script>alert('x')</script>"), "page.html");
    assert.equal(file.sort, "page");
    const all = file.parts.map(({ text }) => text).join("\n");
    assert.match(all, /A van rolled into the fountain of Ostrel/);
    assert.doesNotMatch(all, /alert|Menu/);
    assert.deepEqual(file.published, { earliest: "2024-09-14T12:10:00Z", latest: "2024-09-14T12:10:00Z" });
  });

  it("is a page that is soup all the same, by its first tag or its name", () => {
    assert.equal(read("<p>The mill <b>burned<p>on Tuesday</div></table>").sort, "page");
    assert.match(texts("The mill <b>burned", "a.html").join(), /The mill burned/);
    assert.equal(read("He wrote <p> on the wall.").sort, "text");
  });

  it("is refused when it is empty, and says so", () => {
    refused("", "empty", /^no text: .*empty file/);
    refused(" \n\t\u00a0", "empty", /^no text: .*white space/);
    refused("<!doctype html><html><body><script>var a = 1;</script></body></html>", "empty", /^no text/);
  });

  it("is read at five megabytes, and refused beyond twenty", () => {
    assert.equal(texts("The mill burned. ".repeat(310_000))[0]?.length, 310_000 * 17);
    refused(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), "too-long", /at most 20 MB of text; found 21 MB/);
  });

  it("is refused when it is no text, with what it is", () => {
    refused("%PDF-1.7 words", "not-text", /a PDF/);
    refused(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), "not-text", /an archive or an office document/);
    refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "not-text", /a picture \(PNG\)/);
    refused(Uint8Array.of(1, 2, 3, 4, 5, 0, 7, 8), "not-text", /zero bytes/);
    refused(Uint8Array.of(0xcc, 0xeb, 0xe8, 0xed, 0x20, 0xe7, 0xe3, 0xee, 0xf0), "encoding", /found bytes of another encoding/);
  });

  it("names nothing of the text in a refusal", () => {
    assert.throws(
      () => read(Uint8Array.of(...new TextEncoder().encode("quagga"), 0, 0xff)),
      (error: Error) => !error.message.includes("quagga"),
    );
  });
});
