import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { layOut, type Layout, type LayoutEdge, type LayoutNode } from "../../src/web/board/derivation-layout.ts";

const sizes = { nodeWidth: 100, layerGap: 50, rowGap: 10 };
const nodes = (ids: string): LayoutNode[] => [...ids].map((id) => ({ id, height: 40 }));
const edges = (words: string): LayoutEdge[] => words.split(" ").map((word) => ({ id: word, from: word.charAt(0), to: word.charAt(1) }));
const layerOf = ({ nodes: placed }: Layout, id: string) => placed.find((node) => node.id === id)?.layer;

const graph = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: count }, (_, at) => ({ id: `n${at}`, height: 20 + ((at * 7) % 50) }))),
    edges: fc
      .uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 24, selector: ([a, b]) => `${a} ${b}` })
      .map((pairs) => pairs.map(([a, b]) => ({ id: `${a}>${b}`, from: `n${a}`, to: `n${b}` }))),
  }),
);

describe("the drawing of derivations", () => {
  it("puts origins first and each text behind all that it derives from", () => {
    const layout = layOut(nodes("abcd"), edges("ab ac cd bd"), sizes);
    assert.deepEqual(
      ["a", "b", "c", "d"].map((id) => layerOf(layout, id)),
      [0, 1, 1, 2],
    );
    assert.ok(layout.edges.every(({ isBackwards }) => !isBackwards));
  });

  it("leads a line that passes a layer around what stands there", () => {
    const layout = layOut(nodes("abc"), edges("ab bc ac"), sizes);
    const long = layout.edges.find(({ id }) => id === "ac");
    const between = layout.nodes.find(({ id }) => id === "b");
    assert.ok(long !== undefined && between !== undefined && long.points.length === 4);
    const { y } = long.points[1] as { y: number };
    assert.ok(y < between.y || y > between.y + between.height, `${y} against ${between.y} to ${between.y + between.height}`);
  });

  it("draws a circle of reports too, with one line that runs backwards", () => {
    const layout = layOut(nodes("abc"), edges("ab bc ca"), sizes);
    assert.equal(layout.nodes.length, 3);
    assert.deepEqual(
      layout.edges.map(({ isBackwards }) => isBackwards),
      [false, false, true],
    );
  });

  it("does not let lines cross that need not", () => {
    const layout = layOut(nodes("abcd"), edges("ad bc"), sizes);
    const y = (id: string) => layout.nodes.find((node) => node.id === id)?.y ?? 0;
    assert.equal(Math.sign(y("a") - y("b")), Math.sign(y("d") - y("c")));
  });

  it("lays no text over another, whatever derives from what, and goes forward along all other lines", () => {
    fc.assert(
      fc.property(graph, ({ nodes: given, edges: lines }) => {
        const layout = layOut(given, lines, sizes);
        assert.equal(layout.nodes.length, given.length);
        for (const [at, one] of layout.nodes.entries())
          for (const other of layout.nodes.slice(at + 1)) {
            const apart = one.layer !== other.layer || one.y + one.height <= other.y || other.y + other.height <= one.y;
            assert.ok(apart, `${one.id} over ${other.id}`);
          }
        for (const { id, isBackwards } of layout.edges) {
          const [from, to] = id.split(">").map((number) => layerOf(layout, `n${number}`) ?? 0) as [number, number];
          assert.ok(isBackwards ? to < from : to > from, id);
        }
        for (const { x, y, width, height } of layout.nodes)
          assert.ok(x >= 0 && y >= -1e-9 && x + width <= layout.width && y + height <= layout.height + 1e-9);
      }),
    );
  });

  it("is the same for the same derivations", () => {
    fc.assert(
      fc.property(graph, ({ nodes: given, edges: lines }) => assert.deepEqual(layOut(given, lines, sizes), layOut(given, lines, sizes))),
    );
  });
});
