/** What stands for an item in a list of words: a blurred, grey still of the moment that is meant. Looking at it clear is done on its own bench. */
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { FilmstripTile, tileAt, useFilmstrip } from "../shield/filmstrip-tile.tsx";
import { useShield } from "../shield/shield.tsx";

const width = 72;

export function RecordStill({ item, atS }: { item: ItemId; atS: number | null }) {
  const shield = useShield();
  const strip = useFilmstrip(item, atS !== null).data;
  const [without, setWithout] = useState<ItemId>();
  // A text has no picture: then the words stand alone.
  if (shield.blanked || without === item) return null;
  if (strip !== undefined && atS !== null && strip.tiles.length > 0)
    return <FilmstripTile item={item} strip={strip} tile={tileAt(strip, atS)} width={width} />;
  return (
    <span className="shielded is-grey is-covered record-still">
      <img
        className="shielded-poster"
        src={mediaUrls.poster(item)}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setWithout(item)}
      />
    </span>
  );
}
