/** What the two share, stretch by stretch, picture and sound apart, each with what was done and how sure it is. The chosen one leads the players. */
import type { PairComparison, PictureSegment, SoundSegment } from "../../core/copies/segment-match.ts";
import { formatNumber, t } from "../words/t.ts";
import { editPhrases, scoreWords } from "./edit-words.ts";
import { spanWords, shortSecond } from "./second-words.ts";
import { segmentName, type SharedSegment } from "./segment-map.ts";

interface SegmentListProps {
  readonly comparison: PairComparison;
  readonly segments: readonly SharedSegment[];
  readonly chosen: SharedSegment | null;
  readonly onChoose: (segment: SharedSegment) => void;
}

export function SegmentList({ comparison, segments, chosen, onChoose }: SegmentListProps) {
  return (
    <>
      {(["picture", "sound"] as const).map((channel) => (
        <section key={channel} className="pair-part" aria-label={t(`copies.channel.${channel}`)}>
          <h3>
            <span className={`channel-mark is-${channel}`} aria-hidden="true" />
            {t(`copies.channel.${channel}`)}
          </h3>
          <WhyNone channel={comparison[channel]} />
          <ol className="segment-list">
            {segments
              .filter((segment) => segment.channel === channel)
              .map((segment) => (
                <li key={segmentName(segment)}>
                  <button
                    type="button"
                    className="segment"
                    aria-current={segment === chosen ? "true" : undefined}
                    onClick={() => onChoose(segment)}
                  >
                    <span className="segment-spans">
                      <span>
                        <b>A</b> {spanWords(segment.match.a)}
                      </span>
                      <span>
                        <b>B</b> {spanWords(segment.match.b)}
                      </span>
                      {segment.match.speed === 1 ? null : (
                        <span>{t("copies.speed", { speed: formatNumber(Number(segment.match.speed.toFixed(3))) })}</span>
                      )}
                    </span>
                    {segment.channel === "picture" ? <PictureFacts match={segment.match} /> : <SoundFacts match={segment.match} />}
                    <span className="quiet small">
                      {scoreWords(segment.match.score)} {t("copies.bounds", { sec: segment.match.boundsErrorSec.toFixed(2) })}
                    </span>
                  </button>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function WhyNone({ channel }: { channel: PairComparison["picture"] | PairComparison["sound"] }) {
  if (channel.state === "absent") return <p className="quiet">{t(`copies.absent.${channel.of}`)}</p>;
  if (channel.state === "unfit") return <p className="quiet">{t(`copies.unfit.${channel.of}`, { why: channel.why })}</p>;
  return channel.segments.length === 0 ? <p className="quiet">{t("copies.none-shared")}</p> : null;
}

function PictureFacts({ match }: { match: PictureSegment }) {
  const phrases = editPhrases(match);
  const unknown = match.partOfA === "unknown" || match.partOfB === "unknown" || match.covered === "unknown";
  return (
    <>
      <span className="segment-edits">{phrases.length === 0 ? t("copies.edit-none") : phrases.join(", ")}</span>
      {unknown ? <span className="quiet small">{t("copies.part-unknown")}</span> : null}
      <span className="quiet small">{t("copies.basis-frames", { agreeing: match.basis.agreeing, frames: match.basis.frames })}</span>
    </>
  );
}

function SoundFacts({ match }: { match: SoundSegment }) {
  return (
    <>
      <span className="segment-edits">
        {t(`copies.sound-${match.sameRecording}`)}
        {Math.abs(match.pitch - 1) < 0.005 ? null : `, ${t("copies.sound-pitch", { pitch: match.pitch.toFixed(2) })}`}
      </span>
      {match.alsoFits.length === 0 ? null : (
        <span className="quiet small">{t("copies.sound-also-fits", { spans: match.alsoFits.map(spanWords).join(", ") })}</span>
      )}
      <span className="quiet small">{t("copies.basis-landmarks", { landmarks: match.basis.landmarks })}</span>
    </>
  );
}

/** "18.0 s of A are not in B", with the stretches to go to. */
export function NotInOther({
  letter,
  other,
  spans,
  total,
  onGo,
}: {
  letter: string;
  other: string;
  spans: readonly { readonly fromSec: number; readonly toSec: number }[];
  total: number;
  onGo: (sec: number) => void;
}) {
  if (spans.length === 0) return <p>{t("copies.all-in-other", { letter, other })}</p>;
  return (
    <div className="not-in-other">
      <p>
        <b>{t("copies.not-in-other", { sec: shortSecond(total), letter, other })}</b>
      </p>
      <ul className="span-list">
        {spans.map((span) => (
          <li key={span.fromSec}>
            <button type="button" className="button is-small" onClick={() => onGo(span.fromSec)}>
              {letter} {spanWords(span)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
