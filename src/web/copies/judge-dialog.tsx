/** Accept, reject or note, of the pair or of the stretch that is chosen, always with a reason. It becomes an entry. */
import { useState } from "react";
import type { CopyPairDetail } from "../../api/copies.ts";
import type { MatchPart, MatchVerdict } from "../../core/copies/match-judgement.ts";
import { copiesApi } from "../api-client/copies-api.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { spanWords } from "./second-words.ts";
import type { SharedSegment } from "./segment-map.ts";

interface JudgeDialogProps {
  readonly pair: CopyPairDetail;
  readonly verdict: MatchVerdict;
  readonly segment: SharedSegment | null;
  readonly onClose: () => void;
  readonly onWritten: () => void;
}

export function JudgeDialog({ pair, verdict, segment, onClose, onWritten }: JudgeDialogProps) {
  const [of, setOf] = useState<"pair" | "segment">("pair");
  const [reason, setReason] = useState("");
  const { a, b, result } = pair;
  const part: MatchPart =
    of === "segment" && segment !== null
      ? { of: "segment", channel: segment.channel, a: segment.match.a, b: segment.match.b }
      : { of: "pair" };
  const writing = useWriting(
    () => copiesApi.judge({ a: a.item, b: b.item, result, part, verdict, reason: reason.trim() }),
    () => t(`copies.judged.${verdict}`, { a: a.item.slice(1), b: b.item.slice(1) }),
    onWritten,
  );
  return (
    <Dialog title={t(`copies.judge.${verdict}`, { a: a.item.slice(1), b: b.item.slice(1) })} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") writing.mutate(undefined);
        }}
      >
        <p className="quiet small">{t(`copies.judge-means.${verdict}`)}</p>
        {segment === null ? null : (
          <ChoiceField
            label={t("copies.judge-what")}
            options={[
              { value: "pair", label: t("copies.judge-pair") },
              {
                value: "segment",
                label: t("copies.judge-segment", { channel: t(`copies.channel.${segment.channel}`), span: spanWords(segment.match.a) }),
              },
            ]}
            value={of}
            mayLeave={false}
            onChange={(value) => setOf(value ?? "pair")}
          />
        )}
        <label className="label">
          <span>{t("copies.judge-reason")}</span>
          <textarea
            dir="auto"
            className="field"
            data-autofocus
            value={reason}
            maxLength={5000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={reason.trim() === "" || writing.isPending}>
          {t(`copies.verdict-do.${verdict}`)}
        </button>
      </form>
    </Dialog>
  );
}
