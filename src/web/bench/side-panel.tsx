/** The tabs beside the material. Those that suit the kind of item come first; none is left out because it is empty, but articles. */
import type { ReactNode } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { useComments } from "../api-client/work-api.ts";
import { CommentsTab } from "../comments/comments-tab.tsx";
import { FindFrame } from "../copies/find-frame.tsx";
import { t } from "../words/t.ts";
import { ArticleTab, articlesOf } from "./article-tab.tsx";
import { BearingsTab } from "./bearings-tab.tsx";
import { type BenchTab, benchTabs } from "./chosen-tab.ts";
import { ConditionsTab } from "./conditions-tab.tsx";
import { CopiesTab } from "./copies-tab.tsx";
import { CustodyTab } from "./custody-tab.tsx";
import type { FramePlayer } from "./frame-player.ts";
import { HeldTab } from "./held-tab.tsx";
import { MetadataTab } from "./metadata-tab.tsx";
import { NotesTab } from "./notes-tab.tsx";
import { ObservationPanel } from "./observation-panel.tsx";
import { PostsView } from "./posts-view.tsx";
import { ProvenanceTab } from "./provenance-tab.tsx";
import { SoundsTab } from "./sounds-tab.tsx";
import { type TabEntry, Tabs } from "./tabs.tsx";
import { TimesTab } from "./times-tab.tsx";
import { TranscriptTab } from "./transcript-tab.tsx";
import { TriageTab } from "./triage-tab.tsx";
import type { Drawing } from "./use-drawing.ts";

/** What is asked with: the frame that the player shows, or the picture. A video without frames to step has none. */
function findOf({ row }: ItemDetail, player: FramePlayer | null): ReactNode {
  if (row.failure !== undefined || (row.kind !== "picture" && (row.kind !== "video" || player === null))) return null;
  return <FindFrame item={row.id} player={row.kind === "picture" ? null : player} />;
}

interface SidePanelProps {
  readonly detail: ItemDetail;
  readonly player: FramePlayer | null;
  readonly tab: BenchTab | undefined;
  readonly onTab: (tab: BenchTab) => void;
  readonly draw: Drawing;
  readonly focusAt: number;
  readonly pin: string | null;
}

export function SidePanel({ detail, player, tab, onTab, draw, focusAt, pin }: SidePanelProps) {
  const { row } = detail;
  const articles = articlesOf(detail);
  const comments = useComments(row.id).data?.filter(({ withdrawn }) => withdrawn === null).length;
  const isMedia = row.kind === "video" || row.kind === "picture" || row.kind === "sound";
  const panels: Readonly<Record<BenchTab, TabEntry<BenchTab>>> = {
    observe: {
      name: "observe",
      label: t("bench.tab.observe"),
      count: detail.observations.filter((observation) => observation.withdrawn === undefined).length,
      panel: () => (
        <ObservationPanel
          detail={detail}
          player={player}
          draft={draw.draft}
          onDraft={draw.setDraft}
          drawing={draw.drawing}
          onDrawing={draw.toggleDrawing}
          focusAt={focusAt}
          chosen={pin}
        />
      ),
    },
    transcript: {
      name: "transcript",
      label: t("bench.tab.transcript"),
      panel: () => <TranscriptTab detail={detail} player={player} />,
    },
    notes: { name: "notes", label: t("bench.tab.notes"), count: detail.notes.length, panel: () => <NotesTab detail={detail} /> },
    comments: {
      name: "comments",
      label: t("comments.tab"),
      count: comments,
      panel: () => <CommentsTab detail={detail} player={player} />,
    },
    sounds: { name: "sounds", label: t("sounds.tab"), panel: () => <SoundsTab detail={detail} player={player} /> },
    bearings: { name: "bearings", label: t("bearings.of-item"), panel: () => <BearingsTab detail={detail} player={player} /> },
    triage: { name: "triage", label: t("bench.tab.triage"), panel: () => <TriageTab detail={detail} /> },
    conditions: { name: "conditions", label: t("bench.tab.conditions"), panel: () => <ConditionsTab detail={detail} /> },
    held: { name: "held", label: t("bench.tab.held"), count: detail.traps.length, panel: () => <HeldTab detail={detail} /> },
    copies: {
      name: "copies",
      label: t("bench.tab.copies"),
      panel: () => <CopiesTab item={row.id} media={isMedia} find={findOf(detail, player)} />,
    },
    provenance: { name: "provenance", label: t("bench.tab.provenance"), panel: () => <ProvenanceTab detail={detail} /> },
    posts: {
      name: "posts",
      label: t("bench.tab.posts"),
      count: detail.postCount,
      panel: () => <PostsView detail={detail} ofExport={false} />,
    },
    article: { name: "article", label: t("bench.tab.article"), count: articles.length, panel: () => <ArticleTab detail={detail} /> },
    metadata: {
      name: "metadata",
      label: t("bench.tab.metadata"),
      count: detail.metadata.length,
      panel: () => <MetadataTab detail={detail} />,
    },
    times: { name: "times", label: t("bench.tab.times"), count: detail.times.length, panel: () => <TimesTab detail={detail} /> },
    custody: { name: "custody", label: t("bench.tab.custody"), panel: () => <CustodyTab item={row.id} /> },
  };
  // Posts and articles that the middle shows are not shown twice.
  const left: readonly BenchTab[] = [
    ...(row.kind === "posts" ? (["posts"] as const) : []),
    ...(isMedia || row.kind === "posts" ? [] : (["copies"] as const)),
    ...(isMedia ? [] : (["transcript"] as const)),
    ...(row.kind === "video" || row.kind === "sound" ? [] : (["sounds"] as const)),
    ...(articles.length === 0 ? (["article"] as const) : []),
  ];
  return (
    <Tabs
      label={t("bench.side")}
      tabs={benchTabs.filter((name) => !left.includes(name)).map((name) => panels[name])}
      chosen={tab ?? (row.link !== undefined ? "provenance" : isMedia && row.failure === undefined ? "observe" : "held")}
      onChoose={onTab}
    />
  );
}
