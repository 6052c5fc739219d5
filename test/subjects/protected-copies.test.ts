/** Protection follows the material: a copy in which nobody described the person shows them too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { protectedInCopies } from "../../src/reads/subjects/protected-in-copies.ts";
import { withQueue } from "../copies/queue-on-case.ts";
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
