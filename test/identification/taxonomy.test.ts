/** The taxonomy as data: every fact that excludes has a source, keys fit together, and no fact contradicts another. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Identification } from "../../src/core/identification/identification.ts";
import { TaxonomyKey } from "../../src/core/identification/taxonomy.ts";
import { taxonomy } from "../../src/core/identification/taxonomy-data.ts";

const { features, nodes, markings } = taxonomy;
const chain = (key: string | null): string[] => {
  const found = nodes.find((one) => one.key === key);
  return found === undefined ? [] : [found.key, ...chain(found.parent)];
};

describe("the taxonomy", () => {
  it("has keys that are well formed and used once", () => {
    for (const list of [features, nodes, markings]) {
      const keys = list.map(({ key }) => key);
      for (const key of keys) assert.ok(TaxonomyKey.safeParse(key).success, key);
      assert.equal(new Set(keys).size, keys.length);
    }
  });

  it("names only features and parents that it holds, parents first", () => {
    const known = new Set(features.map(({ key }) => key));
    for (const [at, { key, parent, facts }] of nodes.entries()) {
      for (const { feature } of facts) assert.ok(known.has(feature), `${key}: ${feature}`);
      if (parent !== null) assert.ok(nodes.findIndex((one) => one.key === parent) < at, key);
    }
  });

  it("says of no vehicle that it has a feature and has it not", () => {
    for (const { key } of nodes) {
      const facts = nodes.filter((one) => chain(key).includes(one.key)).flatMap((one) => one.facts);
      for (const { feature, has } of facts)
        assert.ok(!facts.some((other) => other.feature === feature && other.has !== has), `${key}: ${feature}`);
    }
  });

  it("gives every sourced fact a title and an address, and every marking's meaning a source and a day", () => {
    const sources = [
      ...nodes.flatMap(({ facts }) => facts.map(({ source }) => source)),
      ...markings.flatMap(({ meanings }) => meanings.map(({ source }) => source)),
    ];
    for (const source of sources) if (source !== null) assert.match(`${source.title} ${source.address}`, /^\S.* \S+$/);
    for (const { key, meanings } of markings) {
      assert.ok(meanings.length > 0, key);
      for (const { from, to, source } of meanings) {
        assert.notEqual(source, null, key);
        assert.match(from, /^\d{4}-\d\d-\d\d$/);
        assert.ok(to === null || to >= from, key);
      }
    }
  });

  it("says of marks by whom they were used, and never who somebody is", () => {
    for (const { key, meanings } of markings)
      for (const { usedBy } of meanings) assert.doesNotMatch(usedBy, /\b(?:is|are|soldiers?|battalion|brigade|legion)\b/i, key);
  });
});

describe("an identification", () => {
  it("has no field for a person's name", () => {
    assert.deepEqual(Object.keys(Identification.shape).toSorted(), ["actor", "event", "item", "means", "seen", "subject", "unit"]);
    for (const subject of ["P1", "V12", "SPK2", "S3"]) assert.ok(Identification.shape.subject.safeParse(subject).success);
    assert.ok(!Identification.shape.subject.safeParse("Ann Example").success);
  });
});
