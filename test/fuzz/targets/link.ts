/** Links as people paste them: any text is a link with one spelling, or is refused. */
import assert from "node:assert/strict";
import { NormalisedLink } from "../../../src/core/link/link.ts";
import { normaliseUrl } from "../../../src/core/link/normalise-url.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "link",
  seeds: () =>
    [
      "https://example.org/a?utm_source=x&id=3#:~:text=b",
      "https://mobile.twitter.com/Dorvane/status/1506879325286215681?s=20",
      "https://youtu.be/abcdefghijk?si=Zz&t=90",
      "https://t.me/s/Dorvane_News/123?comment=4",
      "https://web.archive.org/web/20220330054000id_/https://wren:pw@example.org/",
      "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F",
      "hxxps://приклад[.]укр:8080/../шлях",
    ].map(bytesOf),
  dictionary: [
    "https://",
    "@",
    "%2e%2e",
    "%",
    "xn--",
    "[::1]",
    ":0",
    "#!",
    "/web/",
    "?u=",
    "\\",
    "\u3002",
    "\u202e",
    "javascript:",
    "..",
    "&",
  ],
  run(bytes) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const read = normaliseUrl(text);
    if (read.state === "refused") {
      assert.notEqual(read.reason, "");
      return;
    }
    NormalisedLink.parse(read.link);
    const again = normaliseUrl(read.link.normalised);
    assert.equal(again.state === "link" && again.link.normalised, read.link.normalised);
    assert.match(read.link.normalised, /^https?:\/\/[!-~]+$/);
  },
};
