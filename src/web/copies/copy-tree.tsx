/**
 * What may have been made from what, drawn as a tree that is a list as well. Every line says "possibly": two copies of a third
 * that nobody holds look just the same.
 */
import type { CopyGroupDetail, PossibleDerivation } from "../../api/copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { pairPath } from "./copies-address.ts";
import { fileName } from "./file-name.ts";

export function CopyTree({ detail }: { detail: CopyGroupDetail }) {
  const { derivations, copies } = detail;
  // Each copy stands once, under the first that it may come from; what else it may come from is said beside it.
  const under = new Map<ItemId, PossibleDerivation>();
  const nearestFirst = derivations.toSorted((one, two) => Number(two.nearest) - Number(one.nearest));
  for (const one of nearestFirst) if (!under.has(one.to) && !reaches(under, one.from, one.to)) under.set(one.to, one);
  const origins = new Set([...under.values()].map(({ from }) => from));
  const placed = copies.map(({ copy }) => copy.item).filter((item) => under.has(item) || origins.has(item));
  const apart = copies.map(({ copy }) => copy.item).filter((item) => !placed.includes(item));
  return (
    <section className="group-part" aria-label={t("copies.tree")}>
      <h3>{t("copies.tree")}</h3>
      <p className="quiet small">{t("copies.tree-how")}</p>
      {derivations.length === 0 || apart.length === 0 ? null : (
        <p className="quiet small">{t("copies.tree-apart", { items: apart.map((item) => item.slice(1)).join(", ") })}</p>
      )}
      {detail.undecided.length === 0 ? null : (
        <details>
          <summary>{t("copies.undecided", { count: detail.undecided.length })}</summary>
          <ul className="reason-list">
            {detail.undecided.map(({ a, b, reasons }) => (
              <li key={`${a}-${b}`}>
                <Link to={pairPath({ a, b })}>{t("copies.pair-of", { a: a.slice(1), b: b.slice(1) })}</Link> {reasons.join("; ")}
              </li>
            ))}
          </ul>
        </details>
      )}
      {derivations.length === 0 ? (
        <p>{t("copies.tree-none")}</p>
      ) : (
        <Branch items={placed.filter((item) => !under.has(item))} under={under} detail={detail} />
      )}
    </section>
  );
}

/** Whether going up from `item` leads to `sought`: a tree has no rings, whatever the derivations say. */
function reaches(under: ReadonlyMap<ItemId, PossibleDerivation>, item: ItemId, sought: ItemId): boolean {
  for (let at: ItemId | undefined = item; at !== undefined; at = under.get(at)?.from) if (at === sought) return true;
  return false;
}

interface BranchProps {
  readonly items: readonly ItemId[];
  readonly under: ReadonlyMap<ItemId, PossibleDerivation>;
  readonly detail: CopyGroupDetail;
}

function Branch({ items, under, detail }: BranchProps) {
  return (
    <ul className="copy-tree">
      {items.map((item) => {
        const how = under.get(item);
        const children = [...under].filter(([, { from }]) => from === item).map(([child]) => child);
        const others = detail.derivations.filter((one) => one.to === item && one !== how);
        const copy = detail.copies.find((one) => one.copy.item === item)?.copy;
        return (
          <li key={item}>
            <div className="tree-node">
              <Link to={`/items/${item}?tab=copies`}>{t("copies.item", { number: item.slice(1) })}</Link>{" "}
              {copy === undefined ? null : (
                <span className="quiet">
                  <IsolatedText text={fileName(copy.name)} />
                </span>
              )}
              {how === undefined ? (
                children.length === 0 ? null : (
                  <span className="quiet"> {t("copies.tree-root")}</span>
                )
              ) : (
                <p className="small">
                  <Link to={pairPath({ a: how.from, b: how.to })}>{t("copies.possibly-from", { number: how.from.slice(1) })}</Link>{" "}
                  {how.edits.map((edit) => t(`picture-edit.${edit}`)).join(", ")}
                  {how.reasons.length === 0 ? null : <span className="quiet"> {how.reasons.join("; ")}</span>}
                </p>
              )}
              {others.map((one) => (
                <p key={one.from} className="small quiet">
                  <Link to={pairPath({ a: one.from, b: one.to })}>{t("copies.also-possibly-from", { number: one.from.slice(1) })}</Link>{" "}
                  {one.edits.map((edit) => t(`picture-edit.${edit}`)).join(", ")}
                </p>
              ))}
            </div>
            {children.length === 0 ? null : <Branch items={children} under={under} detail={detail} />}
          </li>
        );
      })}
    </ul>
  );
}
