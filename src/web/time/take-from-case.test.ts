/** What the case offers to a network of times, each statement with the record it comes from. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EventDetail } from "../../api/events.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { eventNames, offersOf, type TakenItem } from "./take-from-case.ts";

const written = { at: "2024-01-01T00:00:00Z", by: "p1", byName: "analyst", seq: 2 };
const none = { shows: 0, supports: 0, against: 0, context: 0, none: 0 };

function detail(
  id: string,
  sort: string,
  title: string,
  more: Partial<Record<keyof EventDetail, unknown>> & { time?: unknown } = {},
): EventDetail {
  const { time = "unknown", ...rest } = more;
  const event = { id, sort, sortWords: null, title, time, place: "unknown", movement: null, bearings: none, ...written };
  return { event, links: [], bearings: [], statements: { places: [], times: [] }, history: [], ...rest } as unknown as EventDetail;
}

const unzoned = (reading: string): TimeClaim => ({
  means: "posted",
  verbatim: reading,
  earliest: "2022-03-29T10:00:00Z",
  latest: "2022-03-30T17:40:00Z",
  zone: { state: "unknown", reading },
  basis: "synthetic row 3",
});
const shows = { id: "b1", item: "i7", itemName: "clip", on: "e1", onSays: "filming", sort: "shows", part: null, reason: "", ...written };
const items = (posted: TakenItem["posted"]) => new Map([["i7", { id: "i7", name: "clip.mp4", posted }]]);

describe("statements that the case offers", () => {
  it("takes a post without a zone as a time without one, and the filming as certainly before it", () => {
    const [offer] = offersOf([detail("e1", "filming", "the filming", { bearings: [shows] })], items(unzoned("2022-03-30T07:40:00")));
    assert.deepEqual(
      offer?.statements.map((one) => [one.kind, one.cites]),
      [
        ["within", ["i7"]],
        ["order", ["i7"]],
      ],
    );
    const [post, order] = offer?.statements ?? [];
    assert.ok(post?.kind === "within" && post.zone === null);
    assert.deepEqual(post.between, ["07:40", "07:41"]);
    assert.ok(order?.kind === "order" && order.before === "the filming" && order.certain === true);
  });

  it("never bounds an event by the post of something that only supports it", () => {
    const bearing = { ...shows, sort: "supports" };
    assert.deepEqual(offersOf([detail("e1", "killing", "the killing", { bearings: [bearing] })], items(unzoned("2022-03-30"))), []);
  });

  it("offers each link once, and what is no order only as an assumption that a person has to take", () => {
    const link = (id: string, relation: string) => ({
      id,
      from: "e1",
      fromTitle: "a",
      to: "e2",
      toTitle: "b",
      relation,
      basis: "seen",
      ...written,
    });
    const links = [link("l1", "before"), link("l2", "filming-of"), link("l3", "other"), { ...link("l4", "before"), unlinked: "wrong" }];
    const offers = offersOf([detail("e1", "ambush", "a", { links }), detail("e2", "filming", "b", { links })], new Map());
    assert.deepEqual(
      offers.map(({ key, isMeant }) => [key, isMeant]),
      [
        ["l1", true],
        ["l2", false],
      ],
    );
    assert.equal(offers[1]?.statements[0]?.assumption, true);
  });

  it("makes statements that the reasoner reads, whatever the titles are", () => {
    const details = [
      detail("e1", "ambush", "the same words", { time: unzoned("2022-03-30") }),
      detail("e2", "ambush", "the same words", { time: { ...unzoned("2022-03-04/2022-04-03") } }),
      detail("e3", "posting", "x".repeat(500), { time: { ...unzoned("2022-03-30T23:59:10"), zone: { state: "utc" } } }),
    ];
    const names = [...eventNames(details.map(({ event }) => event)).values()];
    assert.equal(new Set(names).size, 3);
    const statements = offersOf(details, new Map()).flatMap((offer) => offer.statements);
    assert.equal(statements.length, 3);
    TimeProblem.parse({ events: names, horizon: ["2022-01-01", "2022-12-31"], zones: ["UTC"], statements });
  });
});
