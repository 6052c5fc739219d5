/** What the plan says of each clip, how well the loops close, and what can be done with it: keep it, write it out. */
import { useState } from "react";
import type { SyncPairRow } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ApartClip, SyncGroup } from "../../reason/sync/sync-answer.ts";
import { KeepDialog } from "../place/keep-dialog.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { type ClipCheck, checkTone, checkWords, clipCheck } from "./clip-check.ts";
import { ExportPlan } from "./export-plan.tsx";
import { GroupFaults } from "./group-faults.tsx";
import { GroupMark } from "./group-mark.tsx";
import { errorWords, fineWords, offsetWords } from "./offset-words.ts";
import { bySoundWords, rateWords, refusedWords } from "./plan-words.ts";
import { useSyncMeasurements } from "./sync-queries.ts";
import type { LaneOf } from "./wall-lanes.tsx";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

interface PlanTabProps {
  readonly lanes: readonly LaneOf[];
  readonly plan: WallPlan;
  readonly casePlan: CasePlan | undefined;
  readonly readOnly: boolean;
}

export function PlanTab({ lanes, plan, casePlan, readOnly }: PlanTabProps) {
  const [open, setOpen] = useState<"keep" | "export">();
  const [kept, setKept] = useState<string>();
  const { group } = plan;
  const apart = lanes.filter(({ detail }) => plan.places.get(detail.row.id)?.placed == null);
  const items = group === null || casePlan === undefined ? [] : group.clips.map(({ clip }) => casePlan.itemOf(clip));
  return (
    <div className="tab-stack sync-plan">
      {group === null || casePlan === undefined ? (
        <p className="quiet">{t("sync.plan-none")}</p>
      ) : (
        <>
          <p>
            <GroupMark group={group} /> {t(`sync.group-means.${group.state}`)}
          </p>
          <GroupFaults group={group} plan={casePlan} />
          <Closure group={group} />
          <PlanTable lanes={lanes} group={group} plan={plan} casePlan={casePlan} />
          {[...new Set(lanes.flatMap(({ detail }) => plan.places.get(detail.row.id)?.placed.bySound?.from ?? []))].map((from) => (
            <p key={from} className="small">
              {t(`sync.by-sound-means.${from}`)}
            </p>
          ))}
          <p className="quiet small">{t("sync.plan-errors", { number: plan.reference.slice(1) })}</p>
          <div className="button-row">
            <button type="button" className="button is-small" disabled={readOnly} onClick={() => setOpen("keep")}>
              {t("sync.keep")}
            </button>
            <button type="button" className="button is-small" onClick={() => setOpen("export")}>
              {t("sync.export")}
            </button>
          </div>
          {kept === undefined ? null : (
            <p className="notice is-fine" role="status">
              {t("sync.kept", { id: kept })}
            </p>
          )}
        </>
      )}
      {apart.length === 0 ? null : <Apart items={apart.map(({ detail }) => detail.row.id)} casePlan={casePlan} />}
      {open === "keep" && casePlan !== undefined ? (
        <KeepPlan items={items} casePlan={casePlan} onClose={() => setOpen(undefined)} onKept={setKept} />
      ) : null}
      {open === "export" ? <ExportPlan items={items} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function Closure({ group }: { group: SyncGroup }) {
  const { closure, errorScale } = group;
  return (
    <>
      {closure.loops === 0 || closure.meanS === null || closure.largestS === null ? (
        <p className="small">{t("sync.closure-none")}</p>
      ) : (
        <p className="small">
          {t("sync.closure", {
            ...{ count: closure.loops, independent: closure.independent, beyond: closure.beyond },
            mean: fineWords(closure.meanS),
            largest: fineWords(closure.largestS),
            limit: fineWords(Math.max(...group.loops.map(({ allowedS }) => allowedS), 0)),
          })}
        </p>
      )}
      {errorScale > 1 ? <p className="small tone-narrower">{t("sync.error-scale", { times: errorScale.toFixed(1) })}</p> : null}
    </>
  );
}

function PlanTable({ lanes, group, plan, casePlan }: { lanes: readonly LaneOf[]; group: SyncGroup; plan: WallPlan; casePlan: CasePlan }) {
  const measured = useSyncMeasurements(lanes.map(({ detail }) => detail.row.id)).data?.pairs ?? [];
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t("sync.plan-table")}>
      <table className="sync-table">
        <thead>
          <tr>
            <th scope="col">{t("sync.col.clip")}</th>
            <th scope="col">{t("sync.col.offset")}</th>
            <th scope="col">{t("sync.col.rate")}</th>
            <th scope="col">{t("sync.col.checked")}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ detail: { row } }) => {
            const placed = plan.places.get(row.id)?.placed ?? null;
            const like = rateLikeOf(measured, plan.reference, row.id);
            const check = clipCheck(row.id, group, casePlan);
            return (
              <tr key={row.id}>
                <th scope="row">{row.id.slice(1)}</th>
                {placed === null ? (
                  <td colSpan={3} className="quiet">
                    {t("sync.not-placed")}
                  </td>
                ) : (
                  <>
                    <td>
                      <span className="mono">{offsetWords(placed.offsetS, placed.plusMinusS)}</span>
                      {placed.bySound === null ? null : (
                        <span className="by-sound tone-narrower" title={bySoundWords(placed.bySound)}>
                          <ToneMark tone="narrower" /> {t("sync.by-sound-more", { sec: errorWords(placed.bySound.atMostS) })}
                        </span>
                      )}
                      {placed.sameSoundAs.length === 0 ? null : (
                        <span className="by-sound tone-narrower">
                          <ToneMark tone="narrower" />{" "}
                          {t("sync.same-sound", { items: placed.sameSoundAs.map((clip) => casePlan.itemOf(clip).slice(1)).join(", ") })}
                        </span>
                      )}
                    </td>
                    <td>
                      <span className="mono">{rateWords(placed.rate)}</span>
                      {like === null ? null : <span className="rate-like">{t("sync.rate-like", { like })}</span>}
                    </td>
                    <td>
                      <CheckSaid check={check} plan={casePlan} />
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function CheckSaid({ check, plan }: { check: ClipCheck; plan: CasePlan }) {
  const tone = checkTone[check.state];
  return (
    <>
      {tone === null ? null : <ToneMark tone={tone} />} {checkWords(check, plan)}
    </>
  );
}

/** The known change of speed that a clip's measured rate beside the reference is like, in words; null where none is, or it was not measured. */
function rateLikeOf(measured: readonly SyncPairRow[], reference: ItemId, item: ItemId): string | null {
  const isOfTwo = ({ a, b }: SyncPairRow): boolean => (a === reference && b === item) || (a === item && b === reference);
  return measured.find((row) => isOfTwo(row) && row.offset?.rateLike != null)?.offset?.rateLike ?? null;
}

function Apart({ items, casePlan }: { items: readonly ItemId[]; casePlan: CasePlan | undefined }) {
  return (
    <section className="record-part" aria-label={t("sync.apart")}>
      <h3>{t("sync.apart")}</h3>
      <ul className="record-lines">
        {items.map((item) => {
          const why = casePlan?.answer.apart.find(({ clip }) => casePlan.itemOf(clip) === item);
          return (
            <li key={item}>
              <Link to={`/items/${item}`}>{item}</Link> {why === undefined ? t("sync.apart-other-group") : apartWords(why)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function apartWords({ why, refused }: ApartClip): string {
  const reasons = refused.map(({ channel, reason, times }) => refusedWords(channel, reason, times)).join("; ");
  return t(`sync.apart.${why}`, { reasons: reasons === "" ? t("sync.apart-no-reason") : reasons });
}

function KeepPlan({
  items,
  casePlan,
  onClose,
  onKept,
}: {
  items: readonly ItemId[];
  casePlan: CasePlan;
  onClose: () => void;
  onKept: (id: string) => void;
}) {
  return (
    <KeepDialog
      sort="sync"
      problem={casePlan.problem}
      kept={undefined}
      title={t("sync.keep-title", { items: items.map((item) => item.slice(1)).join(", ") })}
      about={null}
      items={items}
      onClose={onClose}
      onKept={(id) => {
        onKept(id);
        onClose();
      }}
    />
  );
}
