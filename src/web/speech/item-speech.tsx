/** What is said and written in one item: its picture and sound, its tiers, and the one that is written, reviewed or looked back on. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { TierAnswer, TierRow } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi, useTier, useTiers } from "../api-client/tier-api.ts";
import { useItemClock } from "../bench/use-clock.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { navigate, useAddress } from "../router/router.ts";
import { useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { DraftMakers } from "./draft-makers.tsx";
import { HistoryPart } from "./history-part.tsx";
import { itemClockOf } from "./item-time.ts";
import { draftName, type DraftOwner, dropDraftsOf } from "./kept-draft.ts";
import { ReviewPart } from "./review-part.tsx";
import { readSpeechAddress, speechPath, type SpeechAddress } from "./speech-address.ts";
import { SpeechPlayer } from "./speech-player.ts";
import { SpeechStage } from "./speech-stage.tsx";
import { TabHold } from "./tab-hold.tsx";
import { TierBar } from "./tier-bar.tsx";
import { segmentsOf } from "./tier-segments.ts";
import { TierWork, type WorkedTier } from "./tier-work.tsx";
import { UntimedTier } from "./untimed-tier.tsx";
import { useSoundTicks } from "./sound-ticks.ts";

export function ItemSpeech({ itemId }: { itemId: ItemId }) {
  useShieldSubject(itemId);
  const item = useQuery({ queryKey: queryKeys.item(itemId), queryFn: ({ signal }) => api.item(itemId, signal) });
  const tiers = useTiers(itemId);
  const held = useCase().data;
  const owner = useMemo(() => (held === undefined ? undefined : { caseId: held.caseId, person: held.person.id }), [held]);
  if (item.data !== undefined && tiers.data !== undefined && owner !== undefined)
    return <Loaded key={itemId} detail={item.data} tiers={tiers.data.tiers} owner={owner} />;
  const error = item.error ?? tiers.error;
  return (
    <div className="page-message">
      <h1>{t("speech.of-item", { number: itemId.slice(1) })}</h1>
      {error === null ? <p>{t("speech.waiting")}</p> : <ErrorNotice error={error} onRetry={() => void item.refetch()} />}
    </div>
  );
}

interface LoadedProps {
  readonly detail: ItemDetail;
  readonly tiers: readonly TierRow[];
  readonly owner: DraftOwner;
}

function Loaded({ detail, tiers, owner }: LoadedProps) {
  const { row } = detail;
  const { query } = useAddress();
  const address = readSpeechAddress(query);
  const readOnly = useCase().data?.readOnly === true;
  const clock = useItemClock(detail);
  const [player, setPlayer] = useState<SpeechPlayer | null>(null);
  const startAt = useRef(address.at);
  const kind = row.kind === "video" ? "video" : "sound";
  useEffect(() => {
    if (clock.clock === null || clock.clock.count === 0) return undefined;
    const made = new SpeechPlayer(itemClockOf(clock.clock, kind), startAt.current === undefined ? undefined : startAt.current * 1000);
    setPlayer(made);
    return () => {
      made.close();
      setPlayer(null);
    };
  }, [clock.clock, kind]);
  const standing = useMemo(() => tiers.filter(({ withdrawn }) => withdrawn === undefined), [tiers]);
  const named = tiers.find(({ id }) => id === address.tier);
  const made = address.made;
  // Without a name in the address: what is heard comes first.
  const worked = named ?? (made === undefined ? (standing.find(({ sort }) => sort === "verbatim") ?? standing[0]) : undefined);
  const answer = useTier(worked?.id);
  useEffect(() => {
    const before = document.title;
    document.title = t("speech.document-title", { number: String(row.number), name: row.name });
    return () => {
      document.title = before;
    };
  }, [row.number, row.name]);
  return (
    <div className="speech-item" data-item={row.id}>
      <header className="bench-head speech-head">
        <Link to="/speech">{t("speech.all-items")}</Link>
        <h1>{t("speech.of-item", { number: String(row.number) })}</h1>
        <span className="bench-name">
          <IsolatedText text={row.name} />
        </span>
        <span className="bench-facts">
          <Link to={`/items/${row.id}`}>{t("speech.to-bench")}</Link>
        </span>
      </header>
      <TierBar item={row.id} tiers={tiers} worked={worked} made={made} part={address.part} readOnly={readOnly} />
      {address.tier !== undefined && named === undefined ? (
        <p className="notice is-attention">{t("speech.no-such-tier", { tier: address.tier })}</p>
      ) : null}
      <div className="speech-body">
        <SpeechStage detail={detail} player={player} times={clock.times} signs={worked?.sort === "on-screen" ? answer.data : undefined} />
        <Worked {...{ detail, standing, worked, address, owner, player, readOnly }} waiting={clock.waiting} fault={clock.fault} />
      </div>
    </div>
  );
}

interface WorkedProps {
  readonly detail: ItemDetail;
  readonly standing: readonly TierRow[];
  readonly worked: TierRow | undefined;
  readonly address: SpeechAddress;
  readonly owner: DraftOwner;
  readonly player: SpeechPlayer | null;
  readonly readOnly: boolean;
  readonly waiting: boolean;
  readonly fault: string | null;
}

function Worked({ detail, standing, worked, address, owner, player, readOnly, waiting, fault }: WorkedProps) {
  const { row } = detail;
  const { made } = address;
  const answer = useTier(worked?.id);
  const fromId = worked?.from?.tier ?? made?.from;
  const source = useTier(fromId);
  const otherIds = useMemo(() => standing.filter(({ id }) => id !== worked?.id).map(({ id }) => id), [standing, worked?.id]);
  const others = useOtherTiers(otherIds);
  const wave = useQuery({
    queryKey: [...queryKeys.derived(row.id), "waveform"],
    queryFn: ({ signal }) => api.waveform(row.id, signal),
    enabled: detail.media.waveform,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ticks = useSoundTicks(detail);
  const gone = answer.data?.document === "withheld" ? worked?.id : undefined;
  useEffect(() => {
    if (gone !== undefined) dropDraftsOf(owner.caseId, row.id, gone);
  }, [gone, owner.caseId, row.id]);
  const error = answer.error ?? source.error;
  if (error !== null) return <ErrorNotice error={error} />;
  const nothing = worked === undefined && made === undefined;
  if (nothing || (player === null && !waiting))
    return (
      <div className="speech-unwritten">
        {nothing ? <p>{t(readOnly ? "speech.no-tiers" : "speech.no-tiers-how")}</p> : null}
        {player === null && !waiting ? (
          <p className="quiet">{fault === null ? t("speech.no-clock") : t("bench.no-clock", { reason: fault })}</p>
        ) : null}
        {answer.data === undefined ? null : <UntimedTier answer={answer.data} />}
        <DraftMakers
          {...{ detail, player, readOnly }}
          selection={undefined}
          onWritten={(id) => navigate(speechPath(row.id, { tier: id }), { replace: true })}
        />
      </div>
    );
  if (player === null) return <p className="speech-empty">{t("speech.waiting")}</p>;
  if ((worked !== undefined && answer.data === undefined) || (fromId !== undefined && source.data === undefined))
    return <p className="speech-empty">{t("speech.waiting")}</p>;
  if (answer.data?.document === "withheld") return <p className="speech-empty">{t("speech.withheld")}</p>;
  const tier = workedTier(worked === undefined ? undefined : answer.data, address);
  const name = draftName(owner, row.id, worked?.id ?? `new.${tier.sort}.${tier.language}.${made?.from ?? ""}`);
  const goTo = (id: TierRow["id"], segment?: number): void =>
    navigate(speechPath(row.id, { tier: id, ...(segment === undefined ? {} : { segment }), part: address.part }), { replace: true });
  return (
    <TabHold key={name} name={name}>
      {(mine) => (
        <TierWork
          key={`${name} ${mine}`}
          detail={detail}
          draftName={mine ? name : undefined}
          tier={tier}
          source={source.data}
          others={others}
          player={player}
          wave={wave.data}
          ticks={ticks}
          address={address}
          readOnly={readOnly || !mine}
          onTier={goTo}
          moveTier={(by) => {
            const at = standing.findIndex(({ id }) => id === worked?.id);
            const next = standing[(at + by + standing.length) % standing.length];
            if (next !== undefined) goTo(next.id);
          }}
          onWritten={(id) => {
            if (id !== worked?.id) navigate(speechPath(row.id, { tier: id }), { replace: true });
          }}
          instead={
            answer.data === undefined || worked === undefined ? null : address.part === "review" ? (
              <ReviewPart
                key={`${answer.data.tier.id} ${answer.data.version}`}
                answer={answer.data}
                source={source.data}
                player={player}
                keptAt={`${name}.review`}
                start={address.segment}
                readOnly={readOnly || !mine}
              />
            ) : address.part === "history" ? (
              <HistoryPart answer={answer.data} versions={address.versions} readOnly={readOnly} />
            ) : null
          }
        />
      )}
    </TabHold>
  );
}

function workedTier(answer: TierAnswer | undefined, { made }: SpeechAddress): WorkedTier {
  if (answer !== undefined) {
    const { id, sort, language, version } = answer.tier;
    return { id, sort, language, held: { version, segments: segmentsOf(answer) ?? [], nextId: answer.nextSegment }, answer };
  }
  if (made === undefined) throw new Error("expected a tier of the case or a new one; found neither");
  return { id: undefined, sort: made.sort, language: made.language, held: { version: 0, segments: [], nextId: 1 }, answer: undefined };
}

/** Every other tier, in its newest version, to be seen under the waveform. */
function useOtherTiers(ids: readonly TierRow["id"][]): readonly TierAnswer[] {
  const combine = useCallback(
    (results: readonly { readonly data: TierAnswer | undefined }[]) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
    [],
  );
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...queryKeys.records, "tier", id, "newest"],
      queryFn: ({ signal }: { signal: AbortSignal }) => tierApi.tier(id, undefined, signal),
    })),
    combine,
  });
}
