/** The frame around every screen: navigation, shield switches, jobs, head of the ledger, keys. */
import "./shell.css";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useCase } from "../api-client/case-queries.ts";
import { CustodyLog } from "../custody/custody-log.tsx";
import { CaseDesk } from "../desk/case-desk.tsx";
import { globalKeys } from "../keys/global-keys.ts";
import { KeySheet } from "../keys/key-sheet.tsx";
import type { KeyTable } from "../keys/key-table.ts";
import { activeTables, useKeys } from "../keys/use-keys.ts";
import { LiveRegion } from "../parts/live-region.tsx";
import { Link } from "../router/link.tsx";
import { routeOf, useAddress } from "../router/router.ts";
import { BlankCover, useBlankOnEscapeTwice } from "../shield/blank-cover.tsx";
import { useShield } from "../shield/shield.tsx";
import { BreakPrompt } from "../wellbeing/break-prompt.tsx";
import { useExposure } from "../wellbeing/use-exposure.ts";
import "../wellbeing/wellbeing.css";
import { useShieldSwitches } from "../shield/shield-switches.tsx";
import { t } from "../words/t.ts";
import { Banners } from "./banners.tsx";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Palette } from "./palette.tsx";

const EventsScreen = lazy(() => import("../events/events-screen.tsx").then((module) => ({ default: module.EventsScreen })));
const PasteScreen = lazy(() => import("../paste/paste-screen.tsx").then((module) => ({ default: module.PasteScreen })));
const SourcesScreen = lazy(() => import("../sources/sources-screen.tsx").then((module) => ({ default: module.SourcesScreen })));
const TimeBench = lazy(() => import("../time/time-bench.tsx").then((module) => ({ default: module.TimeBench })));
const PlaceBench = lazy(() => import("../place/place-bench.tsx").then((module) => ({ default: module.PlaceBench })));
const ImageryScreen = lazy(() => import("../layers/imagery-screen.tsx").then((module) => ({ default: module.ImageryScreen })));
const MapScreen = lazy(() => import("../map/map-screen.tsx").then((module) => ({ default: module.MapScreen })));
const ItemBench = lazy(() => import("../bench/item-bench.tsx").then((module) => ({ default: module.ItemBench })));

const SyncScreen = lazy(() => import("../sync/sync-screen.tsx").then((module) => ({ default: module.SyncScreen })));
const SpeechScreen = lazy(() => import("../speech/speech-screen.tsx").then((module) => ({ default: module.SpeechScreen })));
const ClaimsScreen = lazy(() => import("../board/claims-screen.tsx").then((module) => ({ default: module.ClaimsScreen })));
const InquiryScreen = lazy(() => import("../inquiry/inquiry-screen.tsx").then((module) => ({ default: module.InquiryScreen })));
const CaptureScreen = lazy(() => import("../capture/capture-screen.tsx").then((module) => ({ default: module.CaptureScreen })));
const CopiesScreen = lazy(() => import("../copies/copies-screen.tsx").then((module) => ({ default: module.CopiesScreen })));
const ReviewScreen = lazy(() => import("../review/review-screen.tsx").then((module) => ({ default: module.ReviewScreen })));
const BlindScreen = lazy(() => import("../blind/blind-screen.tsx").then((module) => ({ default: module.BlindScreen })));
const SubjectsScreen = lazy(() => import("../subjects/subjects-screen.tsx").then((module) => ({ default: module.SubjectsScreen })));
const WorkScreen = lazy(() => import("../work/work-screen.tsx").then((module) => ({ default: module.WorkScreen })));
const HandoverScreen = lazy(() => import("../handover/handover-screen.tsx").then((module) => ({ default: module.HandoverScreen })));
const RedactScreen = lazy(() => import("../redact/redact-screen.tsx").then((module) => ({ default: module.RedactScreen })));
const SearchScreen = lazy(() => import("../search/search-screen.tsx").then((module) => ({ default: module.SearchScreen })));

type Overlay = { readonly name: "keys"; readonly tables: readonly KeyTable[] } | { readonly name: "palette" };

interface ShellProps {
  readonly connected: boolean;
  readonly sessionOver: boolean;
  readonly onSession: () => void;
}

