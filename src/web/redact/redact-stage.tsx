/** The picture under the shield with boxes over it, its transport and its timeline with a lane for each mark. */
import { useMemo, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { RedactionAnswer } from "../../api/redactions.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { CoverCard } from "../bench/cover-card.tsx";
import type { FramePlayer } from "../bench/frame-player.ts";
import type { FrameTimes } from "../bench/frame-times.ts";
import { gapOf, MarkLanes, shiftOf } from "../bench/redaction-lane.tsx";
import { GoToField, Readout } from "../bench/readout.tsx";
import { shownSize } from "../bench/shown-size.ts";
import { Stage } from "../bench/stage.tsx";
import { Timeline } from "../bench/timeline.tsx";
import { Transport } from "../bench/transport.tsx";
import { useMedia } from "../bench/use-media.ts";
import { usePlayerKeys } from "../bench/use-player-keys.ts";
import { PLAIN_VIEW } from "../bench/view-recipe.ts";
import { useKeys } from "../keys/use-keys.ts";
import { Shielded } from "../shield/shielded.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { MarkLayer } from "./mark-layer.tsx";
import { redactPlayKeys } from "./redact-keys.ts";
import { RegionLayer } from "./region-layer.tsx";
import { useCoveredSound } from "./use-covered-sound.ts";
import { type Layer, nameOf } from "./use-layer.ts";

interface RedactStageProps {
  readonly detail: ItemDetail;
  readonly answer: RedactionAnswer;
  readonly layer: Layer;
  readonly drawing: boolean;
  readonly onDrawn: () => void;
  readonly filled: boolean;
  /** To be looked at alone. */
  readonly narrow: boolean;
}

interface StageWithPlayerProps extends RedactStageProps {
  readonly player: FramePlayer;
  readonly times: FrameTimes | null;
}

export function RecordingStage(props: StageWithPlayerProps) {
  const { detail, player, times, answer, layer } = props;
  const shield = useShield();
  const { row, media, probe } = detail;
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [goTo, setGoTo] = useState(0);
  const revealed = shield.isRevealed(row.id);
  const state = useMedia(player, detail, times, canvas, revealed, false);
  const { marker: _marker, ...handlers } = usePlayerKeys(player, { goTo: () => setGoTo((count) => count + 1), marker: () => undefined });
  useKeys(redactPlayKeys, handlers);
  const hasSound = probe?.streams.some((stream) => stream.type === "audio") ?? false;
  const shiftS = shiftOf(player.clock, row.kind);
  const silent = useCoveredSound(player, { draft: layer.draft, preview: props.filled, mute: shield.mute, shiftS });
  const lanes = layer.draft.marks.map((one) => ({ key: one.key, label: nameOf(one), mark: one.mark, gap: gapOf(one.mark, answer.shots) }));
  return (
    <div className="media-bench redact-bench">
      <Covered {...props} reveals={media.play !== "failed" && media.play !== "none"}>
        {(grey) =>
          row.kind === "video" ? (
            <Boxed {...props} grey={grey}>
              <canvas ref={setCanvas} className="stage-canvas" data-testid="stage-canvas" role="img" aria-label={t("bench.canvas")} />
            </Boxed>
          ) : (
            <p className="stage-sound">{t(shield.mute ? "bench.sound.muted" : "bench.sound.revealed")}</p>
          )
        }
      </Covered>
      {state.stage === "failed" || media.play === "waiting" || media.play === "failed" ? (
        <p className="notice is-error" role="alert">
          {media.play === "waiting" ? t("bench.play.waiting") : t("bench.open-failed", { reason: state.reason ?? "" })}
        </p>
      ) : null}
      <div className="readout-bar">
        <Readout player={player} sound={row.kind === "sound"} />
        <GoToField player={player} clock={player.clock} focusAt={goTo} />
      </div>
      <div className="control-bar">
        <Transport player={player} sound={row.kind === "sound"} hasSound={hasSound} />
        {silent && hasSound ? <span className="sign tone-narrower">{t("redact.silent-here")}</span> : null}
      </div>
      <Timeline
        player={player}
        detail={detail}
        blanked={shield.blanked}
        onPin={() => undefined}
        lanes={(span) => <MarkLanes marks={lanes} span={span} shiftS={shiftS} chosen={layer.chosen?.key} onChoose={layer.choose} />}
      />
    </div>
  );
}

export function PictureStage(props: RedactStageProps) {
  const { detail } = props;
  return (
    <div className="media-bench redact-bench">
      <Covered {...props} reveals={detail.media.picture}>
        {(grey) => (
          <Boxed {...props} grey={grey}>
            <img
              className="stage-canvas"
              src={mediaUrls.clearPicture(detail.row.id)}
              alt={t("bench.picture", { number: String(detail.row.number) })}
              draggable={false}
            />
          </Boxed>
        )}
      </Covered>
    </div>
  );
}

function Covered({
  detail,
  reveals,
  children,
}: RedactStageProps & { readonly reveals: boolean; readonly children: (grey: boolean) => React.ReactNode }) {
  const shield = useShield();
  const { row } = detail;
  return (
    <div className={row.kind === "sound" ? "stage is-sound" : "stage"}>
      <Shielded
        item={row.id}
        kind={row.kind}
        poster={row.poster}
        label={t("bench.poster", { number: String(row.number) })}
        clear={({ grey }) => children(grey)}
      />
      {shield.isRevealed(row.id) || shield.blanked ? null : <CoverCard detail={detail} reveals={reveals} />}
    </div>
  );
}

function Boxed({
  detail,
  layer,
  drawing,
  onDrawn,
  filled,
  narrow,
  grey,
  children,
}: RedactStageProps & { grey: boolean; children: React.ReactNode }) {
  const [view, setView] = useState(PLAIN_VIEW);
  const size = useMemo(() => shownSize(detail), [detail]);
  return (
    <Stage
      picture={size}
      view={view}
      onView={setView}
      grey={grey}
      boxes={[]}
      drawing={drawing}
      onBox={({ x, y, width, height }) => {
        layer.addBox({ x: x / 1e6, y: y / 1e6, w: width / 1e6, h: height / 1e6 });
        onDrawn();
      }}
      overlay={
        <>
          <MarkLayer
            boxes={layer.boxes}
            chosen={layer.chosen?.key}
            filled={filled}
            inert={drawing}
            fixed={narrow}
            onChoose={layer.choose}
            onBox={layer.setBox}
          />
          <RegionLayer item={detail.row.id} atS={layer.atS} />
        </>
      }
    >
      {children}
    </Stage>
  );
}
