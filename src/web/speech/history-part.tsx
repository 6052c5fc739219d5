/** Versions of a tier, who wrote and who reviewed them, and what differs between two of them, with the words marked. */
import { useState } from "react";
import type { TierAnswer } from "../../api/tiers.ts";
import { textDirection } from "../../core/tier/text-direction.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useTier } from "../api-client/tier-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { setQuery } from "../router/router.ts";
import { t } from "../words/t.ts";
import { compareVersions, type SegmentDifference } from "./compare-versions.ts";
import { MarkedText } from "./marked-text.tsx";
import { clockOfMs } from "./segment-words.ts";
import { segmentsOf } from "./tier-segments.ts";
import { versionWords } from "./version-words.ts";
import { WithdrawDialog, type Withdrawn } from "./withdraw-dialog.tsx";

interface HistoryPartProps {
  readonly answer: TierAnswer;
  readonly versions: readonly [number, number] | undefined;
  readonly readOnly: boolean;
}

export function HistoryPart({ answer, versions, readOnly }: HistoryPartProps) {
  const newest = answer.history[0]?.version ?? 1;
  const [older, newer] = versions ?? [Math.max(1, newest - 1), newest];
  const [withdrawing, setWithdrawing] = useState<Withdrawn>();
  // Only whoever read a segment takes that back.
  const me = useCase().data?.person.id;
  return (
    <section className="speech-history" aria-label={t("speech.part.history")}>
      <div className="history-lists">
        <h2>{t("speech.versions")}</h2>
        <ol className="version-list">
          {answer.history.map((version) => (
            <Version
              key={version.version}
              version={version}
              says={versionWords(version.version, answer.history, answer.tier.standings.machine)}
              older={older}
              newer={newer}
            />
          ))}
        </ol>
        <h2>{t("speech.reviews")}</h2>
        {answer.reviews.length === 0 ? <p className="quiet">{t("speech.no-reviews")}</p> : null}
        <ol className="version-list">
          {answer.reviews.map((review) => (
            <li key={review.line} className={review.withdrawn === undefined ? "" : "is-withdrawn"}>
              <p>
                <b>{t(`speech.read-${review.verdict}`, { who: review.byName, version: review.version })}</b>{" "}
                <span className="quiet small">
                  {t("speech.read-segments", { count: review.segments.length })} · {formatInstant(review.at)} UTC ·{" "}
                  <Link to={`/custody/${review.line}`}>{t("speech.line", { line: review.line })}</Link>
                </span>
              </p>
              {review.note === null ? null : (
                <p>
                  <IsolatedText text={review.note} />
                </p>
              )}
              {review.withdrawn !== undefined ? (
                <p className="tone-narrower small">
                  {t("speech.review-withdrawn")} <IsolatedText text={review.withdrawn} />
                </p>
              ) : readOnly || review.by !== me ? null : (
                <button type="button" className="button is-small" onClick={() => setWithdrawing({ review: review.line })}>
                  {t("speech.withdraw-review")}
                </button>
              )}
            </li>
          ))}
        </ol>
        {answer.tier.withdrawn !== undefined || readOnly ? null : (
          <button type="button" className="button is-small" onClick={() => setWithdrawing({ tier: answer.tier.id })}>
            {t("speech.withdraw-tier")}
          </button>
        )}
      </div>
      <div className="history-compare">
        <h2>{t("speech.compare", { older, newer })}</h2>
        {newest === 1 ? <p className="quiet">{t("speech.one-version")}</p> : <Compared answer={answer} older={older} newer={newer} />}
      </div>
      {withdrawing === undefined ? null : <WithdrawDialog what={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </section>
  );
}

interface VersionProps {
  readonly version: TierAnswer["history"][number];
  readonly says: string;
  readonly older: number;
  readonly newer: number;
}

function Version({ version: row, says, older, newer }: VersionProps) {
  const { version } = row;
  const choose = (pair: readonly [number, number]): void => setQuery({ versions: `${Math.min(...pair)}-${Math.max(...pair)}` });
  return (
    <li>
      <p>
        <b>{t("speech.version", { version })}</b> {t("speech.version-by", { who: row.byName })}{" "}
        <span className="quiet small">
          {formatInstant(row.at)} UTC · <Link to={`/custody/${row.seq}`}>{t("speech.line", { line: row.seq })}</Link>
        </span>
      </p>
      <p className="small">
        {says} {t("speech.version-changed", { count: row.changed })}
        {row.from === null ? "" : ` ${t("speech.version-from", { tier: row.from.tier, version: row.from.version })}`}
      </p>
      {row.reason === null ? null : (
        <p className="small">
          <IsolatedText text={row.reason} />
        </p>
      )}
      <span className="button-row">
        <button type="button" className="button is-small" aria-pressed={version === older} onClick={() => choose([version, newer])}>
          {t("speech.compare-from")}
        </button>
        <button type="button" className="button is-small" aria-pressed={version === newer} onClick={() => choose([older, version])}>
          {t("speech.compare-to")}
        </button>
      </span>
    </li>
  );
}

function Compared({ answer, older, newer }: { answer: TierAnswer; older: number; newer: number }) {
  const before = useTier(answer.tier.id, older);
  const after = useTier(answer.tier.id, newer);
  const error = before.error ?? after.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (before.data === undefined || after.data === undefined) return <p className="quiet">{t("speech.waiting")}</p>;
  const [was, is] = [segmentsOf(before.data), segmentsOf(after.data)];
  if (was === undefined || is === undefined) return <p className="quiet">{t("speech.withheld")}</p>;
  const found = compareVersions(was, is);
  if (found.length === 0) return <p className="quiet">{t("speech.no-difference")}</p>;
  return (
    <>
      <p className="quiet small">{t("speech.differences", { count: found.length })}</p>
      <ol className="difference-list">
        {found.slice(0, 500).map((difference) => (
          <Difference key={difference.id} of={difference} language={answer.tier.language} />
        ))}
      </ol>
    </>
  );
}

function Difference({ of, language }: { of: SegmentDifference; language: string }) {
  const { id, before, after, words } = of;
  const shown = after ?? before;
  if (shown === undefined) return null;
  const is = before === undefined ? "new" : after === undefined ? "removed" : "changed";
  const told = [
    ...(of.timeMoved && before !== undefined
      ? [t("speech.difference.time", { from: clockOfMs(before.startMs), to: clockOfMs(before.endMs) })]
      : []),
    ...(of.speakerChanged ? [t("speech.difference.speaker", { was: before?.speaker ?? "–", is: after?.speaker ?? "–" })] : []),
    ...(before?.machine && after?.machine === null ? [t("speech.difference.taken-over")] : []),
  ];
  return (
    <li>
      <p className="small">
        <b>{t(`speech.difference.${is}`, { number: String(id) })}</b>{" "}
        <span className="mono">
          {clockOfMs(shown.startMs)} – {clockOfMs(shown.endMs)}
        </span>{" "}
        <span className="quiet">{told.join(" ")}</span>
      </p>
      <p dir={textDirection(shown.language ?? language, shown.text).direction} lang={shown.language ?? language}>
        {words.map((run, at) =>
          run.is === "same" ? (
            <span key={at}>
              <MarkedText text={run.text} />
            </span>
          ) : run.is === "gone" ? (
            <del key={at}>
              <MarkedText text={run.text} />
            </del>
          ) : (
            <ins key={at}>
              <MarkedText text={run.text} />
            </ins>
          ),
        )}
      </p>
    </li>
  );
}
