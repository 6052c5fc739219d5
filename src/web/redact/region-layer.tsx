/** Where a program saw something on the frame that is shown and no mark covers it: dashed, and nothing to take hold of. */
import type { ItemId } from "../../core/item/item.ts";
import { boxAt } from "../../core/redaction/box-at.ts";
import { useRegions } from "../api-client/redaction-api.ts";
import { t } from "../words/t.ts";
import { markOfRegion } from "./region-mark.ts";

export function RegionLayer({ item, atS }: { readonly item: ItemId; readonly atS: number | null }) {
  const found = useRegions(item).data;
  if (found === undefined || atS === null) return null;
  const boxes = found.unmarked.flatMap((stretch) => {
    const { sort } = markOfRegion(stretch);
    const box = sort.what === "box" ? boxAt({ ...sort, fromS: stretch.fromS, toS: stretch.toS }, { startS: atS, endS: atS }) : undefined;
    return box === undefined ? [] : [{ stretch, box }];
  });
  return (
    <div className="region-layer" role="group" aria-label={t("regions.layer")}>
      {boxes.map(({ stretch, box }) => (
        <div
          key={`${stretch.run}-${stretch.regions[0]?.place}`}
          className="region-box"
          style={{ left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.w * 100}%`, height: `${box.h * 100}%` }}
        >
          <span className={box.y + box.h > 0.92 ? "region-box-label is-inside" : "region-box-label"}>
            {t(`regions.class.${stretch.class}`)}?
          </span>
        </div>
      ))}
    </div>
  );
}
