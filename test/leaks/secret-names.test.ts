/** Who gave something is a secret of a public edition in every name that the case was ever told; outlets that are cited are not. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { secretNames } from "../../src/reads/editions/secret-names.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { peopleAt } from "../tiers/people-at-a-case.ts";

it("an earlier label, a short name, a surname and whoever may be a person are secrets; an outlet is none", async () => {
  const desk = createDesk();
  const people = peopleAt(desk, join(desk.folder, "case"));
  try {
    writeFileSync(join(desk.folder, "note.txt"), "Anything.\n");
    await people.collect(join(desk.folder, "note.txt"));
    const one = await people.as("first");
    const rest = { about: null, reason: null, identity: "none" };
    for (const [sort, label] of [
      ["person", "王芳"],
      ["unknown", "Harbour Circle"],
      ["organisation", "Friends of Ostrel"],
      ["outlet", "The Ostrel Courier"],
    ])
      assert.match(JSON.stringify(await one.post("/api/sources", { sort, label, ...rest })), /"id":"s/);
    const renamed = { sort: "unknown", label: "Ana Marshwarden", ...rest, reason: "Named herself." };
    assert.match(JSON.stringify(await one.post("/api/sources/s2", renamed)), /"seq"/);
    const names = (await secretNames(people.session().reader)).map(({ text, own }) => `${text}${own === true ? " (own)" : ""}`);
    for (const name of ["王芳", "Harbour Circle", "Friends of Ostrel", "Ana Marshwarden", "Marshwarden (own)"])
      assert.ok(names.includes(name), name);
    assert.ok(!names.some((name) => name.includes("Courier") || name === "Friends (own)"), names.join(", "));
  } finally {
    await people.leave();
    desk.close();
  }
});
