/** What features leave of the taxonomy: the worked case, and what holds for any features in any order. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FeatureState } from "../../src/core/identification/identification.ts";
import { taxonomy } from "../../src/core/identification/taxonomy-data.ts";
import { exclusionByFeature, type ExclusionAnswer, type Seen } from "../../src/reason/identification/exclusion-by-feature.ts";

const seen = (...features: string[]): Seen[] => features.map((feature) => ({ feature, state: "present" }));
const answer = (...features: string[]) => exclusionByFeature(taxonomy, seen(...features));
const node = ({ nodes }: ExclusionAnswer, key: string) => nodes.find((one) => one.key === key);
const cannotExclude = (from: ExclusionAnswer) => from.cannotExclude.map(({ label }) => label);

describe("features of a vehicle", () => {
  it("five small even road wheels are of the BMD family, and do not tell its models apart", () => {
    const five = answer("wheels-five-even");
    assert.equal(five.deepest?.label, "BMD family");
    assert.equal(five.deepest?.level, "family");
    assert.deepEqual(cannotExclude(five), ["BMD-1", "BMD-2", "BMD-3", "BMD-4"]);
    for (const key of ["bmp-1", "bmp-2"]) {
      const out = node(five, key);
      assert.equal(out?.state, "excluded");
      assert.deepEqual(
        out?.excludedBy.map(({ feature, seen: state }) => [feature, state]),
        [["wheels-five-even", "present"]],
      );
      assert.ok(out?.excludedBy[0]?.instead.includes("wheels-six"), "the source gives six");
      assert.match(out?.excludedBy[0]?.source.address ?? "", /^https?:/);
    }
  });

  it("a 30 mm cannon alone tells no family from another", () => {
    const thin = answer("gun-30");
    assert.equal(thin.deepest, null);
    for (const key of ["bmd-2", "bmp-2", "btr-82a"]) assert.equal(node(thin, key)?.state, "allowed", key);
  });

  it("a 30 mm cannon beside five even wheels still leaves three models, and says what would settle it", () => {
    const both = answer("wheels-five-even", "gun-30");
    assert.equal(both.deepest?.label, "BMD family");
    assert.deepEqual(cannotExclude(both), ["BMD-2", "BMD-3", "BMD-4"]);
    const pair = both.wouldSettle.find(({ feature }) => feature === "gun-100-with-30");
    assert.deepEqual([pair?.ifPresent, pair?.ifAbsent], [["BMD-2"], ["BMD-4"]]);
    assert.ok(!both.wouldSettle.some(({ feature }) => feature === "wheels-six"), "what none of them has settles nothing");
  });

  it("six road wheels are no BMP yet: tanks and carriers have six too", () => {
    const six = answer("wheels-six");
    assert.equal(six.deepest?.label, "tracked armoured vehicle");
    assert.deepEqual(
      ["bmp-1", "t-72", "mt-lb"].map((key) => node(six, key)?.state),
      ["allowed", "allowed", "allowed"],
    );
  });

  it("what nobody looked up excludes nothing, and is listed", () => {
    const noCannon = exclusionByFeature(taxonomy, [...seen("wheels-five-even"), { feature: "gun-30", state: "absent" }]);
    assert.equal(node(noCannon, "bmd-3")?.state, "allowed", "its cannon is known from memory alone");
    assert.deepEqual(node(noCannon, "bmd-3")?.fromMemory, ["gun-30"]);
    assert.equal(node(noCannon, "bmd-2")?.state, "excluded");
  });

  it("features that no listed vehicle has together are said to contradict each other", () => {
    const both = answer("wheels-five-even", "tyres-eight");
    assert.equal(both.contradicts, true);
    assert.equal(both.deepest, null);
  });

  it("a feature that the taxonomy does not hold is refused", () => {
    assert.throws(() => answer("wings"), /feature wings: expected one of the taxonomy/);
  });
});

const states: readonly FeatureState[] = ["present", "absent", "cannot-tell"];
const anySeen = fc
  .uniqueArray(fc.constantFrom(...taxonomy.features.map(({ key }) => key)), { maxLength: 8 })
  .chain((keys) => fc.tuple(...keys.map((feature) => fc.constantFrom(...states).map((state): Seen => ({ feature, state })))));

const excluded = ({ nodes }: ExclusionAnswer) => nodes.filter(({ state }) => state === "excluded").map(({ key }) => key);
const chain = (key: string | undefined): string[] => {
  const found = taxonomy.nodes.find((one) => one.key === key);
  return found === undefined ? [] : [found.key, ...chain(found.parent ?? undefined)];
};

describe("any features", () => {
  it("never bring back what fewer of them excluded", () => {
    fc.assert(
      fc.property(anySeen, fc.nat(8), (all, count) => {
        const few = excluded(exclusionByFeature(taxonomy, all.slice(0, count)));
        const more = new Set(excluded(exclusionByFeature(taxonomy, all)));
        assert.deepEqual(
          few.filter((key) => !more.has(key)),
          [],
        );
      }),
    );
  });

  it("give the same answer with and without what cannot be told, and in any order", () => {
    fc.assert(
      fc.property(anySeen, (all) => {
        const whole = exclusionByFeature(taxonomy, all);
        assert.deepEqual(
          exclusionByFeature(
            taxonomy,
            all.filter(({ state }) => state !== "cannot-tell"),
          ),
          whole,
        );
        assert.deepEqual(exclusionByFeature(taxonomy, all.toReversed()), whole);
      }),
    );
  });

  it("never go deeper than what is left, or than something that was seen speaks for", () => {
    fc.assert(
      fc.property(anySeen, (all) => {
        const { deepest, nodes, cannotExclude: under } = exclusionByFeature(taxonomy, all);
        if (deepest === null) return;
        const left = nodes.filter(({ key, state }) => state !== "excluded" && !taxonomy.nodes.some(({ parent }) => parent === key));
        for (const { key } of left) assert.ok(chain(key).includes(deepest.key), `${key} is left and not under ${deepest.key}`);
        for (const { key } of under) assert.ok(chain(key).includes(deepest.key));
        const present = new Set(all.filter(({ state }) => state === "present").map(({ feature }) => feature));
        const facts = taxonomy.nodes.filter(({ key }) => chain(key).includes(deepest.key)).flatMap((one) => one.facts);
        assert.ok(
          facts.some(({ feature, has, source }) => has && source !== null && present.has(feature)),
          `nothing seen speaks for ${deepest.key}`,
        );
      }),
    );
  });

  it("exclude by sourced facts alone", () => {
    fc.assert(
      fc.property(anySeen, (all) => {
        for (const { excludedBy } of exclusionByFeature(taxonomy, all).nodes)
          for (const { source } of excludedBy) assert.ok(source.title.length > 0 && source.address.length > 0);
      }),
    );
  });
});
