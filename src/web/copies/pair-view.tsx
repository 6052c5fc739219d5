/** Two copies side by side, locked through what they share: seen, stepped, measured against each other, and judged. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { CopyPairDetail } from "../../api/copies.ts";
import type { ItemDetail } from "../../api/items.ts";
import type { MatchVerdict } from "../../core/copies/match-judgement.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { GoToField } from "../bench/readout.tsx";
import { usePlayerKeys } from "../bench/use-player-keys.ts";
import { PLAIN_VIEW, zoomed } from "../bench/view-recipe.ts";
import { useViewInAddress } from "../bench/view-in-address.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { navigate, setQuery } from "../router/router.ts";
import { useShield, useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { type CopiesAddress, groupPath, type PairName, pairModes, pairPath } from "./copies-address.ts";
import { useCopyPair } from "./copies-queries.ts";
import { JudgeDialog } from "./judge-dialog.tsx";
import { JudgementList } from "./judgement-list.tsx";
import type { LockedPair } from "./locked-pair.ts";
import { OverlapPlot } from "./overlap-plot.tsx";
import { PairControls } from "./pair-controls.tsx";
import { PairFoot } from "./pair-foot.tsx";
import { PairGaps } from "./pair-gaps.tsx";
import { judgeKeys, leaderKeys, pairKeys } from "./pair-keys.ts";
import { type Looking, PairStages } from "./pair-stages.tsx";
import { lengthOf } from "./pair-length.ts";
import { SegmentList } from "./segment-list.tsx";
import { otherSide, segmentName, segmentsOf, type SharedSegment, type Side } from "./segment-map.ts";
import { StateMark } from "./state-mark.tsx";
import { useLockedPair } from "./use-locked-pair.ts";
import { type PairSide, usePairSide } from "./use-pair-side.ts";

export function PairView({ name, address }: { name: PairName; address: CopiesAddress }) {
  const pair = useCopyPair(name);
  const a = useQuery({ queryKey: queryKeys.item(name.a), queryFn: ({ signal }) => api.item(name.a, signal) });
  const b = useQuery({ queryKey: queryKeys.item(name.b), queryFn: ({ signal }) => api.item(name.b, signal) });
  useShieldSubject(name.a, name.b);
  const error = pair.error ?? a.error ?? b.error;
  if (pair.data !== undefined && a.data !== undefined && b.data !== undefined) {
    // The comparison says which of the two is A.
    const swapped = pair.data.a.item !== name.a;
    return <Loaded pair={pair.data} itemA={swapped ? b.data : a.data} itemB={swapped ? a.data : b.data} address={address} />;
  }
  return (
    <div className="page-message">
      <h1>{t("copies.pair-title", { a: name.a.slice(1), b: name.b.slice(1) })}</h1>
      {error === null ? (
        <p className="quiet">{t("copies.pair-waiting")}</p>
      ) : (
        <ErrorNotice error={error} onRetry={() => void pair.refetch()} />
      )}
      <p>
        <Link to="/copies">{t("copies.to-groups")}</Link>
      </p>
    </div>
  );
}

interface LoadedProps {
  readonly pair: CopyPairDetail;
  readonly itemA: ItemDetail;
  readonly itemB: ItemDetail;
  readonly address: CopiesAddress;
}

function Loaded({ pair, itemA, itemB, address }: LoadedProps) {
  const a = usePairSide("a", itemA);
  const b = usePairSide("b", itemB);
  const segments = useMemo(() => segmentsOf(pair.comparison), [pair.comparison]);
  const lock = useLockedPair(a, b, segments, address);
  return (
    <div className="pair">
      <PairHead pair={pair} />
      {lock === null ? (
        <p className="page-message">{t("bench.clock-waiting")}</p>
      ) : (
        <Ready pair={pair} a={a} b={b} lock={lock} segments={segments} address={address} />
      )}
    </div>
  );
}

function PairHead({ pair }: { pair: CopyPairDetail }) {
  const step = (to: PairName | null, words: "copies.previous-waiting" | "copies.next-waiting", key: string) =>
    to === null ? null : (
      <Link className="button is-small" to={pairPath(to)}>
        {t(words)} <kbd>{key}</kbd>
      </Link>
    );
  return (
    <header className="pair-head">
      <h1>{t("copies.pair-title", { a: pair.a.item.slice(1), b: pair.b.item.slice(1) })}</h1>
      <StateMark state={pair.state} />
      <span className="pair-signs">
        {pair.comparison.signs.map((sign) => (
          <span key={sign} className="sign is-attention" title={t(`pair-sign-means.${sign}`)}>
            {t(`pair-sign.${sign}`)}
          </span>
        ))}
      </span>
      <nav className="pair-steps" aria-label={t("copies.steps")}>
        {pair.group === null ? (
          <Link to="/copies">{t("copies.to-groups")}</Link>
        ) : (
          <Link to={groupPath(pair.group)}>{t("copies.to-group")}</Link>
        )}
        {step(pair.previous, "copies.previous-waiting", "[")}
        {step(pair.next, "copies.next-waiting", "]")}
      </nav>
    </header>
  );
}

interface ReadyProps {
  readonly pair: CopyPairDetail;
  readonly a: PairSide;
  readonly b: PairSide;
  readonly lock: LockedPair;
  readonly segments: readonly SharedSegment[];
  readonly address: CopiesAddress;
}

function Ready({ pair, a, b, lock, segments, address }: ReadyProps) {
  const shield = useShield();
  const readOnly = useCase().data?.readOnly === true;
  const state = useSyncExternalStore(lock.subscribe, lock.state);
  const [look, setLook] = useState<Omit<Looking, "mode">>({ fit: false, outlines: true, blink: false, swipe: 50, strong: false });
  const looking = useMemo((): Looking => ({ ...look, mode: address.mode }), [look, address.mode]);
  const [view, setView] = useViewInAddress();
  const [over, setOver] = useState(false);
  const [judging, setJudging] = useState<MatchVerdict>();
  const [goTo, setGoTo] = useState(0);
  useEffect(() => lock.setMuted(shield.mute), [lock, shield.mute]);
  useSecondInAddress(lock);

  const change = useCallback((wished: Partial<Looking>) => {
    const { mode, ...rest } = wished;
    if (mode !== undefined) setQuery({ mode: mode === "side" ? undefined : mode });
    setLook((now) => ({ ...now, ...rest }));
  }, []);
  const choose = (segment: SharedSegment): void => {
    lock.choose(segment);
    setQuery({ segment: segmentName(segment) });
  };
  const moveSegment = (by: number): void => {
    const at = state.following === null ? -1 : segments.indexOf(state.following);
    const next = segments[Math.min(segments.length - 1, Math.max(0, at + by))];
    if (next !== undefined) choose(next);
  };
  const go = (to: PairName | null): void => {
    if (to !== null) navigate(pairPath(to));
  };
  const judge = (verdict: MatchVerdict): void => {
    if (!readOnly) setJudging(verdict);
  };
  const items = [a.detail.row.id, b.detail.row.id] as const;
  useKeys(pairKeys, {
    hold: { press: ({ repeat }) => (repeat ? undefined : shield.hold(...items)), release: () => shield.release() },
    mode: () => change({ mode: pairModes[(pairModes.indexOf(address.mode) + 1) % pairModes.length] ?? "side" }),
    blink: { press: () => change({ blink: true }), release: () => change({ blink: false }) },
    lead: () => lock.lead(otherSide(state.leader)),
    lock: () => lock.setLocked(!state.locked),
    fit: () => change({ fit: !look.fit }),
    outlines: () => change({ outlines: !look.outlines }),
    segmentOn: () => moveSegment(1),
    segmentBack: () => moveSegment(-1),
    zoomIn: () => setView((now) => zoomed(now, 1.25)),
    zoomOut: () => setView((now) => zoomed(now, 0.8)),
    resetView: () => setView(() => PLAIN_VIEW),
  });
  useKeys(judgeKeys, {
    accept: () => judge("accepted"),
    reject: () => judge("rejected"),
    note: () => judge("noted"),
    next: () => go(pair.next),
    previous: () => go(pair.previous),
  });

  const leader = lock.players[state.leader];
  const sides = [a, b] as const;
  return (
    <div className="pair-body">
      <section className="pair-main" aria-label={t("copies.players")}>
        <PairStages a={a} b={b} lock={lock} looking={looking} view={view} onView={setView} onOver={setOver} />
        <div className="pair-feet">
          {sides.map((side) => (
            <PairFoot key={side.side} of={side} lock={lock} segments={segments} leads={state.leader === side.side} />
          ))}
        </div>
        <PairControls a={a} b={b} lock={lock} looking={looking} over={over} onLooking={change} />
        <div className="pair-follows" role="status">
          {lock.shares ? followWords(state.following, state.leader) : t("copies.follows-none")}
          {leader === null ? null : <GoToField player={leader} clock={leader.clock} focusAt={goTo} />}
        </div>
        {leader === null ? null : <LeaderKeys player={leader} onGoTo={() => setGoTo((count) => count + 1)} />}
      </section>
      <aside className="pair-side" aria-label={t("copies.shared")}>
        <div className="judge-bar" role="group" aria-label={t("copies.keys.judge")}>
          {(["accepted", "rejected", "noted"] as const).map((verdict) => (
            <button key={verdict} type="button" className="button" disabled={readOnly} onClick={() => judge(verdict)}>
              {t(`copies.verdict-do.${verdict}`)} <kbd>{{ accepted: "A", rejected: "R", noted: "N" }[verdict]}</kbd>
            </button>
          ))}
        </div>
        <p className="quiet small">{t("copies.shared-means")}</p>
        <OverlapPlot lock={lock} segments={segments} lengthA={lengthOf(a)} lengthB={lengthOf(b)} onChoose={choose} />
        <PairGaps a={a} b={b} lock={lock} pair={pair} segments={segments} />
        <SegmentList comparison={pair.comparison} segments={segments} chosen={state.following} onChoose={choose} />
        <section className="pair-part" aria-label={t("copies.judgements")}>
          <h3>{t("copies.judgements")}</h3>
          <JudgementList judgements={pair.judgements} />
          <p className="quiet small">
            {t("copies.made-by", { matcher: pair.matcher })} <Link to={`/custody/${pair.seq}`}>{t("copies.entry", { seq: pair.seq })}</Link>
          </p>
        </section>
      </aside>
      {judging === undefined ? null : (
        <JudgeDialog
          pair={pair}
          verdict={judging}
          segment={state.following}
          onClose={() => setJudging(undefined)}
          onWritten={() => setJudging(undefined)}
        />
      )}
    </div>
  );
}

function LeaderKeys({ player, onGoTo }: { player: FramePlayer; onGoTo: () => void }) {
  useKeys<keyof typeof leaderKeys.actions>(leaderKeys, usePlayerKeys(player, { goTo: onGoTo, marker: onGoTo }));
  return null;
}

function followWords(following: SharedSegment | null, leader: Side): string {
  if (following === null) return t("copies.follows-nothing", { letter: leader === "a" ? "A" : "B", other: leader === "a" ? "B" : "A" });
  return t(`copies.follows-${following.channel}`, { number: following.index + 1 });
}

/** The address follows the second at rest, so that a link goes to it. */
function useSecondInAddress(lock: LockedPair): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = lock.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { leader, sec } = lock.state();
        const words = sec.toFixed(3);
        setQuery(leader === "a" ? { a: words, b: undefined } : { a: undefined, b: words });
      }, 300);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [lock]);
}
