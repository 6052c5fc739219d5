/** Media under the shield. `clear` is a function, called only while the item is revealed: before that the page holds no address of clear bytes. */
import "./shield.css";
import type { ReactNode } from "react";
import type { ItemId } from "../../core/item/item.ts";
import type { ItemKind } from "../../api/items.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { KindIcon } from "../parts/kind-icon.tsx";
import { t } from "../words/t.ts";
import { useShield } from "./shield.tsx";

export interface ShieldedProps {
  readonly item: ItemId;
  readonly kind: ItemKind;
  readonly poster: "ready" | "waiting" | "none" | "failed";
  /** Absent where nothing is ever revealed (lists). */
  readonly clear?: (shield: { readonly grey: boolean; readonly mute: boolean }) => ReactNode;
  /** What the poster shows, in words; empty when the text beside it says so. */
  readonly label?: string;
}

export function Shielded({ item, kind, poster, clear, label = "" }: ShieldedProps) {
  const shield = useShield();
  if (clear !== undefined && shield.isRevealed(item))
    return (
      <div className={shield.grey ? "shielded is-grey" : "shielded"} data-revealed="true" data-item={item} data-kind={kind}>
        {clear({ grey: shield.grey, mute: shield.mute })}
      </div>
    );
  return (
    <div className="shielded is-grey is-covered">
      {poster === "ready" && !shield.blanked ? (
        <img className="shielded-poster" src={mediaUrls.poster(item)} alt={label} draggable={false} decoding="async" />
      ) : (
        <span className="shielded-empty">
          <KindIcon kind={kind} />
          {poster === "waiting" || poster === "failed" ? (
            <span className="visually-hidden">{t(poster === "waiting" ? "shield.poster-waiting" : "shield.poster-failed")}</span>
          ) : null}
        </span>
      )}
    </div>
  );
}
