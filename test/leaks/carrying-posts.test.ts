/** Who posted what is in the case is a secret of a public edition, in the first post of an export and in its last. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import sharp from "sharp";
import { carryingPosts } from "../../src/reads/editions/carrying-posts.ts";
import { createDesk } from "../support/run-witnessmark.ts";
import { peopleAt } from "../tiers/people-at-a-case.ts";

it("every post that carries an item is among those whose authors are looked for, and none that carries nothing", async () => {
  const desk = createDesk();
  const people = peopleAt(desk, join(desk.folder, "case"));
  try {
    const folder = join(desk.folder, "export");
    mkdirSync(join(folder, "photos"), { recursive: true });
    const grey = { width: 32, height: 32, channels: 3, background: "#777" } as const;
    await sharp({ create: grey })
      .jpeg()
      .toFile(join(folder, "photos", "grey.jpg"));
    const messages = Array.from({ length: 2345 }, (_, n) => ({
      ...{ id: n + 1, type: "message", date: "2031-05-01T10:00:00", date_unixtime: "1935482400" },
      ...{ from: `Author ${n}`, from_id: "user1", text: "Synthetic.", text_entities: [{ type: "plain", text: "Synthetic." }] },
      ...(n % 5 === 4 ? {} : { photo: "photos/grey.jpg", width: 32, height: 32 }),
    }));
    const group = { name: "Synthetic group", type: "private_supergroup", id: 1, messages };
    writeFileSync(join(folder, "result.json"), JSON.stringify(group));
    await people.collect(folder);
    const { board, queue, reader } = people.session();
    board.setPaused(false);
    queue.wake();
    await queue.idle();
    const authors: unknown[] = [];
    for await (const { author } of carryingPosts(reader)) authors.push(author);
    assert.deepEqual(authors.toSorted(), messages.flatMap(({ from, photo }) => (photo === undefined ? [] : [from])).toSorted());
  } finally {
    await people.leave();
    desk.close();
  }
});
