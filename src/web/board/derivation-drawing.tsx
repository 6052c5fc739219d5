/** Texts by outlet and day, and what derives from what. Arrows point to what a text derives from. The list beneath says the same in words. */
import { useMemo } from "react";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { publishedWords } from "./board-words.ts";
import type { TextEdge, TextGraph, TextNode } from "./derivation-graph.ts";
import { layOut, type PlacedEdge } from "./derivation-layout.ts";

const sizes = { nodeWidth: 176, layerGap: 290, rowGap: 22 } as const;
/** Room that an edge's words need where it enters. */
const portHeight = 58;
const margin = 12;
/** Room for them along the line. */
const levelLength = 210;
/** Kinds of drift that are written at an edge; all of them stand in the list. */
const driftsDrawn = 2;

interface DrawingProps {
  readonly graph: TextGraph;
  readonly chosen: string | undefined;
  readonly onChoose: (edge: string) => void;
}

export function DerivationDrawing({ graph, chosen, onChoose }: DrawingProps) {
  const layout = useMemo(() => {
    const into = Map.groupBy(graph.edges, ({ derived }) => derived);
    return layOut(
      graph.nodes.map(({ item }) => ({ id: item, height: Math.max(52, (into.get(item)?.length ?? 0) * portHeight) })),
      graph.edges.map(({ id, from, derived }) => ({ id, from, to: derived })),
      sizes,
    );
  }, [graph]);
  const nodes = new Map(graph.nodes.map((node) => [node.item as string, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin + 18];
  return (
    <div className="derivation-scroll" role="region" tabIndex={0} aria-label={t("claims.derivation.drawing")}>
      <svg
        className="derivation-drawing"
        width={width}
        height={height}
        viewBox={`${-margin} ${-margin - 12} ${width} ${height}`}
        role="img"
        aria-label={t("claims.derivation.drawing-says", { texts: graph.nodes.length, edges: graph.edges.length })}
      >
        <defs>
          <marker id="derives-from" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M8 0L0 4l8 4z" fill="context-stroke" />
          </marker>
        </defs>
        {/* Words lie over all lines. */}
        {[EdgeLine, EdgeLabel].map((Part, at) =>
          layout.edges.map((placed) => {
            const edge = edges.get(placed.id);
            return edge === undefined ? null : (
              <Part key={`${at} ${placed.id}`} edge={edge} placed={placed} isChosen={chosen === placed.id} onChoose={onChoose} />
            );
          }),
        )}
        {layout.nodes.map(({ id, x, y, width: across, height: down }) => {
          const node = nodes.get(id);
          return node === undefined ? null : (
            <g key={id} transform={`translate(${x} ${y})`} className={node.inCircle ? "text-node is-circle" : "text-node"}>
              <rect width={across} height={down} rx="4" />
              <NodeWords node={node} height={down} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function NodeWords({ node, height }: { node: TextNode; height: number }) {
  const { item, label, published, claims, inCircle } = node;
  return (
    <foreignObject width={sizes.nodeWidth} height={height}>
      <div className="text-node-words">
        <strong className="cut">
          {inCircle ? <span aria-hidden="true">↻ </span> : null}
          {label === "" ? item : <IsolatedText text={label} />}
        </strong>
        <span className="small quiet cut">{publishedWords(published)}</span>
        <span className="small quiet cut">
          {item} · {t("claims.derivation.claims", { count: claims })}
        </span>
      </div>
    </foreignObject>
  );
}

interface EdgeProps {
  readonly edge: TextEdge;
  readonly placed: PlacedEdge;
  readonly isChosen: boolean;
  readonly onChoose: (edge: string) => void;
}

function classesOf(edge: TextEdge, isChosen: boolean): string {
  const names = ["text-edge", edge.isProposed ? "is-proposed" : "", edge.timeTravel ? "is-before" : "", isChosen ? "is-chosen" : ""];
  return names.filter((name) => name !== "").join(" ");
}

function EdgeLine({ edge, placed: { points, isBackwards }, isChosen, onChoose }: EdgeProps) {
  return (
    <g className={classesOf(edge, isChosen)} data-edge={edge.id} onClick={() => onChoose(edge.id)}>
      <path d={pathWords(points, isBackwards)} markerStart="url(#derives-from)" />
    </g>
  );
}

function EdgeLabel({ edge, placed: { points, isBackwards }, isChosen, onChoose }: EdgeProps) {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const beside = isBackwards ? ({ x: end.x + 8, textAnchor: "start" } as const) : ({ x: end.x - 8, textAnchor: "end" } as const);
  const names = edge.drifts.slice(0, driftsDrawn).map((kind) => `△ ${t(`claims.drift.${kind}`)}`);
  const more = edge.drifts.length - names.length;
  const lines = more > 0 ? [...names.slice(0, -1), `${names.at(-1)} +${more}`] : names;
  const sorts = edge.sorts.map((sort) => t(`claims.derivation.sort.${sort}`)).join(", ");
  return (
    <g className={classesOf(edge, isChosen)} onClick={() => onChoose(edge.id)}>
      <text {...beside} y={end.y - 6}>
        {[sorts, edge.isProposed ? t("claims.proposed") : "", edge.timeTravel ? `⚠ ${t("claims.derivation.before-short")}` : ""]
          .filter((part) => part !== "")
          .join(" · ")}
      </text>
      {lines.map((line, at) => (
        <text key={line} {...beside} y={end.y + 14 + at * 14} className="edge-drift">
          {line}
        </text>
      ))}
    </g>
  );
}

/** Level where its words stand, curved before. */
function pathWords(points: PlacedEdge["points"], isBackwards: boolean): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return "";
  const ahead = isBackwards ? -1 : 1;
  const level = { x: last.x - levelLength * ahead, y: last.y };
  let at = first;
  const parts = [`M${first.x + 6 * ahead} ${first.y}`];
  for (const next of [...rest.slice(0, -1), level]) {
    const bend = (next.x - at.x) / 2;
    parts.push(`C${at.x + bend} ${at.y} ${next.x - bend} ${next.y} ${next.x} ${next.y}`);
    at = next;
  }
  return `${parts.join("")}L${last.x} ${last.y}`;
}
