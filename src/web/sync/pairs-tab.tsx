/** What each two of the clips say of each other, how it fits the rest, and which loops close. Accepting and rejecting is a person's. */
import { useState } from "react";
import type { SyncPairRow } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Loop, SolvedPair } from "../../reason/sync/sync-answer.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { GroupFaults } from "./group-faults.tsx";
import { type Judging, JudgePairDialog } from "./judge-pair-dialog.tsx";
import { fineWords, offsetWords, signed } from "./offset-words.ts";
import { PairRests } from "./pair-rests.tsx";
import { rateWords, refusedWords } from "./plan-words.ts";
import { useSyncMeasurements } from "./sync-queries.ts";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

interface PairsTabProps {
  readonly items: readonly ItemId[];
  readonly plan: WallPlan;
  readonly casePlan: CasePlan | undefined;
  readonly readOnly: boolean;
}

const tones: Readonly<Record<SolvedPair["fit"], Tone>> = {
  fits: "agree",
  unchecked: "unknown",
  suspect: "narrower",
  outlier: "conflict",
  "sound-way": "narrower",
  "does-not-fit": "conflict",
};

export function PairsTab({ items, plan, casePlan, readOnly }: PairsTabProps) {
  const [judging, setJudging] = useState<Judging>();
  const measured = useSyncMeasurements(items).data;
  const isHere = (item: ItemId): boolean => items.includes(item);
  const solved = (casePlan?.answer.pairs ?? []).filter(
    ({ a, b }) => casePlan !== undefined && isHere(casePlan.itemOf(a)) && isHere(casePlan.itemOf(b)),
  );
  const rows = (measured?.pairs ?? []).filter(({ a, b }) => isHere(a) && isHere(b));
  const refused = rows.filter(({ offset }) => offset === null);
  const loops = (plan.group?.loops ?? []).filter(({ clips }) =>
    clips.some((clip) => casePlan !== undefined && isHere(casePlan.itemOf(clip))),
  );
  const rowOf = (pair: SolvedPair): SyncPairRow | undefined =>
    casePlan === undefined || pair.channel === "marks"
      ? undefined
      : rows.find(({ a, b, channel }) => sameTwo(a, b, casePlan.itemOf(pair.a), casePlan.itemOf(pair.b)) && channel === pair.channel);
  return (
    <div className="tab-stack">
      {solved.length === 0 ? <p className="quiet">{t("sync.pairs-none")}</p> : null}
      <ul className="sync-pairs">
        {solved.map((pair) => (
          <PairCard
            key={pair.pair}
            pair={pair}
            row={rowOf(pair)}
            casePlan={casePlan as CasePlan}
            readOnly={readOnly}
            onJudge={setJudging}
          />
        ))}
      </ul>
      {plan.group === null || casePlan === undefined ? null : <GroupFaults group={plan.group} plan={casePlan} />}
      {loops.length === 0 ? null : (
        <section className="record-part" aria-label={t("sync.loops-title")}>
          <h3>{t("sync.loops-title")}</h3>
          <ul className="sync-loops">
            {loops.map((loop) => (
              <LoopLine key={loop.clips.join(" ")} loop={loop} casePlan={casePlan as CasePlan} />
            ))}
          </ul>
        </section>
      )}
      {refused.length === 0 ? null : (
        <section className="record-part" aria-label={t("sync.refused-title")}>
          <h3>{t("sync.refused-title")}</h3>
          <ul className="record-lines">
            {refused.map(({ a, b, channel, refused: reason, seq }) => (
              <li key={`${a} ${b} ${channel}`}>
                {t("sync.two", { a: a.slice(1), b: b.slice(1) })}: {reason === null ? "" : refusedWords(channel, reason, 1)}{" "}
                <Link to={`/custody/${seq}`}>{t("copies.entry", { seq })}</Link>
                <PairRests a={a} b={b} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {judging === undefined ? null : <JudgePairDialog judging={judging} onClose={() => setJudging(undefined)} />}
    </div>
  );
}

const sameTwo = (a: ItemId, b: ItemId, one: ItemId, other: ItemId): boolean => (a === one && b === other) || (a === other && b === one);

interface PairCardProps {
  readonly pair: SolvedPair;
  readonly row: SyncPairRow | undefined;
  readonly casePlan: CasePlan;
  readonly readOnly: boolean;
  readonly onJudge: (judging: Judging) => void;
}

function PairCard({ pair, row, casePlan, readOnly, onJudge }: PairCardProps) {
  const [a, b] = [casePlan.itemOf(pair.a), casePlan.itemOf(pair.b)];
  const tone = tones[pair.fit];
  const travelled = pair.corrected.value !== pair.measured.value;
  const travel = casePlan.answer.travel.find(({ pair: of }) => of === pair.pair);
  return (
    <li className="sync-pair" data-pair={pair.pair} data-fit={pair.fit}>
      <p className="sync-pair-head">
        <b>{t("sync.two", { a: a.slice(1), b: b.slice(1) })}</b> <span className="sign">{t(`sync.channel.${pair.channel}`)}</span>
        <span className={`chip tone-${tone}`} title={t(`sync.fit-means.${pair.fit}`)}>
          <ToneMark tone={tone} /> {t(`sync.fit.${pair.fit}`)}
        </span>
        {pair.use === "used" ? null : <span className="sign is-attention">{t(`sync.use.${pair.use}`)}</span>}
      </p>
      <p className="mono">{offsetWords(pair.measured.value, pair.measured.plusMinus)}</p>
      {travelled ? (
        <p className="small">
          {t("sync.corrected")} <span className="mono">{offsetWords(pair.corrected.value, pair.corrected.plusMinus)}</span>
        </p>
      ) : null}
      {travel === undefined ? null : (
        <p className="small quiet">
          {t("sync.travel", {
            metres: signed(travel.differenceM.value, 0),
            sec: signed(travel.delayS.value),
            pm: travel.delayS.plusMinus.toFixed(3),
          })}
        </p>
      )}
      {pair.residualS === null ? null : (
        <p className="small">
          {t("sync.residual", { sec: fineWords(pair.residualS, true) })}{" "}
          {pair.closing > 0
            ? t("sync.loops", { count: pair.closing })
            : t(pair.loops > 0 && pair.use === "used" ? "sync.no-loop-closes" : "sync.unchecked")}
        </p>
      )}
      {pair.againstOthers === null || pair.fit === "fits" || pair.fit === "unchecked" ? null : (
        <p className="small">
          {t("sync.against-others", { sec: fineWords(pair.againstOthers.value, true), pm: fineWords(pair.againstOthers.plusMinus) })}
        </p>
      )}
      {row?.offset == null || row.offset.rate === "not-measured" ? null : (
        <p className="small">
          {t("sync.pair-rate", { rate: rateWords(row.offset.rate) })}
          {row.offset.rateLike === null ? "" : `, ${t("sync.rate-like", { like: row.offset.rateLike })}`}
        </p>
      )}
      {row?.wrong == null ? null : <p className="small quiet">{t("sync.wrong", { percent: percentWords(row.wrong) })}</p>}
      {pair.channel === "marks" ? null : <PairRests a={a} b={b} clips={casePlan.problem.clips} />}
      {pair.rateDoubted ? <p className="small tone-narrower">{t("sync.rate-doubted")}</p> : null}
      {row === undefined ? null : <Judged row={row} readOnly={readOnly} onJudge={onJudge} />}
    </li>
  );
}

/** Rounded up: a bound is never told smaller than it is. */
function percentWords(share: number): string {
  const percent = share * 100;
  return percent < 10 ? (Math.ceil(percent * 10 - 1e-6) / 10).toFixed(1) : String(Math.ceil(percent - 1e-6));
}

function Judged({ row, readOnly, onJudge }: { row: SyncPairRow; readOnly: boolean; onJudge: (judging: Judging) => void }) {
  const { judgement, a, b } = row;
  const two = { a: a.slice(1), b: b.slice(1) };
  return (
    <>
      {judgement === null ? null : (
        <p className="small">
          {t(`sync.judged.${judgement.verdict}`, { by: judgement.byName, reason: judgement.reason })}
          {judgement.ofEarlier ? <span className="tone-narrower"> {t("sync.judged-earlier")}</span> : null}
        </p>
      )}
      <div className="button-row">
        {judgement === null || judgement.ofEarlier ? (
          (["accepted", "rejected"] as const).map((verdict) => (
            <button
              key={verdict}
              type="button"
              className="button is-small"
              disabled={readOnly}
              aria-label={t(`sync.judge.${verdict}`, two)}
              onClick={() => onJudge({ row, verdict })}
            >
              {t(`sync.judge-short.${verdict}`)}
            </button>
          ))
        ) : (
          <button type="button" className="button is-small" disabled={readOnly} onClick={() => onJudge({ row, verdict: "withdraw" })}>
            {t("sync.judge-short.withdraw")}
          </button>
        )}
      </div>
    </>
  );
}

function LoopLine({ loop, casePlan }: { loop: Loop; casePlan: CasePlan }) {
  const names = loop.clips.map((clip) => casePlan.itemOf(clip).slice(1));
  const isBySound = loop.beyond && loop.asSoundPathM !== null && Math.abs(loop.closureS) - loop.allowedS <= loop.bySoundAtMostS;
  return (
    <li data-loop={names.join("-")} data-beyond={loop.beyond}>
      <ToneMark tone={loop.beyond ? "conflict" : "agree"} /> <b>{[...names, names[0]].join(" → ")}</b>{" "}
      {t(loop.beyond ? "sync.loop-open" : "sync.loop-closes", { closure: fineWords(loop.closureS, true), limit: fineWords(loop.allowedS) })}
      {loop.allowedS > loop.limitS * 1.005 ? (
        <span className="quiet small">
          {" "}
          {t("sync.loop-widened", { plain: fineWords(loop.limitS), times: (loop.allowedS / loop.limitS).toFixed(2) })}
        </span>
      ) : null}
      {isBySound ? (
        <span className="quiet small"> {t("sync.loop-path", { metres: Math.round(Math.abs(loop.asSoundPathM ?? 0)) })}</span>
      ) : null}
    </li>
  );
}
