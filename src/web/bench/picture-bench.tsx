/** Bench of a picture: shown clear after a reveal, with zoom, shift, view-only adjustments and boxes. */
import { useCallback, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { useKeys } from "../keys/use-keys.ts";
import { useShield } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { viewKeys } from "./bench-keys.ts";
import { CoverCard } from "./cover-card.tsx";
import { toggleFullScreen } from "./full-screen.ts";
import { boxesAt } from "./shown-boxes.ts";
import { Stage } from "./stage.tsx";
import type { Drawing } from "./use-drawing.ts";
import { useViewKeys } from "./use-view-keys.ts";
import { ViewControls } from "./view-controls.tsx";
import { useViewInAddress } from "./view-in-address.ts";

export function PictureBench({ detail, draw }: { detail: ItemDetail; draw: Drawing }) {
  const { row } = detail;
  const shield = useShield();
  const revealed = shield.isRevealed(row.id);
  const [view, setView] = useViewInAddress();
  const [size, setSize] = useState(row.dimensions === "unknown" ? { width: 4, height: 3 } : row.dimensions);
  const [failed, setFailed] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const fullScreen = useCallback(() => toggleFullScreen(whole.current), []);
  useKeys(viewKeys, useViewKeys(row.id, setView, draw, fullScreen));
  return (
    <div className="media-bench" ref={whole}>
      <div className="stage">
        <Shielded
          item={row.id}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number: String(row.number) })}
          clear={({ grey }) =>
            detail.media.picture ? (
              <Stage
                picture={size}
                view={view}
                onView={setView}
                grey={grey}
                boxes={boxesAt(detail.observations, null, draw.draft)}
                drawing={draw.drawing}
                onBox={draw.onBox}
              >
                <img
                  className="stage-canvas"
                  src={mediaUrls.clearPicture(row.id)}
                  alt={t("bench.picture", { number: String(row.number) })}
                  draggable={false}
                  onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })}
                  onError={() => setFailed(true)}
                />
              </Stage>
            ) : (
              <p className="stage-sound">{row.failure ?? t("bench.nothing.waiting")}</p>
            )
          }
        />
        {revealed || shield.blanked ? null : <CoverCard detail={detail} />}
        {failed ? (
          <p className="stage-notice notice is-error" role="alert">
            {t("bench.picture.failed")}
          </p>
        ) : null}
      </div>
      <div className="control-bar">
        <ViewControls view={view} onView={setView} onFullScreen={fullScreen} />
      </div>
    </div>
  );
}
