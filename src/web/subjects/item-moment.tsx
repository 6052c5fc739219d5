/** A time code that leads to its frame on the item's bench, which is covered there as ever. */
import type { ItemId } from "../../core/item/item.ts";
import { secondsWords } from "../parts/ground-seconds.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

interface ItemMomentProps {
  readonly item: ItemId;
  readonly fromS: number;
  readonly toS?: number | undefined;
}

export function ItemMoment({ item, fromS, toS }: ItemMomentProps) {
  return (
    <Link className="mono" to={`/items/${item}?sec=${Math.max(0, fromS).toFixed(6)}`}>
      {stretchWords({ fromS, toS: toS ?? fromS })}
    </Link>
  );
}

export function stretchWords({ fromS, toS }: { readonly fromS: number; readonly toS: number }): string {
  return fromS === toS ? secondsWords(fromS) : t("ground.stretch", { from: secondsWords(fromS), to: secondsWords(toS) });
}
