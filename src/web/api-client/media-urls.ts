/**
 * Addresses of pictures and media. What stands under `clear` shows people as they are: those two may only be put
 * into the page by `Shielded` (or a player that itself mounts under a reveal), never by a list.
 */
import type { ItemId } from "../../core/item/item.ts";

export const mediaUrls = {
  /** Blurred in the file. */
  poster: (id: ItemId) => `/api/items/${id}/poster`,
  /** Sprite, blurred in the file. */
  filmstrip: (id: ItemId) => `/api/items/${id}/filmstrip.jpg`,
  clearMedia: (id: ItemId) => `/api/items/${id}/clear/media`,
  clearPicture: (id: ItemId) => `/api/items/${id}/clear/picture`,
} as const;
