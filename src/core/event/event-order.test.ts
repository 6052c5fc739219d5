/** The order that links state: what fits is taken, what would make an event precede itself is named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EventId } from "./event.ts";
import { type OrderLink, orderLoop } from "./event-order.ts";

const link = (from: number, relation: OrderLink["relation"], to: number, id = `l${from}${to}`): OrderLink => ({
  link: id,
  from: `e${from}` as EventId,
  to: `e${to}` as EventId,
  relation,
});

test("an ambush before a killing before a posting is an order", () => {
  assert.equal(orderLoop([link(1, "before", 2), link(2, "before", 3)], link(1, "before", 3)), undefined);
});

test("an event that would come before itself is refused with every link of the loop", () => {
  const links = [link(1, "before", 2), link(2, "led-to", 3), link(7, "before", 8)];
  assert.deepEqual(
    orderLoop(links, link(3, "before", 1))?.map((step) => step.link),
    ["l31", "l12", "l23"],
  );
});

test("an event cannot be before itself, nor before what it is a part of", () => {
  assert.equal(orderLoop([], link(1, "before", 1))?.length, 1);
  assert.equal(orderLoop([link(1, "part-of", 2)], link(1, "before", 2))?.length, 2);
  assert.equal(orderLoop([link(1, "during", 2), link(2, "before", 3)], link(3, "before", 1))?.length, 3);
});

test("a posting comes after what was filmed, and so not before it", () => {
  assert.equal(orderLoop([link(1, "posting-of", 2)], link(1, "before", 2))?.length, 2);
  assert.equal(orderLoop([link(1, "posting-of", 2), link(2, "filming-of", 3)], link(3, "before", 1)), undefined);
});

test("two events during each other are the same time, which is no contradiction", () => {
  assert.equal(orderLoop([link(1, "during", 2)], link(2, "during", 1)), undefined);
  assert.equal(orderLoop([link(1, "filming-of", 2)], link(2, "filming-of", 1)), undefined);
});

test("a link that says nothing of order closes no loop", () => {
  assert.equal(orderLoop([link(1, "before", 2)], link(2, "other", 1)), undefined);
});

test("links that agree with any true times of the events are never refused", () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ begins: Math.min(a, b), ends: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 2, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(4))), (events, wanted) => {
      const relations = ["before", "part-of", "filming-of", "posting-of", "led-to"] as const;
      const standing: OrderLink[] = [];
      for (const [a, b, which] of wanted) {
        const from = events[a % events.length];
        const to = events[b % events.length];
        const relation = relations[which];
        if (from === undefined || to === undefined || relation === undefined) continue;
        const holds = {
          before: from.ends < to.begins,
          "led-to": from.ends < to.begins,
          "posting-of": to.ends < from.begins,
          "part-of": to.begins <= from.begins && from.ends <= to.ends,
          "filming-of": from.begins <= to.ends && to.begins <= from.ends,
        }[relation];
        if (!holds) continue;
        const added = link(a % events.length, relation, b % events.length);
        assert.equal(orderLoop(standing, added), undefined);
        standing.push(added);
      }
    }),
  );
});
