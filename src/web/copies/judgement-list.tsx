/** What people decided of a pair, newest first: withdrawn and re-opened ones too, each with its line in the ledger. */
import { useState } from "react";
import type { Judgement } from "../../api/copies.ts";
import { useCase } from "../api-client/case-queries.ts";
import { copiesApi } from "../api-client/copies-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { spanWords } from "./second-words.ts";

const tones: Readonly<Record<Judgement["verdict"], Tone>> = { accepted: "agree", rejected: "conflict", noted: "unknown" };

export function JudgementList({ judgements }: { judgements: readonly Judgement[] }) {
  const readOnly = useCase().data?.readOnly === true;
  const [withdrawing, setWithdrawing] = useState<Judgement>();
  if (judgements.length === 0) return <p className="quiet">{t("copies.judgements-none")}</p>;
  return (
    <>
      <ul className="judgement-list">
        {judgements.map((judgement) => (
          <li key={judgement.seq} className={judgement.withdrawn === undefined ? undefined : "is-withdrawn"}>
            <p className="judgement-head">
              <span className="chip">
                <ToneMark tone={tones[judgement.verdict]} />
                <b>{t(`copies.verdict.${judgement.verdict}`)}</b>
              </span>
              <span className="quiet">{partWords(judgement.part)}</span>
              {judgement.attached ? null : <span className="sign">{t("copies.unattached")}</span>}
              {judgement.reopened ? <span className="sign is-attention">{t("copies.reopened")}</span> : null}
              {judgement.withdrawn === undefined && !readOnly ? (
                <button type="button" className="button is-small" onClick={() => setWithdrawing(judgement)}>
                  {t("copies.withdraw")}
                </button>
              ) : null}
            </p>
            <p className="judgement-reason">
              <IsolatedText text={judgement.reason} />
            </p>
            {judgement.withdrawn === undefined ? null : (
              <p>
                {t("copies.withdrawn")} <IsolatedText text={judgement.withdrawn} />
              </p>
            )}
            <p className="quiet small">
              <IsolatedText text={judgement.byName} /> · {judgement.at} ·{" "}
              <Link to={`/custody/${judgement.seq}`}>{t("copies.entry", { seq: judgement.seq })}</Link>
            </p>
          </li>
        ))}
      </ul>
      {withdrawing === undefined ? null : (
        <ReasonDialog
          title={t("copies.withdraw-title", { seq: withdrawing.seq })}
          action={t("copies.withdraw")}
          write={(reason) => copiesApi.withdrawJudgement({ judged: withdrawing.seq, reason })}
          said={t("copies.withdrawn-said")}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </>
  );
}

function partWords(part: Judgement["part"]): string {
  if (part.of === "pair") return t("copies.judge-pair");
  if (part.of === "text") return t("copies.judge-text");
  return t("copies.judge-segment", { channel: t(`copies.channel.${part.channel}`), span: spanWords(part.a) });
}