export function Shell({ connected, sessionOver, onSession }: ShellProps) {
  const { path, query } = useAddress();
  const route = routeOf(path, query);
  const shield = useShield();
  const switches = useShieldSwitches();
  const caseQuery = useCase();
  const main = useRef<HTMLElement>(null);
  const [overlay, setOverlay] = useState<Overlay>();
  const closeOverlay = useCallback(() => setOverlay(undefined), []);

  useBlankOnEscapeTwice(closeOverlay);
  useKeys(
    globalKeys,
    {
      grey: switches.grey,
      mute: switches.mute,
      blur: switches.blur,
      sheet: () => setOverlay({ name: "keys", tables: activeTables() }),
      palette: () => setOverlay({ name: "palette" }),
    },
    { enabled: !shield.blanked },
  );

  useEffect(() => refuseDrops(window), []);

  const title = caseQuery.data?.title;
  useEffect(() => {
    document.title = title === undefined ? t("app.name") : `${title} · ${t("app.name")}`;
  }, [title]);

  return (
    <>
      <div className="shell" inert={shield.blanked} aria-hidden={shield.blanked} data-screen={route.screen}>
        <a className="skip-link" href="#main">
          {t("app.skip")}
        </a>
        <Header route={route} onKeys={() => setOverlay({ name: "keys", tables: activeTables() })} />
        <Banners sessionOver={sessionOver} onSession={onSession} />
        <main id="main" ref={main} tabIndex={-1} className="screen">
          <FailureBoundary key={route.screen === "item" ? route.itemId : route.screen}>
            <Suspense fallback={<p className="page-message">{t("app.waiting")}</p>}>
              {route.screen === "desk" ? <CaseDesk /> : null}
              {route.screen === "custody" ? <CustodyLog line={route.line} /> : null}
              {route.screen === "item" ? <ItemBench key={route.itemId} itemId={route.itemId} startFrame={route.startFrame} /> : null}
              {route.screen === "map" ? <MapScreen /> : null}
              {route.screen === "time" ? <TimeBench inference={route.inference} /> : null}
              {route.screen === "place" ? <PlaceBench inference={route.inference} /> : null}
              {route.screen === "events" ? <EventsScreen record={route.record} /> : null}
              {route.screen === "claims" ? <ClaimsScreen /> : null}
              {route.screen === "sync" ? <SyncScreen /> : null}
              {route.screen === "speech" ? <SpeechScreen itemId={route.itemId} /> : null}
              {route.screen === "inquiry" ? <InquiryScreen /> : null}
              {route.screen === "capture" ? <CaptureScreen key={route.itemId} itemId={route.itemId} /> : null}
              {route.screen === "imagery" ? <ImageryScreen key={route.itemId} itemId={route.itemId} /> : null}
              {route.screen === "paste" ? <PasteScreen /> : null}
              {route.screen === "sources" ? <SourcesScreen record={route.record} /> : null}
              {route.screen === "search" ? <SearchScreen /> : null}
              {route.screen === "copies" ? <CopiesScreen /> : null}
              {route.screen === "review" ? <ReviewScreen record={route.record} /> : null}
              {route.screen === "blind" ? <BlindScreen blind={route.blind} /> : null}
              {route.screen === "subjects" ? <SubjectsScreen record={route.record} /> : null}
              {route.screen === "work" ? <WorkScreen /> : null}
              {route.screen === "handover" ? <HandoverScreen edition={route.edition} /> : null}
              {route.screen === "redact" ? <RedactScreen key={route.itemId} itemId={route.itemId} /> : null}
              {route.screen === "unknown" ? <UnknownPlace /> : null}
            </Suspense>
          </FailureBoundary>
        </main>
        <Wellbeing />
        <Footer connected={connected} />
      </div>
      {overlay?.name === "keys" ? <KeySheet tables={overlay.tables} onClose={closeOverlay} /> : null}
      {overlay?.name === "palette" ? <Palette onClose={closeOverlay} /> : null}
      {shield.blanked ? <BlankCover /> : null}
      <LiveRegion />
    </>
  );
}

/** On its own, so that what it counts each second draws nothing else anew. */
function Wellbeing() {
  return <BreakPrompt exposure={useExposure()} />;
}

/** A file let go where no screen takes files would replace the page; here nothing happens. A screen that does take them answers first. */
function refuseDrops(target: Window): () => void {
  const onOver = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "none";
  };
  const onDrop = (event: DragEvent): void => event.preventDefault();
  target.addEventListener("dragover", onOver);
  target.addEventListener("drop", onDrop);
  return () => {
    target.removeEventListener("dragover", onOver);
    target.removeEventListener("drop", onDrop);
  };
}

function UnknownPlace() {
  return (
    <div className="page-message">
      <h1>{t("route.unknown")}</h1>
      <p>
        <Link to="/">{t("route.to-desk")}</Link>
      </p>
    </div>
  );
}
