import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimedText } from "../../src/reason/claims/derive/claimed-text.ts";
import { proposeDerivations } from "../../src/reason/claims/derive/propose-derivations.ts";
import type { CaseDerivation, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { caseOf, derives, onDay, place, type Stated, stated } from "../support/case-of-claims.ts";

const on = (day: string) => ({ earliest: `2031-05-${day}T00:00:00Z`, latest: `2031-05-${day}T23:59:59Z` });
const story = "Two men were hurt near the mill on Tuesday when a shell fell beside the road that leads to the old bridge.";

interface Given extends Partial<Omit<ClaimedText, "claims">> {
  readonly said?: Partial<Stated>;
}

/** Texts i1, i2 and on, each with one claim about one place. */
function texts(...given: readonly Given[]): ClaimedText[] {
  return given.map(({ said, ...more }, at) => {
    const item = more.item ?? (`i${at + 1}` as const);
    const claims = [stated({ id: `k${at + 1}`, item, value: place("near the mill"), label: `outlet ${at + 1}`, ...said })];
    return {
      key: `${at}`,
      item,
      alone: true,
      words: `text number ${at}`,
      names: [`outlet ${at + 1}`],
      addresses: [],
      links: [],
      forwardedFrom: null,
      shows: [],
      claims,
      ...more,
    };
  });
}

function proposed(all: readonly ClaimedText[], stood: readonly CaseDerivation[] = [], copies: ClaimCase["copies"] = []): CaseDerivation[] {
  return proposeDerivations(
    all,
    caseOf(
      all.flatMap(({ claims }) => claims),
      stood,
      { copies },
    ),
  );
}

const plain = (all: readonly CaseDerivation[]) => all.map(({ derived, from, sort }) => `${derived} ${sort} ${from}`);

describe("derivations that are put forward", () => {
  it("a forwarded post, by the display name alone, and says that an export names neither channel nor date", () => {
    const all = proposed(texts({ names: ["Harrow News"] }, { forwardedFrom: "Harrow news", alone: false }));
    assert.deepEqual(plain(all), ["k2 forwards k1"]);
    assert.match(all[0]?.basis ?? "", /shown as "Harrow news"; the export names neither the channel nor the date/);
    assert.deepEqual(all[0], { ...all[0], id: undefined, standing: "proposed" });
  });

  it("a speaker who publishes a text of the case, by source or by name", () => {
    const quoting = { speakers: [{ words: "the Courier", source: "s1" as const }, { words: "soldiers" }] };
    assert.deepEqual(plain(proposed(texts({}, { said: quoting }))), ["k2 cites k1"]);
    const byName = { speakers: [{ words: "the Outlet 1" }] };
    assert.deepEqual(plain(proposed(texts({ said: { source: "unknown" } }, { said: byName }))), ["k2 cites k1"]);
    assert.deepEqual(proposed(texts({}, { said: { speakers: [{ words: "the mayor" }] } })), []);
  });

  it("a link to a text of the case, however the address is written", () => {
    const all = texts({ addresses: ["https://courier.example/mill"] }, { links: ["http://www.courier.example/mill/?from=feed"] });
    assert.deepEqual(plain(proposed(all)), ["i2 cites i1"]);
    assert.deepEqual(proposed(texts({ addresses: ["https://courier.example/mill"] }, { links: ["https://courier.example/bridge"] })), []);
  });

  it("the name of an outlet in a text, as whole words", () => {
    assert.deepEqual(plain(proposed(texts({ names: ["The Courier"] }, { words: "According to the courier, shells fell." }))), [
      "i2 cites i1",
    ]);
    assert.deepEqual(proposed(texts({ names: ["The Courier"] }, { words: "The couriers left." })), []);
    assert.deepEqual(proposed(texts({ names: ["UN"] }, { words: "The UN left." })), []);
    assert.deepEqual(proposed(texts({ names: ["The Courier"] }, { names: ["The Courier"], words: "The Courier reports." })), []);
  });

  it("nearly the same words, from the later to the earlier text, and says so where that is not known", () => {
    const later = texts(
      { words: story, said: { published: on("07") } },
      { words: `${story} More follows.`, said: { published: on("06") } },
    );
    const [one] = proposed(later);
    assert.equal(`${one?.derived} ${one?.from}`, "i1 i2");
    assert.match(one?.basis ?? "", /^nearly the same words: 100 % of the shorter text/);
    const [open] = proposed(texts({ words: story }, { words: story }));
    assert.equal(`${open?.derived} ${open?.from}`, "i2 i1");
    assert.match(open?.basis ?? "", /which of the two came first is not known/);
    const most = `${story.slice(0, 60)} and the town was quiet for the rest of that day and of the night.`;
    assert.deepEqual(proposed(texts({ words: story }, { words: most })), []);
    assert.deepEqual(proposed(texts({ words: story }, { words: "The market was closed on Monday because of the feast of the town." })), []);
  });

  it("of many that say nearly the same, each from the earliest known, and from the next where a person said no", () => {
    const all = texts({ words: story, said: { published: on("08") } }, { words: story, said: { published: on("06") } }, { words: story });
    assert.deepEqual(plain(proposed(all)), ["i1 near-copy i2", "i3 near-copy i2"]);
    const rejected = { ...derives("i3", "i2", "rejected"), sort: "near-copy" as const };
    assert.deepEqual(plain(proposed(all, [rejected])), ["i1 near-copy i2", "i3 near-copy i1"]);
  });

  it("one picture, which makes no statement a restatement", () => {
    const all = texts({ shows: ["i30"] }, { shows: ["i31"], said: { source: "s7" } });
    const found = proposed(all, [], [["i30", "i31"]]);
    assert.deepEqual(plain(found), ["i2 same-picture i1"]);
    const report = originReport(
      caseOf(
        all.flatMap(({ claims }) => claims),
        [...found, { ...(found[0] as CaseDerivation), id: "d1", standing: "confirmed" }],
      ),
    );
    assert.deepEqual(report.cells[0]?.count, { low: 2, best: 2, high: 2 });
    assert.deepEqual([report.drifts, report.circles], [[], []]);
    assert.deepEqual(proposed(all, [], [["i30"], ["i31"]]), []);
  });

  it("nothing between texts that say nothing of one thing, nor from a text to one that was surely published later", () => {
    const when = { value: onDay("on Monday", "2031-05-05") };
    assert.deepEqual(proposed(texts({ names: ["The Courier"], said: when }, { words: "The Courier says so" })), []);
    const later = { names: ["The Courier"], addresses: ["https://courier.example/mill"], said: { published: on("08") } };
    const early = { words: "The Courier says so", links: ["https://courier.example/mill"], said: { published: on("06") } };
    assert.deepEqual(proposed(texts(later, early)), []);
  });

  it("one derivation for two texts, with every reason", () => {
    const all = proposed(texts({ words: story, addresses: ["https://a.example/1"] }, { words: story, links: ["https://a.example/1"] }));
    assert.deepEqual(plain(all), ["i2 cites i1"]);
    assert.match(all[0]?.basis ?? "", /^links to .*; nearly the same words/);
  });

  it("nothing again that a person confirmed or rejected", () => {
    const all = texts({ words: story }, { words: story });
    assert.equal(proposed(all).length, 1);
    assert.deepEqual(proposed(all, [{ ...derives("i2", "i1", "rejected"), sort: "near-copy" }]), []);
    assert.deepEqual(proposed(all, [derives("i2", "i1")]), []);
    assert.deepEqual(proposed(all, [derives("i1", "i2")]), []);
    // Of another sort than the one that was rejected: another question.
    assert.equal(proposed(all, [{ ...derives("i2", "i1", "rejected"), sort: "cites" }]).length, 1);
    const posts = texts({ words: story, alone: false }, { words: story, alone: false });
    assert.deepEqual(plain(proposed(posts)), ["k2 near-copy k1"]);
    assert.deepEqual(proposed(posts, [{ ...derives("i2", "i1", "rejected"), sort: "near-copy" }]), []);
  });

  it("hundreds of long texts are compared in one go", () => {
    const many = texts(
      ...Array.from({ length: 400 }, (_, at) => ({
        words: Array.from({ length: 400 }, (_w, n) => `word${(n * 7 + at * 13) % 5000}`).join(" "),
      })),
    );
    assert.ok(proposed(many).every(({ sort }) => sort === "near-copy"));
  });
});
