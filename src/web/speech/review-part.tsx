/**
 * A second person reads a tier against the recording: each segment is played, then agreed to or not. What was agreed to is gathered
 * and recorded by one deliberate act; a disagreement goes with its note at once. Nobody reviews their own words, nor a program's.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState, useSyncExternalStore } from "react";
import type { TierAnswer } from "../../api/tiers.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { setQuery } from "../router/router.ts";
import { t } from "../words/t.ts";
import { wasHeard } from "./heard-stretches.ts";
import { ReviewCard } from "./review-card.tsx";
import { isOpen, keepAgreed, nextOpen, readAgreed, reviewItems } from "./review-queue.ts";
import { reviewKeys } from "./speech-keys.ts";
import type { SpeechPlayer } from "./speech-player.ts";
import { tellPlayed } from "./use-play-keys.ts";
import { tell } from "./told.tsx";

interface ReviewPartProps {
  readonly answer: TierAnswer;
  readonly source: TierAnswer | undefined;
  readonly player: SpeechPlayer | null;
  readonly keptAt: string;
  readonly start: number | undefined;
  readonly readOnly: boolean;
}

export function ReviewPart({ answer, source, player, keptAt, start, readOnly }: ReviewPartProps) {
  const items = useMemo(() => reviewItems(answer), [answer]);
  const beside = source?.tier.version ?? null;
  const [agreed, setAgreed] = useState(() => readAgreed(keptAt, answer.version, beside));
  const [at, setAt] = useState(() => {
    const named = items.findIndex(({ segment }) => segment.id === start);
    return named === -1 ? (nextOpen(items, -1, agreed) ?? 0) : named;
  });
  const [note, setNote] = useState<string>();
  const client = useQueryClient();
  const heard = useSyncExternalStore(player?.subscribe ?? never, () => player?.state().heard ?? nothing);
  const item = items[at];
  const open = items.filter((one) => isOpen(one, agreed)).length;
  const keep = (next: ReadonlySet<number>): void => {
    setAgreed(next);
    keepAgreed(keptAt, answer.version, beside, next);
  };
  const review = useMutation({
    mutationFn: (asked: { readonly segments: readonly number[]; readonly verdict: "agrees" | "disagrees"; readonly note: string }) =>
      tierApi.review(answer.tier.id, { ...asked, segments: [...asked.segments], version: answer.version, beside }),
    onSuccess: async (_, asked) => {
      const left = new Set([...agreed].filter((id) => !asked.segments.includes(id)));
      keep(left);
      setNote(undefined);
      tell(t("speech.told.recorded", { count: asked.segments.length }));
      await client.invalidateQueries({ queryKey: queryKeys.records });
    },
  });

  const play = (index = at): void => {
    const segment = items[index]?.segment;
    if (segment === undefined || player === null) return;
    player.setLoop(false);
    void player.play({ fromMs: segment.startMs, toMs: segment.endMs }).then(tellPlayed);
  };
  const go = (index: number | undefined): void => {
    if (index === undefined) return tell(t("speech.told.all-read"));
    setAt(index);
    setNote(undefined);
    const segment = items[index]?.segment;
    if (segment !== undefined) setQuery({ segment: String(segment.id) });
    play(index);
    return undefined;
  };
  const known = item !== undefined && (answer.tier.sort === "on-screen" || wasHeard(heard, item.segment));
  const may = item !== undefined && item.state.review === null && !readOnly;
  const agree = (): void => {
    if (item === undefined || !may) return tell(t(item?.state.review === "wrote" ? "speech.rule.wrote" : "speech.told.not-to-review"));
    if (!known) {
      tell(t("speech.told.listen-to-agree"));
      return play();
    }
    const next = new Set(agreed).add(item.segment.id);
    keep(next);
    return go(nextOpen(items, at, next));
  };
  const record = (): void => {
    if (note !== undefined) {
      if (item !== undefined && note.trim() !== "") review.mutate({ segments: [item.segment.id], verdict: "disagrees", note: note.trim() });
    } else if (agreed.size > 0) review.mutate({ segments: [...agreed].toSorted((a, b) => a - b), verdict: "agrees", note: "" });
  };
  useKeys(reviewKeys, {
    play: () => play(),
    agree,
    disagree: () => may && setNote(""),
    skip: () => go(Math.min(items.length - 1, at + 1)),
    back: () => go(Math.max(0, at - 1)),
    record,
  });

  return (
    <section className="speech-review" aria-label={t("speech.part.review")}>
      <ReviewRule answer={answer} open={open} agreed={agreed.size} />
      {review.error === null ? null : <ErrorNotice error={review.error} />}
      {item === undefined ? (
        <p className="quiet">{t("speech.no-segments")}</p>
      ) : (
        <ReviewCard
          answer={answer}
          source={source}
          item={item}
          place={t("speech.review-place", { at: at + 1, count: items.length })}
          agreed={agreed.has(item.segment.id)}
          known={known}
          may={may}
          note={note}
          onNote={setNote}
          onPlay={() => play()}
          onAgree={agree}
          onSkip={() => go(Math.min(items.length - 1, at + 1))}
          onBack={() => go(Math.max(0, at - 1))}
          onSend={record}
          sending={review.isPending}
        />
      )}
      <div className="review-foot">
        <span role="status">{agreed.size === 0 ? t("speech.agreed-none") : t("speech.agreed", { count: agreed.size })}</span>
        <button type="button" className="button is-main" disabled={agreed.size === 0 || review.isPending || readOnly} onClick={record}>
          {t("speech.record", { count: agreed.size })}
        </button>
      </div>
    </section>
  );
}

/** What this person may read here, and the rule where they may not. */
function ReviewRule({ answer, open, agreed }: { answer: TierAnswer; open: number; agreed: number }) {
  const wrote = answer.states.filter(({ review }) => review === "wrote").length;
  const machine = answer.states.filter(({ review }) => review === "machine").length;
  const translation = answer.tier.sort === "translation";
  return (
    <div className="review-rules">
      {wrote === 0 ? null : (
        <p className="notice is-attention">
          <span>
            <b>{t(translation ? "speech.rule.translated" : "speech.rule.wrote")}</b> {t("speech.rule.wrote-count", { count: wrote })}
          </span>
        </p>
      )}
      {machine === 0 ? null : (
        <p className="notice">
          <span>
            <b>{t("speech.rule.machine")}</b> {t("speech.rule.machine-count", { count: machine })}
          </span>
        </p>
      )}
      <p className="small" role="status">
        {open > 0 ? t("speech.open", { count: open }) : agreed > 0 ? t("speech.open-none-recorded") : t("speech.open-none")}
      </p>
    </div>
  );
}

const nothing: readonly never[] = [];
const never = () => () => undefined;
