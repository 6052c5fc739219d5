/**
 * A picture that an article shows under the name of another village: kept as what it is, an exhibit of the article, and not to be
 * cited for the event, by a person or by a reasoner's answer, until somebody says why that was wrong.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { EventDetail, ItemBearings } from "../../src/api/events.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { serveCase, type ServedCase } from "../support/served-case.ts";

type Made = { id: string; seq: number; code?: string; message?: string };

describe("a picture captioned with another village", () => {
  let desk: Desk;
  let served: ServedCase;
  before(async () => {
    desk = createDesk();
    const kept = join(desk.folder, "case");
    writeFileSync(
      join(desk.folder, "article.html"),
      "<!doctype html><html><head><title>Synthetic report</title></head><body><article><h1>Synthetic report</h1><figure><img src='photo.jpg'><figcaption>A road near Verkhnia</figcaption></figure></article></body></html>",
    );
    writeFileSync(join(desk.folder, "photo.txt"), "Stands for the picture of the article.\n");
    assert.equal((await desk.run("add", kept, join(desk.folder, "article.html"), join(desk.folder, "photo.txt"))).code, 0);
    served = await serveCase(desk, kept);
    const event = { sort: "filming", title: "Synthetic filming near Nyzhnia", time: "unknown", place: "unknown" };
    assert.equal((await served.post<Made>("/api/case-events", event)).id, "e1");
  });
  after(() => desk.close());

  const problem = { text: "near Nyzhnia", anchors: { Nyzhnia: [{ lat: 50.45, lon: 30.19 }] } };
  const bear = (sort: string, reason: string) => served.post<Made>("/api/bearings", { item: "i2", on: "e1", sort, reason });
  const keep = (items: string[]) => served.post<Made>("/api/inferences", { sort: "place", title: "where", about: "e1", items, problem });

  it("stays an item of the case, and says of the event that it does not bear on it, and why", async () => {
    assert.match((await bear("none", "")).message ?? "", /reason/);
    assert.equal((await bear("none", "the caption names Verkhnia, another village")).id, "b1");
    const { bearings } = await served.get<ItemBearings>("/api/items/i2/bearings");
    assert.deepEqual(
      bearings.map(({ sort, on, reason }) => [sort, on, reason]),
      [["none", "e1", "the caption names Verkhnia, another village"]],
    );
    assert.deepEqual(
      (await served.get<EventDetail>("/api/case-events/e1")).bearings.map(({ item, sort }) => [item, sort]),
      [["i2", "none"]],
    );
  });

  it("cannot be cited for the event, whatever for, and the refusal names what stands against it", async () => {
    for (const sort of ["shows", "supports", "against", "context"]) {
      const refused = await bear(sort, "it looks alike");
      assert.equal(refused.code, "INPUT_INVALID", sort);
      assert.match(refused.message ?? "", /i2 on e1: .*b1, which says that it does not bear on it\. Withdraw that first, with a reason/);
    }
  });

  it("cannot be what an inference about the event rests on, while another item can", async () => {
    const refused = await keep(["i1", "i2"]);
    assert.equal(refused.code, "INPUT_INVALID");
    assert.match(refused.message ?? "", /i2 for e1: .*b1, which says that it does not bear on it/);
    assert.equal((await keep(["i1"])).id, "n1");
  });

  it("can be cited again once somebody withdrew that, with a reason", async () => {
    const reason = "the caption was wrong: the picture shows Nyzhnia";
    assert.ok((await served.post<Made>("/api/bearings/b1/withdraw", { reason })).seq > 0);
    assert.equal((await keep(["i1", "i2"])).id, "n2");
    assert.equal((await bear("context", "the same road")).id, "b2");
  });
});
