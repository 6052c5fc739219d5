/** Protection follows the material: a copy in which nobody described the person shows them too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { protectedInCopies } from "../../src/reads/subjects/protected-in-copies.ts";
import { markedInCopies } from "../../src/reads/redactions/marked-in-copies.ts";
import { redactionOf } from "../../src/reads/redactions/redaction-of.ts";
import { shared, withQueue } from "../copies/queue-on-case.ts";
import { sayingOn } from "../stale/stale-case.ts";

test("a protected person of an item is one of its copies, until a label there is judged the same person", async (t) => {
  const on = await withQueue(t);
  const { say } = sayingOn(on);
  const [a, b] = [await on.add("a"), await on.add("b")];
  await on.run();
  const subject = (id: `P${string}`, item: `i${string}`, isChild: boolean) =>
    say("subject.described", (seal) => ({
      ...{ subject: id, item, known: "seen", spokenOf: null, description: seal("dark jacket"), roleAsClaimed: null, reason: null },
      protection: isChild ? [{ sort: "child", reason: seal("height") }] : [],
    }));
  await subject("P1", a, true);
  assert.deepEqual(await protectedInCopies(on.reader, a), []);
  assert.deepEqual(await protectedInCopies(on.reader, b), [{ subject: "P1", protection: ["child"], known: "seen", labelOf: a }]);
  await subject("P2", b, false);
  await say("same-person.judged", (seal) => ({
    ...{ judgement: "sj1", a: "P1", b: "P2", verdict: "same", on: ["clothing"], reason: seal("the same sleeve") },
  }));
  assert.deepEqual(await protectedInCopies(on.reader, b), [], "P2 is protected by itself now");
  await on.close();
});

test("what is marked in an item is listed as bare in its copies, at their seconds and in their picture, with what a copy does not hold", async (t) => {
  const mirrored = (a: `sha256:${string}`, b: `sha256:${string}`) => {
    const pair = shared(a, b);
    if (pair.picture.state !== "compared") throw new Error("expected segments; found none");
    const [first] = pair.picture.segments;
    const moved = { a: { fromSec: 10, toSec: 20 }, b: { fromSec: 0, toSec: 5 }, speed: 2, mirrored: true, boundsErrorSec: 0.1 };
    return { ...pair, picture: { state: "compared" as const, segments: [{ ...(first as NonNullable<typeof first>), ...moved }] } };
  };
  const on = await withQueue(t, { pair: mirrored });
  const { say } = sayingOn(on);
  const [a, b] = [await on.add("a"), await on.add("b")];
  await on.run();
  const key = { atS: 8, box: { x: 0.1, y: 0.2, w: 0.1, h: 0.2 }, by: "person" };
  const document = await on.keep(JSON.stringify({ sort: { what: "box", fromS: 8, toS: 14, keys: [key] }, reason: "face", subject: null }));
  const { object } = await redactionOf(on.reader, on.viewer, a);
  const marked = { item: a, object: object as `sha256:${string}`, mark: document, cause: "face" as const, subject: null, reason: null };
  await say("redaction.marked", () => ({ redaction: "rm1" as const, ...marked }));
  const listed = async (item: `i${string}`) => markedInCopies(on.reader, await redactionOf(on.reader, on.viewer, item));
  const [found, ...more] = await listed(b);
  assert.deepEqual(more, []);
  assert.deepEqual([found?.item, found?.redaction, found?.match], [a, "rm1", "not-judged"]);
  assert.deepEqual(found?.bare, [{ fromS: 0, toS: 2 }], "10 to 14 s of the one are 0 to 2 s of the other, at twice the speed");
  assert.deepEqual(found?.notHere, [{ fromS: 8, toS: 10 }]);
  const region = found?.across[0]?.region;
  assert.ok(typeof region === "object" && Math.abs(region.x - 0.8) < 1e-9, JSON.stringify(region));
  assert.deepEqual(await listed(a), [], "nothing is marked in the copy");
  await say("match.judged", (seal) => ({
    a,
    b,
    result: `sha256:${"0".repeat(64)}`,
    part: { of: "pair" },
    verdict: "accepted",
    reason: seal("same"),
    reopens: null,
  }));
  assert.equal((await listed(b))[0]?.match, "accepted");
  await say("match.judged", (seal) => ({
    a,
    b,
    result: `sha256:${"0".repeat(64)}`,
    part: { of: "pair" },
    verdict: "rejected",
    reason: seal("not"),
    reopens: null,
  }));
  assert.deepEqual(await listed(b), []);
  await on.close();
});
