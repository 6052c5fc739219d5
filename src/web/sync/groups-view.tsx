/** What was found of the case's recordings: groups of one event, what stands apart and why, what was refused; and what to measure next. */
import { useMemo, useState } from "react";
import type { SyncItem, SyncMeasurements, SyncPairRow } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SyncGroup } from "../../reason/sync/sync-answer.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { navigate } from "../router/router.ts";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { fileName } from "../copies/file-name.ts";
import { checkWords, clipCheck } from "./clip-check.ts";
import { GroupFaults } from "./group-faults.tsx";
import { GroupMark } from "./group-mark.tsx";
import { MeasurePart } from "./measure-part.tsx";
import { offsetWords } from "./offset-words.ts";
import { apartWords } from "./plan-tab.tsx";
import { bySoundWords, refusedWords } from "./plan-words.ts";
import { mostOnWall, wallPath } from "./sync-address.ts";
import { useSyncMeasurements, useSyncPlan } from "./sync-queries.ts";
import { type CasePlan, casePlan } from "./wall-plan.ts";

export function GroupsView() {
  const measured = useSyncMeasurements();
  const planned = useSyncPlan();
  const plan = useMemo(() => (planned.data === undefined ? undefined : casePlan(planned.data)), [planned.data]);
  const [picked, setPicked] = useState<ReadonlySet<ItemId>>(new Set());
  const toggle = (item: ItemId): void =>
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(item)) next.add(item);
      return next;
    });
  const { data } = measured;
  const error = measured.error ?? planned.error;
  return (
    <div className="sync-groups">
      <header className="sync-groups-head">
        <h1>{t("sync.title")}</h1>
        <p className="quiet">{t("sync.what")}</p>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void Promise.all([measured.refetch(), planned.refetch()])} />}
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{t("sync.wall-waiting")}</p>
        ) : null
      ) : (
        <>
          <MeasurePart measured={data} picked={[...picked]} onPickNone={() => setPicked(new Set())} />
          <PutOnWall picked={[...picked]} />
          {plan === undefined ? null : (
            <Groups plan={plan} measured={data} picked={picked} onToggle={toggle} onPick={(items) => setPicked(new Set(items))} />
          )}
          <Rest measured={data} plan={plan} picked={picked} onToggle={toggle} />
          <Refused pairs={data.pairs} />
          {planned.data === undefined || planned.data.leftOut.length === 0 ? null : (
            <section className="record-part" aria-label={t("sync.left-out")}>
              <h2>{t("sync.left-out")}</h2>
              <ul className="record-lines">
                {planned.data.leftOut.map(({ what, of, why }) => (
                  <li key={`${what} ${of}`}>
                    <b>{of}</b> {why}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}

function PutOnWall({ picked }: { picked: readonly ItemId[] }) {
  const fits = picked.length >= 2 && picked.length <= mostOnWall;
  return (
    <div className="put-on-wall" role="group" aria-label={t("sync.put-group")}>
      <button type="button" className="button is-main" disabled={!fits} onClick={() => navigate(wallPath(inOrder(picked)))}>
        {t("sync.put")}
      </button>
      <span className="quiet small" role="status">
        {t("sync.picked", { count: picked.length })} {picked.length > mostOnWall ? t("sync.picked-too-many", { most: mostOnWall }) : ""}
      </span>
    </div>
  );
}

const inOrder = (items: readonly ItemId[]): ItemId[] => items.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));

interface GroupsProps {
  readonly plan: CasePlan;
  readonly measured: SyncMeasurements;
  readonly picked: ReadonlySet<ItemId>;
  readonly onToggle: (item: ItemId) => void;
  readonly onPick: (items: readonly ItemId[]) => void;
}

function Groups({ plan, measured, picked, onToggle, onPick }: GroupsProps) {
  const { groups } = plan.answer;
  return (
    <section aria-label={t("sync.groups")} className="record-part">
      <h2>{t("sync.groups")}</h2>
      {groups.length === 0 ? <p className="quiet">{t("sync.groups-none")}</p> : null}
      <ul className="sync-group-cards">
        {groups.map((group) => (
          <GroupCard key={group.id} {...{ group, plan, measured, picked, onToggle, onPick }} />
        ))}
      </ul>
    </section>
  );
}

function GroupCard({ group, plan, measured, picked, onToggle, onPick }: GroupsProps & { group: SyncGroup }) {
  const items = group.clips.map(({ clip }) => plan.itemOf(clip));
  return (
    <li className="sync-group" data-group={group.id} data-state={group.state}>
      <p className="sync-group-head">
        <b>{t("sync.group-count", { count: items.length })}</b> <GroupMark group={group} />
        <span className="quiet small">{t("sync.clock-of", { number: plan.itemOf(group.reference).slice(1) })}</span>
        {items.length <= mostOnWall ? (
          <Link className="button is-small is-main" to={wallPath(items)}>
            {t("sync.put-all")}
          </Link>
        ) : (
          <button type="button" className="button is-small" onClick={() => onPick(items.slice(0, mostOnWall))}>
            {t("sync.pick-first", { most: mostOnWall })}
          </button>
        )}
      </p>
      <p className="small">{t(`sync.group-means.${group.state}`)}</p>
      <GroupFaults group={group} plan={plan} />
      <ul className="sync-clips">
        {group.clips.map((placed) => {
          const item = plan.itemOf(placed.clip);
          const check = clipCheck(item, group, plan);
          const known = measured.items.find((one) => one.item === item) ?? plan.clips.find((one) => one.item === item);
          return known === undefined ? null : (
            <ClipRow key={item} clip={known} picked={picked.has(item)} onToggle={() => onToggle(item)}>
              <span className="small">
                <span className="mono">{offsetWords(placed.offsetS, placed.plusMinusS)}</span>
                {placed.bySound === null ? null : (
                  <span className="quiet" title={bySoundWords(placed.bySound)}>
                    {" "}
                    {t("sync.by-sound-short")}
                  </span>
                )}
                {check.state === "rests" && group.state !== "unchecked" ? (
                  <span className="clip-check">
                    <ToneMark tone="unknown" /> {checkWords(check, plan)}
                  </span>
                ) : null}
              </span>
            </ClipRow>
          );
        })}
      </ul>
    </li>
  );
}

interface ClipRowProps {
  readonly clip: SyncItem;
  readonly picked: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
}

function ClipRow({ clip, picked, onToggle, children }: ClipRowProps) {
  const number = clip.item.slice(1);
  return (
    <li className="sync-clip">
      <label className="sync-clip-pick">
        <input type="checkbox" checked={picked} onChange={onToggle} aria-label={t("sync.pick", { number })} />
        <span className="sync-clip-poster">
          <Shielded item={clip.item} kind={clip.kind} poster={clip.poster} />
        </span>
      </label>
      <span className="sync-clip-words">
        <span className="cut">
          <Link to={`/items/${clip.item}`}>{t("sync.item", { number })}</Link> <IsolatedText text={fileName(clip.name)} />
        </span>
        <span className="small quiet">
          {clip.durationSec === "unknown" ? t("sync.length-unknown") : formatDuration(clip.durationSec)} ·{" "}
          {t(
            clip.hasSound ? (clip.hasPicture ? "sync.has.both" : "sync.has.sound") : clip.hasPicture ? "sync.has.picture" : "sync.has.none",
          )}
        </span>
        {children}
      </span>
    </li>
  );
}

/** Everything that is in no group: measured and apart with the reason, or not measured yet. */
function Rest({
  measured,
  plan,
  picked,
  onToggle,
}: { measured: SyncMeasurements; plan: CasePlan | undefined } & Pick<GroupsProps, "picked" | "onToggle">) {
  const grouped = new Set((plan?.answer.groups ?? []).flatMap(({ clips }) => clips.map(({ clip }) => plan?.itemOf(clip))));
  const rest = measured.items.filter(({ item }) => !grouped.has(item));
  if (rest.length === 0) return null;
  return (
    <section aria-label={t("sync.rest")} className="record-part">
      <h2>{t("sync.rest")}</h2>
      <ul className="sync-clips is-wide">
        {rest.map((clip) => {
          const apart = plan?.answer.apart.find((one) => plan.itemOf(one.clip) === clip.item);
          const copyOf = plan?.clips.find(({ item }) => item === clip.item)?.sameGroupAs ?? null;
          return (
            <ClipRow key={clip.item} clip={clip} picked={picked.has(clip.item)} onToggle={() => onToggle(clip.item)}>
              <span className="small">
                {copyOf !== null
                  ? t("sync.copy-of", { number: copyOf.slice(1) })
                  : apart === undefined
                    ? t("sync.never-measured")
                    : apartWords(apart)}
              </span>
            </ClipRow>
          );
        })}
      </ul>
    </section>
  );
}

/** More are on the wall of the clips they are about. */
const mostRefused = 100;

function Refused({ pairs }: { pairs: readonly SyncPairRow[] }) {
  const refused = pairs.filter(({ offset }) => offset === null);
  if (refused.length === 0) return null;
  return (
    <details className="record-part">
      <summary>{t("sync.refused-pairs", { count: refused.length })}</summary>
      <ul className="record-lines">
        {refused.slice(0, mostRefused).map(({ a, b, channel, refused: reason }) => (
          <li key={`${a} ${b} ${channel}`}>
            <Link to={wallPath([a, b])}>{t("sync.two", { a: a.slice(1), b: b.slice(1) })}</Link>{" "}
            {reason === null ? "" : refusedWords(channel, reason, 1)}
          </li>
        ))}
      </ul>
      {refused.length > mostRefused ? (
        <p className="quiet small">{t("sync.refused-more", { count: refused.length - mostRefused })}</p>
      ) : null}
    </details>
  );
}
