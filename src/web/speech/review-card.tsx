/** The segment that a second person reads now: its words large, what it is written from beside it, who wrote it, who read it before. */
import type { TierAnswer } from "../../api/tiers.ts";
import { t } from "../words/t.ts";
import type { ReviewItem } from "./review-queue.ts";
import { SegmentFacts } from "./segment-facts.tsx";
import { clockOfMs, languageName, suspectWords } from "./segment-words.ts";
import { QuoteWords, StandingMark } from "./tier-state.tsx";
import { segmentsOf } from "./tier-segments.ts";
import { TierWords } from "./tier-words.tsx";

interface ReviewCardProps {
  readonly answer: TierAnswer;
  readonly source: TierAnswer | undefined;
  readonly item: ReviewItem;
  readonly place: string;
  readonly agreed: boolean;
  readonly known: boolean;
  readonly may: boolean;
  readonly note: string | undefined;
  readonly sending: boolean;
  readonly onNote: (note: string | undefined) => void;
  readonly onPlay: () => void;
  readonly onAgree: () => void;
  readonly onSkip: () => void;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

export function ReviewCard(props: ReviewCardProps) {
  const { answer, source, item, may, note } = props;
  const { segment, state } = item;
  const from = segmentsOf(source)?.find(({ id }) => id === segment.of);
  return (
    <article className="review-card" data-segment={segment.id} aria-label={props.place}>
      <header className="review-card-head">
        <b>{props.place}</b>
        <span className="mono">
          {clockOfMs(segment.startMs)} – {clockOfMs(segment.endMs)}
        </span>
        {segment.speaker === null ? null : <b>{segment.speaker}</b>}
        {segment.overlap ? <span className="sign is-attention">{t("speech.overlap")}</span> : null}
        <StandingMark standing={state.standing} />
        {props.agreed ? <span className="sign">{t("speech.agreed-sign")}</span> : null}
        <QuoteWords obstacle={state.obstacle} />
      </header>
      {source === undefined ? null : (
        <div className="review-source">
          <h3 className="small quiet">{languageName(source.tier.language)}</h3>
          {from === undefined ? (
            <p className="quiet">{t("speech.source-gone")}</p>
          ) : (
            <TierWords segment={from} language={source.tier.language} />
          )}
        </div>
      )}
      <div className="review-words">
        <h3 className="small quiet">{languageName(segment.language ?? answer.tier.language)}</h3>
        <TierWords segment={segment} language={answer.tier.language} />
        {segment.machine === null ? null : <p className="row-machine small">{suspectWords(segment.machine)}</p>}
      </div>
      <SegmentFacts answer={answer} state={state} />
      <div className="button-row review-acts">
        <button type="button" className="button" onClick={props.onPlay}>
          {t("speech.review-play")} <kbd>P</kbd>
        </button>
        <button type="button" className="button is-main" disabled={!may} onClick={props.onAgree}>
          {t(props.known ? "speech.agree" : "speech.agree-unheard")} <kbd>A</kbd>
        </button>
        <button type="button" className="button" disabled={!may} aria-expanded={note !== undefined} onClick={() => props.onNote("")}>
          {t("speech.disagree")} <kbd>D</kbd>
        </button>
        <button type="button" className="button" onClick={props.onSkip}>
          {t("speech.skip")} <kbd>N</kbd>
        </button>
        <button type="button" className="button" onClick={props.onBack}>
          {t("speech.review-back")} <kbd>V</kbd>
        </button>
      </div>
      {note === undefined ? null : (
        <div className="review-note">
          <label className="label">
            <span>{t("speech.disagree-note")}</span>
            <textarea
              className="field"
              autoFocus
              dir="auto"
              value={note}
              maxLength={5000}
              onChange={(event) => props.onNote(event.target.value)}
            />
          </label>
          <span className="button-row">
            <button type="button" className="button is-main" disabled={note.trim() === "" || props.sending} onClick={props.onSend}>
              {t("speech.disagree-record")}
            </button>
            <button type="button" className="button" onClick={() => props.onNote(undefined)}>
              {t("speech.cancel")}
            </button>
          </span>
        </div>
      )}
    </article>
  );
}
