/** What is said and written in the item, beside its picture: the tiers, how each stands, and the segments at the present time. */
import "./transcript.css";
import "../speech/draft-mark.css";
import { useMemo, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { useTier, useTiers } from "../api-client/tier-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { frameOfItem, frameStep, type ItemClock, itemClockOf, itemOfFrame } from "../speech/item-time.ts";
import { clockOfMs, languageName, sortName } from "../speech/segment-words.ts";
import { speechPath } from "../speech/speech-address.ts";
import { segmentsOf } from "../speech/tier-segments.ts";
import { StandingMark, TierStageMark } from "../speech/tier-state.tsx";
import { TierWords } from "../speech/tier-words.tsx";
import { t } from "../words/t.ts";
import type { TierRow } from "../../api/tiers.ts";
import type { FramePlayer } from "./frame-player.ts";

interface TranscriptTabProps {
  readonly detail: ItemDetail;
  readonly player: FramePlayer | null;
}

export function TranscriptTab({ detail, player }: TranscriptTabProps) {
  const { id } = detail.row;
  const asked = useTiers(id);
  const standing = (asked.data?.tiers ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const [name, setName] = useState<string>();
  const chosen = standing.find((row) => row.id === name) ?? standing.find(({ sort }) => sort === "verbatim") ?? standing[0];
  if (asked.error !== null) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <p className="quiet">{t("speech.waiting")}</p>;
  return (
    <div className="panel-stack transcript">
      {standing.length === 0 ? <p className="quiet">{t("speech.no-tiers")}</p> : null}
      <ul className="transcript-tiers">
        {standing.map((row) => (
          <li key={row.id}>
            <button type="button" className="button is-small" aria-pressed={row === chosen} onClick={() => setName(row.id)}>
              {row.id} · {sortName(row.sort)}, {languageName(row.language)}
            </button>{" "}
            <TierStageMark row={row} />
          </li>
        ))}
      </ul>
      {chosen === undefined ? null : <Segments row={chosen} player={player} kind={detail.row.kind === "sound" ? "sound" : "video"} />}
      <p>
        <Link to={speechPath(id, chosen === undefined ? {} : { tier: chosen.id })}>{t("speech.to-editor")}</Link>
      </p>
    </div>
  );
}

/** More than these before and after the present time are looked at in the editor. */
const around = 20;

interface SegmentsProps {
  readonly row: TierRow;
  readonly player: FramePlayer | null;
  readonly kind: "video" | "sound";
}

/** The frame that begins with the segment or within it: a segment may begin between two. */
function firstFrameAt(clock: ItemClock, ms: number): number {
  const frame = frameOfItem(clock, ms);
  return Math.round((itemOfFrame(clock, frame) ?? 0) * 1000) < ms ? frameOfItem(clock, frameStep(clock, ms, 1)) : frame;
}

function Segments({ row, player, kind }: SegmentsProps) {
  const answer = useTier(row.id);
  const clock = useMemo(() => (player === null ? undefined : itemClockOf(player.clock, kind)), [player, kind]);
  const atMs = useAtMs(player, clock);
  if (answer.error !== null) return <ErrorNotice error={answer.error} />;
  if (answer.data === undefined) return <p className="quiet">{t("speech.waiting")}</p>;
  const segments = segmentsOf(answer.data);
  if (segments === undefined) return <p className="quiet">{t("speech.withheld")}</p>;
  const near = Math.max(
    0,
    segments.findLastIndex(({ startMs }) => startMs <= atMs),
  );
  const from = Math.max(0, near - around);
  const states = new Map(answer.data.states.map((state) => [state.id, state.standing]));
  return (
    <ol className="transcript-rows" aria-label={t("speech.rows")}>
      {segments.slice(from, near + around).map((segment) => {
        const present = segment.startMs <= atMs && atMs < segment.endMs;
        return (
          <li key={segment.id} className={present ? "is-present" : ""} aria-current={present ? "true" : undefined}>
            <button
              type="button"
              className="button is-bare is-small mono"
              disabled={player === null}
              aria-label={t("speech.jump", { at: clockOfMs(segment.startMs) })}
              onClick={() => clock !== undefined && player?.seek(firstFrameAt(clock, segment.startMs))}
            >
              {clockOfMs(segment.startMs)}
            </button>
            <span className="transcript-words">
              {segment.speaker === null ? null : <b>{segment.speaker} </b>}
              <TierWords segment={segment} language={row.language} />
            </span>
            <StandingMark standing={segment.machine === null ? (states.get(segment.id) ?? "written") : "machine"} />
          </li>
        );
      })}
    </ol>
  );
}

function useAtMs(player: FramePlayer | null, clock: ItemClock | undefined): number {
  const shown = useSyncExternalStore(player?.subscribe ?? never, () => player?.state().shown ?? null);
  const sec = clock === undefined || shown === null ? undefined : itemOfFrame(clock, shown);
  return sec === undefined ? Number.NEGATIVE_INFINITY : sec * 1000;
}

const never = () => () => undefined;
