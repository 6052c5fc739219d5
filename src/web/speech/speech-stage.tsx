/**
 * The picture, small and under the shield, and the element that sounds. Neither is there before the item is uncovered. Whoever only
 * needs to hear keeps the picture away: then nothing but sound is asked to play.
 */
import { useEffect, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { TierAnswer } from "../../api/tiers.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { CoverCard } from "../bench/cover-card.tsx";
import type { FrameTimes } from "../bench/frame-times.ts";
import { mappingOfOriginal, mappingOfProxy } from "../bench/player-frames.ts";
import { useShield } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { SignBoxes } from "./sign-boxes.tsx";
import { useSounding } from "../wellbeing/sounding.ts";
import type { SpeechPlayer, SpeechState } from "./speech-player.ts";

const isHeard = ({ playing, muted, attached }: SpeechState): boolean => attached && playing !== null && !muted;

interface SpeechStageProps {
  readonly detail: ItemDetail;
  readonly player: SpeechPlayer | null;
  readonly times: FrameTimes | null;
  /** Of words that are seen: where they stand is drawn over the picture. */
  readonly signs: TierAnswer | undefined;
}

const pictureKept = "witnessmark.speech.picture";

export function SpeechStage({ detail, player, times, signs }: SpeechStageProps) {
  const shield = useShield();
  const { row, media } = detail;
  const [picture, setPicture] = useState(() => window.localStorage.getItem(pictureKept) !== "away");
  const stage = useRef<HTMLDivElement>(null);
  const playable = media.play === "original" || media.play === "proxy";
  const revealed = shield.isRevealed(row.id);
  useEffect(() => player?.setMuted(shield.mute), [player, shield.mute]);
  useSounding(player, isHeard);
  const withPicture = row.kind === "video" && picture;
  return (
    <section className="speech-stage" aria-label={t("speech.stage")}>
      <div className="stage" ref={stage}>
        <Shielded
          item={row.id}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number: String(row.number) })}
          clear={() => (
            <>
              {playable && player !== null ? (
                <Sounding key={String(withPicture)} player={player} detail={detail} times={times} withPicture={withPicture} />
              ) : null}
              {withPicture && player !== null && signs !== undefined ? (
                <SignBoxes answer={signs} detail={detail} player={player} within={stage} />
              ) : null}
              {withPicture ? null : <p className="stage-sound">{t(shield.mute ? "speech.muted" : "speech.sound-only")}</p>}
            </>
          )}
        />
        {revealed || shield.blanked ? null : <CoverCard detail={detail} reveals={playable} />}
      </div>
      {row.kind === "video" ? (
        <label className="speech-check small">
          <input
            type="checkbox"
            checked={!picture}
            onChange={(event) => {
              setPicture(!event.target.checked);
              window.localStorage.setItem(pictureKept, event.target.checked ? "away" : "shown");
            }}
          />
          {t("speech.picture-away")}
        </label>
      ) : null}
      <StageWords detail={detail} revealed={revealed} />
    </section>
  );
}

/** What stands in the way of hearing, in words. */
function StageWords({ detail, revealed }: { detail: ItemDetail; revealed: boolean }) {
  const { mute } = useShield();
  const { play } = detail.media;
  if (play === "waiting") return <p className="small tone-narrower">{t("bench.play.waiting")}</p>;
  if (play === "failed" || play === "none") return <p className="small tone-narrower">{t("speech.cannot-play")}</p>;
  if (!revealed) return <p className="small quiet">{t("speech.covered")}</p>;
  return mute ? <p className="small tone-narrower">{t("speech.muted-how")}</p> : null;
}

interface SoundingProps {
  readonly player: SpeechPlayer;
  readonly detail: ItemDetail;
  readonly times: FrameTimes | null;
  readonly withPicture: boolean;
}

function Sounding({ player, detail, times, withPicture }: SoundingProps) {
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  const byProxy = detail.media.play === "proxy" && detail.row.kind === "video";
  useEffect(() => {
    if (element === null || (byProxy && times === null)) return undefined;
    const mapping = byProxy && times !== null ? mappingOfProxy(times) : mappingOfOriginal(player.clock.clock);
    player.attach(element, mapping);
    const onError = (): void => player.fail(element.error?.message ?? t("speech.cannot-play"));
    element.addEventListener("error", onError);
    return () => {
      element.removeEventListener("error", onError);
      player.detach();
      element.pause();
      element.removeAttribute("src");
      element.load();
    };
  }, [element, player, byProxy, times]);
  const source = mediaUrls.clearMedia(detail.row.id);
  if (withPicture)
    return (
      <video
        ref={setElement}
        className="speech-picture"
        src={source}
        preload="auto"
        playsInline
        muted
        tabIndex={-1}
        aria-label={t("speech.picture")}
      />
    );
  return <audio ref={setElement} src={source} preload="auto" muted />;
}
