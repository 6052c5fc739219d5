/**
 * Which nodes of the taxonomy the features that were seen leave. Sourced facts exclude; facts from memory only keep a node in, so
 * that what nobody looked up can make an answer vaguer and never sharper. What cannot be told changes nothing. The answer goes as
 * deep as the nodes that are left have in common, and no deeper than a present feature speaks for: elimination in a list that does
 * not hold every vehicle is no identification.
 */
import type { FeatureState } from "../../core/identification/identification.ts";
import type { FactSource, Taxonomy, TaxonomyNode } from "../../core/identification/taxonomy.ts";

export interface Seen {
  readonly feature: string;
  readonly state: FeatureState;
}

/** Why a node is out: what was seen, and what the taxonomy says of it. */
export interface Exclusion {
  readonly feature: string;
  readonly seen: "present" | "absent";
  readonly source: NonNullable<FactSource>;
  /** The node that the fact is stated of: the node itself or one above. */
  readonly statedOf: string;
  /** What the same source gives instead. */
  readonly instead: readonly string[];
}

export interface NodeAnswer {
  readonly key: string;
  readonly label: string;
  readonly parent: string | null;
  readonly level: TaxonomyNode["level"];
  /** `undecidable`: nothing that was seen speaks for it or against it. */
  readonly state: "allowed" | "excluded" | "undecidable";
  /** Of a node with others under it: empty where it is out because all of those are. */
  readonly excludedBy: readonly Exclusion[];
  readonly fits: readonly { readonly feature: string; readonly sourced: boolean }[];
  /** Facts that would exclude it and have no source. */
  readonly fromMemory: readonly string[];
}

export interface Settling {
  readonly feature: string;
  /** Labels of models that would be out if it were seen, and if it were seen to be missing. */
  readonly ifPresent: readonly string[];
  readonly ifAbsent: readonly string[];
}

export interface ExclusionAnswer {
  readonly nodes: readonly NodeAnswer[];
  /** Null: nothing that was seen speaks for any node, or the features contradict each other. */
  readonly deepest: { readonly key: string; readonly label: string; readonly level: TaxonomyNode["level"] } | null;
  /** Of the features on no list here, or of a vehicle that the taxonomy does not hold. */
  readonly contradicts: boolean;
  /** Models below the deepest node that the features do not tell apart. */
  readonly cannotExclude: readonly { readonly key: string; readonly label: string }[];
  readonly wouldSettle: readonly Settling[];
  readonly confusables: TaxonomyNode["confusables"];
}

/** A feature that is named twice counts as it was named last. Throws RangeError for a feature that the taxonomy does not hold. */
export function exclusionByFeature(taxonomy: Taxonomy, seen: readonly Seen[]): ExclusionAnswer {
  const told = toldOf(taxonomy, seen);
  const tree = treeOf(taxonomy);
  const leaves = taxonomy.nodes.filter(({ key }) => tree.below(key).length === 0);
  const leafAnswers = new Map(leaves.map((leaf) => [leaf.key, answerOf(leaf, tree.chain(leaf.key), told)]));
  const nodes = taxonomy.nodes.map((node) => leafAnswers.get(node.key) ?? joined(node, tree, leafAnswers, told));
  const left = leaves.filter(({ key }) => leafAnswers.get(key)?.state !== "excluded");
  const deepest = deepestOf(left, tree, told);
  const under = deepest === null ? [] : left.filter(({ key }) => tree.chain(key).some((node) => node.key === deepest.key));
  return {
    nodes,
    deepest: deepest === null ? null : { key: deepest.key, label: deepest.label, level: deepest.level },
    contradicts: left.length === 0,
    cannotExclude: under.filter(({ key }) => key !== deepest?.key).map(({ key, label }) => ({ key, label })),
    wouldSettle: settling(taxonomy, under, tree, told),
    confusables: [...new Set([...(deepest?.confusables ?? []), ...(under.length === 1 ? (under[0]?.confusables ?? []) : [])])],
  };
}

type Told = ReadonlyMap<string, "present" | "absent">;

function toldOf({ features }: Taxonomy, seen: readonly Seen[]): Told {
  const known = new Set(features.map(({ key }) => key));
  const told = new Map<string, "present" | "absent">();
  for (const { feature, state } of seen) {
    if (!known.has(feature)) throw new RangeError(`feature ${feature}: expected one of the taxonomy; found none of that key`);
    if (state === "cannot-tell") told.delete(feature);
    else told.set(feature, state);
  }
  return told;
}

