/** Copying on the command line: the case says that it was copied, the copy stays one history with it, and a gap is named. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { jsonOf, newPlace } from "./run-program.ts";

interface Copied {
  objects: number;
  seq: number;
  head: string;
  missing: string[];
  recorded: number | null;
}

async function caseOfTwo(t: Parameters<typeof newPlace>[0]) {
  const place = newPlace(t);
  for (const name of ["a.txt", "b.txt"]) writeFileSync(place.at(name), `Synthetic ${name}.\n`);
  assert.equal((await place.run("add", "case", place.at("a.txt"), place.at("b.txt"))).code, 0);
  return place;
}

const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { body: { kind: string; data: Record<string, unknown> }; open: Record<string, { value: unknown }> });

test("the case and its copy both say that the copy was made, and either can be gone on with", async (t) => {
  const place = await caseOfTwo(t);
  const ran = await place.run("copy", "case", "copy", "--json");
  assert.equal(ran.code, 0, ran.err);
  const [copied] = jsonOf<Copied & Record<string, unknown>>(ran);
  const { seq, head, objects, missing, recorded } = copied as Copied;
  assert.deepEqual([missing, recorded], [[], seq + 1]);
  const line = linesOf(place.at("case", "ledger.jsonl")).at(-1);
  assert.deepEqual(
    [line?.body.kind, line?.body.data["seq"], line?.body.data["head"], line?.body.data["objects"]],
    ["copy.made", seq, head, objects],
  );
  assert.deepEqual(
    Object.values(line?.open ?? {}).map(({ value }) => value),
    [place.at("copy")],
  );
  assert.ok(readFileSync(place.at("case", "ledger.jsonl")).equals(readFileSync(place.at("copy", "ledger.jsonl"))));
  assert.equal((await place.run("verify", "copy")).code, 0);
  // This machine has seen the line that says so: a copy without it would look like a cut history.
  writeFileSync(place.at("c.txt"), "Synthetic c.\n");
  const on = await place.run("add", "copy", place.at("c.txt"));
  assert.equal(on.code, 0, on.err);
  assert.equal((await place.run("copy", "copy", "case")).code, 0);
});

test("a case in use is copied all the same, and the command says that the case does not know of it", async (t) => {
  const place = await caseOfTwo(t);
  let up: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (up = resolve));
  const { child, ended } = place.start(["serve", "case", "--no-browser"], { onSaid: (said) => void (/token=/.test(said) && up()) });
  await ready;
  const ran = await place.run("copy", "case", "copy", "--json");
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.err, /does not say that this copy was made: .*another program writing in it \[CASE_IN_USE\]/);
  assert.equal(jsonOf<Copied & Record<string, unknown>>(ran)[0]?.recorded, null);
  child.kill("SIGINT");
  await ended;
});

test("an object that is missing at the source is named, with exit 3, and all else is copied", async (t) => {
  const place = await caseOfTwo(t);
  const objects = readdirSync(place.at("case", "objects"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const [gone] = objects;
  rmSync(join(gone!.parentPath, gone!.name));
  const ran = await place.run("copy", "case", "copy", "--json");
  assert.equal(ran.code, 3, ran.err);
  const [copied] = jsonOf<Copied & Record<string, unknown>>(ran);
  assert.deepEqual([copied?.missing, copied?.objects], [[`sha256:${gone!.name}`], objects.length - 1]);
  assert.match(ran.err, /1 objects that lines name are not in the case/);
});
