/** What the features leave of the taxonomy, as a tree: what may be it, what is out and why, what nothing speaks for or against. */
import type { ExclusionAnswer, NodeAnswer } from "../../reason/identification/exclusion-by-feature.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { featureWords, nodeTones, whyOf } from "./identifications-words.ts";

interface TaxonomyAnswerProps {
  readonly answer: ExclusionAnswer;
  /** What it comes to stands above it already. */
  readonly headed?: boolean;
}

export function TaxonomyAnswer({ answer, headed = false }: TaxonomyAnswerProps) {
  return (
    <div className="taxonomy-answer">
      {headed ? null : <Deepest answer={answer} />}
      {answer.confusables.length === 0 ? null : (
        <ul className="plain-list small">
          {answer.confusables.map((one) => (
            <li key={`${one.with} ${one.why}`}>
              <span className="quiet">{t("claims.identifications.confusable")}</span> {one.with}: {one.why}
              {one.source === null ? ` ${t("claims.identifications.from-memory")}` : ""}
            </li>
          ))}
        </ul>
      )}
      {answer.wouldSettle.length === 0 ? null : (
        <details>
          <summary>{t("claims.identifications.would-settle")}</summary>
          <ul className="plain-list small">
            {answer.wouldSettle.map(({ feature, ifPresent, ifAbsent }) => (
              <li key={feature}>
                {featureWords(feature)}:{" "}
                <span className="quiet">
                  {[
                    ...(ifPresent.length === 0 ? [] : [t("claims.identifications.if-present", { out: ifPresent.join(", ") })]),
                    ...(ifAbsent.length === 0 ? [] : [t("claims.identifications.if-absent", { out: ifAbsent.join(", ") })]),
                  ].join("; ")}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Branch nodes={answer.nodes} parent={null} />
    </div>
  );
}

function Deepest({ answer }: { readonly answer: ExclusionAnswer }) {
  return (
    <>
      <p className="taxonomy-deepest">
        {answer.contradicts ? t("claims.identifications.contradicts") : null}
        {answer.deepest === null && !answer.contradicts ? t("claims.identifications.nothing-speaks") : null}
        {answer.deepest === null ? null : (
          <>
            {t("claims.identifications.deepest")} <strong>{answer.deepest.label}</strong>{" "}
            <span className="quiet">({t(`claims.identifications.level.${answer.deepest.level}`)})</span>
          </>
        )}
      </p>
      {answer.cannotExclude.length < 2 ? null : (
        <p>
          <span className="quiet">{t("claims.identifications.not-separated")}</span>{" "}
          {answer.cannotExclude.map(({ label }) => label).join(", ")}
        </p>
      )}
    </>
  );
}

/** What is out as a whole is folded: what is left is to be seen at a glance, and why the rest is out can be looked up. */
function Branch({
  nodes,
  parent,
  folded = false,
}: {
  readonly nodes: readonly NodeAnswer[];
  readonly parent: string | null;
  readonly folded?: boolean;
}) {
  const own = nodes.filter((node) => node.parent === parent);
  if (own.length === 0) return null;
  return (
    <ul className="taxonomy-tree">
      {own.map((node) => {
        const leaf = !nodes.some((other) => other.parent === node.key);
        const under = <Branch nodes={nodes} parent={node.key} folded={folded || node.state === "excluded"} />;
        return (
          <li key={node.key} data-node={node.key} data-state={node.state}>
            {leaf || folded || node.state !== "excluded" ? (
              <>
                <p className="taxonomy-node">
                  <ToneMark tone={nodeTones[node.state]} />
                  <span>
                    <NodeWords node={node} />
                    {leaf && whyOf(node) !== "" ? <span className="taxonomy-why small quiet">{whyOf(node)}</span> : null}
                  </span>
                </p>
                {under}
              </>
            ) : (
              <details className="taxonomy-out">
                <summary>
                  <ToneMark tone="conflict" /> <NodeWords node={node} />
                </summary>
                {under}
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NodeWords({ node: { label, state } }: { readonly node: NodeAnswer }) {
  return (
    <>
      <span className={state === "excluded" ? "is-out" : undefined}>{label}</span>{" "}
      <span className="quiet small">{t(`claims.identifications.state.${state}`)}</span>
    </>
  );
}