interface Tree {
  /** The node and those above it, from the node up. */
  chain(key: string): readonly TaxonomyNode[];
  /** Nodes right under it. */
  below(key: string): readonly TaxonomyNode[];
  /** Keys of the models under it, or its own where it has none. */
  leaves(key: string): readonly string[];
}

function treeOf({ nodes }: Taxonomy): Tree {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const chain = (key: string): readonly TaxonomyNode[] => {
    const node = byKey.get(key);
    if (node === undefined) return [];
    return node.parent === null ? [node] : [node, ...chain(node.parent)];
  };
  const below = (key: string) => children.get(key) ?? [];
  const leaves = (key: string): readonly string[] => (below(key).length === 0 ? [key] : below(key).flatMap((child) => leaves(child.key)));
  return { chain, below, leaves };
}

function answerOf(node: TaxonomyNode, chain: readonly TaxonomyNode[], told: Told): NodeAnswer {
  const facts = chain.flatMap((holder) => holder.facts.map((fact) => ({ ...fact, statedOf: holder.key })));
  const against = facts.filter(({ feature, has }) => told.get(feature) === (has ? "absent" : "present"));
  const excludedBy = against.flatMap(({ feature, source, statedOf }): Exclusion[] => {
    const state = told.get(feature);
    if (source === null || state === undefined) return [];
    const instead = facts.filter((fact) => fact.has && fact.source === source && fact.statedOf === statedOf && fact.feature !== feature);
    return [{ feature, seen: state, source, statedOf, instead: instead.map((fact) => fact.feature) }];
  });
  const fits = facts
    .filter(({ feature, has }) => has && told.get(feature) === "present")
    .map(({ feature, source }) => ({ feature, sourced: source !== null }));
  return {
    ...{ key: node.key, label: node.label, parent: node.parent, level: node.level, excludedBy, fits },
    state: excludedBy.length > 0 ? "excluded" : fits.length > 0 ? "allowed" : "undecidable",
    fromMemory: against.filter(({ source }) => source === null).map(({ feature }) => feature),
  };
}

function joined(node: TaxonomyNode, tree: Tree, leaves: ReadonlyMap<string, NodeAnswer>, told: Told): NodeAnswer {
  const own = answerOf(node, tree.chain(node.key), told);
  const under = tree.leaves(node.key).map((key) => leaves.get(key)?.state);
  const state = under.every((one) => one === "excluded") ? "excluded" : under.includes("allowed") ? "allowed" : "undecidable";
  return { ...own, state };
}

/** What all that is left have in common, and no deeper than something that was seen speaks for. */
function deepestOf(left: readonly TaxonomyNode[], tree: Tree, told: Told): TaxonomyNode | null {
  const [first, ...others] = left;
  if (first === undefined) return null;
  const shared = tree.chain(first.key).filter(({ key }) => others.every((other) => tree.chain(other.key).some((node) => node.key === key)));
  return shared.find((node) => spokenFor(node, left, tree, told)) ?? null;
}

/** A sourced fact of the node, or of a model left under it, that was seen. A fact of a node above speaks for that one only. */
function spokenFor(node: TaxonomyNode, left: readonly TaxonomyNode[], tree: Tree, told: Told): boolean {
  return left.some(({ key }) => {
    const chain = tree.chain(key);
    const at = chain.findIndex((one) => one.key === node.key);
    return chain
      .slice(0, at + 1)
      .some(({ facts }) => facts.some(({ feature, has, source }) => has && source !== null && told.get(feature) === "present"));
  });
}

/** Features not told yet of which one answer at least would put a model out and leave another. */
function settling({ features }: Taxonomy, left: readonly TaxonomyNode[], tree: Tree, told: Told): Settling[] {
  if (left.length < 2) return [];
  const out = (feature: string, has: boolean) =>
    left
      .filter(({ key }) =>
        tree.chain(key).some(({ facts }) => facts.some((fact) => fact.feature === feature && fact.has === has && fact.source !== null)),
      )
      .map(({ label }) => label);
  // A feature that none of them has would only contradict what was seen.
  const onSome = (feature: string) =>
    left.some(({ key }) => tree.chain(key).some(({ facts }) => facts.some((fact) => fact.feature === feature && fact.has)));
  return features
    .filter(({ key }) => !told.has(key) && onSome(key))
    .map(({ key }) => ({ feature: key, ifPresent: out(key, false), ifAbsent: out(key, true) }))
    .filter(({ ifPresent, ifAbsent }) => [ifPresent, ifAbsent].some(({ length }) => length > 0 && length < left.length));
}
