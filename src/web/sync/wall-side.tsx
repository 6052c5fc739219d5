/** Beside the players: the plan, the pairs it rests on, marks, what is pinned to the clips, and the map. */
import type { ItemId } from "../../core/item/item.ts";
import type { SyncMarkRow } from "../../api/sync.ts";
import { Tabs } from "../bench/tabs.tsx";
import { setQuery } from "../router/router.ts";
import { t } from "../words/t.ts";
import { EventsTab } from "./events-tab.tsx";
import type { LockedWall } from "./locked-wall.ts";
import { MapTab } from "./map-tab.tsx";
import { MarksTab } from "./marks-tab.tsx";
import { PairsTab } from "./pairs-tab.tsx";
import { PlanTab } from "./plan-tab.tsx";
import type { WallTab } from "./sync-address.ts";
import type { DraftMark } from "./use-draft-mark.ts";
import type { WallEvent } from "./wall-events.ts";
import type { LaneOf } from "./wall-lanes.tsx";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

interface WallSideProps {
  readonly wall: LockedWall;
  readonly lanes: readonly LaneOf[];
  readonly plan: WallPlan;
  readonly casePlan: CasePlan | undefined;
  readonly draft: DraftMark;
  readonly events: readonly WallEvent[];
  readonly marks: readonly SyncMarkRow[];
  readonly readOnly: boolean;
  readonly chosen: ItemId;
  readonly tab: WallTab;
}

export function WallSide({ wall, lanes, plan, casePlan, draft, events, marks, readOnly, chosen, tab }: WallSideProps) {
  const details = lanes.map(({ detail }) => detail);
  const items = details.map(({ row }) => row.id);
  const standing = marks.filter(({ withdrawn, points }) => withdrawn === undefined && points.some(({ item }) => items.includes(item)));
  return (
    <aside className="wall-side" aria-label={t("sync.side")}>
      <Tabs<WallTab>
        label={t("sync.side")}
        chosen={tab}
        onChoose={(name) => setQuery({ tab: name === "plan" ? undefined : name })}
        tabs={[
          { name: "plan", label: t("sync.tab.plan"), panel: () => <PlanTab {...{ lanes, plan, casePlan, readOnly }} /> },
          { name: "pairs", label: t("sync.tab.pairs"), panel: () => <PairsTab {...{ items, plan, casePlan, readOnly }} /> },
          {
            name: "marks",
            label: t("sync.tab.marks"),
            count: standing.length,
            panel: () => <MarksTab {...{ draft, details, marks, readOnly }} />,
          },
          { name: "events", label: t("sync.tab.events"), count: events.length, panel: () => <EventsTab {...{ wall, events, casePlan }} /> },
          {
            name: "map",
            label: t("sync.tab.map"),
            panel: () => <MapTab {...{ wall, items, chosen }} onChoose={(item) => setQuery({ chosen: item })} />,
          },
        ]}
      />
    </aside>
  );
}
