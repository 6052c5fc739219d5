/** `witnessmark claims FILE`: what it prints of a text, of a page, of a text without claims, and of what is no text. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { jsonOf, newPlace } from "../keep/run-program.ts";

test("claims are listed with their speakers, limits and spans, or one JSON object a line", async (t) => {
  const place = newPlace(t);
  writeFileSync(place.at("note.txt"), "About 20 men were hurt near the mill on 04/03/22, the mayor said.");
  const listed = await place.run("claims", place.at("note.txt"));
  assert.equal(listed.code, 0, listed.err);
  assert.match(
    listed.out,
    /how many: "20 men" = 20 people\n {3}says "the mayor" \(said\), person; about the event: other\n {3}limited by "About"/,
  );
  assert.match(listed.out, /when: "on 04\/03\/22" = 2022-03-04 \(zone unknown\), or 2022-04-03 \(zone unknown\)/);
  assert.match(listed.out, /at 0-65: About 20 men/);
  const lines = jsonOf(await place.run("claims", place.at("note.txt"), "--published", "2022-04-05", "--zone", "Europe/Kyiv", "--json"));
  assert.deepEqual(
    lines.map(({ type }) => type),
    ["claims-text", "claim-proposal", "claim-proposal", "claim-proposal", "claim-proposal", "claims-end"],
  );
  assert.equal(lines[0]?.["zone"], "Europe/Kyiv");
});

test("a page is read by its words, a text without claims says so, and what is no text is named with what was found", async (t) => {
  const place = newPlace(t);
  writeFileSync(
    place.at("page.html"),
    "<html><body><article><h1>News</h1><p>A bridge <b>fell</b> in Pell, the council said.</p></article><script>killed()</script>",
  );
  const page = await place.run("claims", place.at("page.html"));
  assert.match(page.out, /: page, en/);
  assert.match(page.out, /what: "fell"/);
  assert.doesNotMatch(page.out, /killed/);
  writeFileSync(place.at("none.txt"), "The library is open on weekdays and has two reading rooms.");
  assert.match((await place.run("claims", place.at("none.txt"))).out, /no claims were found in it/);
  writeFileSync(place.at("empty.txt"), "");
  const empty = await place.run("claims", place.at("empty.txt"));
  assert.equal(empty.code, 2);
  assert.match(empty.err, /empty\.txt: no text: .*found an empty file/);
  const zone = await place.run("claims", place.at("none.txt"), "--zone", "Mars/Base");
  assert.equal(zone.code, 2);
  assert.match(zone.err, /--zone: expected a zone such as Europe\/Kyiv; found Mars\/Base/);
});
