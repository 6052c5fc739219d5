/** The wall of two to nine clips: what has to be known of each before it can stand there, then the wall itself. */
import { useQueries } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import type { SyncAddress } from "./sync-address.ts";
import { useSyncPlan } from "./sync-queries.ts";
import { useWall } from "./use-wall.ts";
import { Wall } from "./wall.tsx";
import { casePlan, wallPlan } from "./wall-plan.ts";

export function WallView({ address }: { address: SyncAddress }) {
  const { clips } = address;
  const shield = useShield();
  const { setSubjects } = shield;
  const named = clips.join(",");
  useEffect(() => {
    setSubjects(clips);
    return () => setSubjects([]);
    // oxlint-disable-next-line react/exhaustive-deps -- the names say when the clips are others
  }, [named, setSubjects]);
  const items = useQueries({
    queries: clips.map((id) => ({
      queryKey: queryKeys.item(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.item(id, signal),
    })),
  });
  const planned = useSyncPlan();
  const all = useMemo(() => (planned.data === undefined ? undefined : casePlan(planned.data)), [planned.data]);
  const plan = useMemo(() => wallPlan(clips, all), [named, all]); // oxlint-disable-line react/exhaustive-deps -- as above
  const wall = useWall(address.at ?? 0);
  const arrived = items.map(({ dataUpdatedAt }) => dataUpdatedAt).join(" ");
  // oxlint-disable-next-line react/exhaustive-deps -- the answers are others when one arrived
  const details = useMemo(() => items.flatMap(({ data }) => data ?? []), [named, arrived]);
  const failed = items.find(({ error }) => error !== null);
  if (failed !== undefined || details.length < clips.length || wall === null || planned.isPending)
    return (
      <div className="page-message">
        <h1>{t("sync.wall-title", { items: clips.map((item) => item.slice(1)).join(", ") })}</h1>
        {failed === undefined ? (
          <p className="quiet">{t("sync.wall-waiting")}</p>
        ) : (
          <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
        )}
        <p>
          <Link to="/sync">{t("sync.to-groups")}</Link>
        </p>
      </div>
    );
  return <Wall wall={wall} details={details} plan={plan} casePlan={all} planError={planned.error} address={address} />;
}
