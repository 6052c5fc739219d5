/** What a recording holds, as a sheet of small stills that are blurred in the file and grey: enough to rank a clip, not to watch it. */
import "../wellbeing/wellbeing.css";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { formatDuration } from "../parts/format.ts";
import { t } from "../words/t.ts";
import { FilmstripTile, useFilmstrip } from "./filmstrip-tile.tsx";

const most = 24;

export function ContactSheet({ item, width = 96 }: { item: ItemId; width?: number }) {
  const [open, setOpen] = useState(false);
  const { data, error } = useFilmstrip(item, open);
  const step = Math.max(1, Math.ceil((data?.tiles.length ?? 0) / most));
  return (
    <details className="contact-sheet-of" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("shield.contact-sheet")}</summary>
      {error === null ? null : <p className="quiet small">{t("shield.contact-sheet-none")}</p>}
      {data === undefined ? null : (
        <ol className="contact-sheet">
          {data.tiles.flatMap(({ timeSec }, tile) =>
            tile % step === 0
              ? [
                  <li key={tile}>
                    <FilmstripTile item={item} strip={data} tile={tile} width={width} />
                    <span className="quiet">{formatDuration(timeSec)}</span>
                  </li>,
                ]
              : [],
          )}
        </ol>
      )}
    </details>
  );
}
