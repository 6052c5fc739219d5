/** Pairs as links, what waits first: J and K go through them in this order. */
import type { CopyPairRow } from "../../api/copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { pairPath } from "./copies-address.ts";
import { sharesWords } from "./shares-words.ts";
import { StateMark } from "./state-mark.tsx";

const order: Readonly<Record<CopyPairRow["state"], number>> = { reopened: 0, waiting: 1, accepted: 2, rejected: 3 };

export function PairRows({ pairs, names }: { pairs: readonly CopyPairRow[]; names?: ReadonlyMap<ItemId, string> }) {
  const rows = pairs.toSorted((one, two) => order[one.state] - order[two.state]);
  return (
    <ul className="pair-rows">
      {rows.map((row) => (
        <li key={`${row.a}-${row.b}`}>
          <Link className="pair-link" to={pairPath(row)}>
            <b>{t("copies.pair-of", { a: row.a.slice(1), b: row.b.slice(1) })}</b>
            <StateMark state={row.state} />
            <span className="pair-shares">{sharesWords(row)}</span>
            {row.edits.length === 0 ? null : <span className="quiet">{row.edits.map((edit) => t(`picture-edit.${edit}`)).join(", ")}</span>}
            {row.signs.map((sign) => (
              <span key={sign} className="sign is-attention">
                {t(`pair-sign.${sign}`)}
              </span>
            ))}
            {names === undefined ? null : (
              <span className="pair-names quiet small">
                <Name of={row.a} names={names} /> · <Name of={row.b} names={names} />
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Name({ of, names }: { of: ItemId; names: ReadonlyMap<ItemId, string> }) {
  return <IsolatedText text={names.get(of) ?? of} />;
}
