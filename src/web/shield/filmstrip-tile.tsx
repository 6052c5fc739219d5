/** One tile of an item's filmstrip, blurred in the file and always grey. It never comes with the clear picture, and nothing in it moves. */
import { useQuery } from "@tanstack/react-query";
import type { Filmstrip } from "../../api/items.ts";
import { Filmstrip as FilmstripSchema } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "../api-client/ask.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useShield } from "./shield.tsx";

export function useFilmstrip(item: ItemId, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.derived(item), "filmstrip"],
    queryFn: ({ signal }) => ask(FilmstripSchema, `/api/items/${item}/filmstrip`, { signal }),
    enabled,
  });
}

/** The tile that is shown at a time: the last that begins by then. */
export function tileAt({ tiles }: Filmstrip, sec: number): number {
  return Math.max(
    0,
    tiles.findLastIndex(({ timeSec }) => timeSec <= sec + 1e-6),
  );
}

export function FilmstripTile({ item, strip, tile, width }: { item: ItemId; strip: Filmstrip; tile: number; width: number }) {
  const shield = useShield();
  const scale = width / strip.tileWidth;
  const column = tile % strip.columns;
  const row = Math.floor(tile / strip.columns);
  if (shield.blanked) return null;
  return (
    <span
      className="filmstrip-tile"
      aria-hidden="true"
      style={{
        width,
        height: Math.round(strip.tileHeight * scale),
        backgroundImage: `url("${mediaUrls.filmstrip(item)}")`,
        backgroundSize: `${strip.columns * strip.tileWidth * scale}px auto`,
        backgroundPosition: `${-column * width}px ${-row * strip.tileHeight * scale}px`,
      }}
    />
  );
}
