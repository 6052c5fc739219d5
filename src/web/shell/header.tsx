/** The bar at the top: case, screens, jobs, shield, theme. */
import { useEffect, useState } from "react";
import { useCase, useJobs } from "../api-client/case-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import type { Route } from "../router/router.ts";
import { ShieldSwitches } from "../shield/shield-switches.tsx";
import { applyTheme, rememberedTheme, rememberTheme, shownTheme, type ThemeChoice } from "../theme/theme-choice.ts";
import { t } from "../words/t.ts";
import { JobsDialog } from "./jobs-dialog.tsx";
import { ProveDialog } from "./prove-dialog.tsx";
import { ScreenNav } from "./screen-nav.tsx";

export function Header({ route, onKeys }: { route: Route; onKeys: () => void }) {
  const caseQuery = useCase();
  const narrow = useNarrow(761);
  const [open, setOpen] = useState<"jobs" | "prove">();
  return (
    <header className="header">
      <div className="case-title cut" title={caseQuery.data?.title}>
        <Mark />
        <strong className="cut">{caseQuery.data === undefined ? t("app.name") : <IsolatedText text={caseQuery.data.title} />}</strong>
      </div>
      <ScreenNav route={route} />
      <div className="header-tools">
        <ShieldSwitches />
        <span className="divider" />
        <JobsButton onPress={() => setOpen("jobs")} />
        <button type="button" className="button is-bare" aria-label={t("prove.button")} onClick={() => setOpen("prove")}>
          {narrow ? t("prove.button-short") : t("prove.button")}
        </button>
        <ThemeButton />
        <button
          type="button"
          className="button is-bare is-icon"
          onClick={onKeys}
          aria-label={t("keys.title")}
          title={`${t("keys.title")} (?)`}
        >
          <kbd>?</kbd>
        </button>
      </div>
      {open === "jobs" ? <JobsDialog onClose={() => setOpen(undefined)} /> : null}
      {open === "prove" ? <ProveDialog onClose={() => setOpen(undefined)} /> : null}
    </header>
  );
}

export function Mark() {
  return (
    <svg className="icon mark" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M5 8.3l2.2 2.2L11 5.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

function JobsButton({ onPress }: { onPress: () => void }) {
  const jobs = useJobs().data;
  const busy = jobs === undefined ? 0 : jobs.running.length + jobs.waiting;
  return (
    <button type="button" className="button is-bare" onClick={onPress}>
      {busy > 0 && jobs?.paused !== true ? <span className="busy-dot" aria-hidden="true" /> : null}
      {t("jobs.button")}
      {jobs?.paused === true ? <span className="quiet">{t("jobs.paused-short")}</span> : null}
      {busy > 0 ? <span className="quiet">{t("jobs.running-short", { count: busy })}</span> : null}
      {jobs !== undefined && jobs.failed > 0 ? (
        <span className="tone-conflict">{t("jobs.failed-short", { count: jobs.failed })}</span>
      ) : null}
    </button>
  );
}

export function ThemeButton() {
  const [choice, setChoice] = useState<ThemeChoice>(rememberedTheme);
  useEffect(() => applyTheme(choice), [choice]);
  const next = shownTheme(choice) === "dark" ? "light" : "dark";
  const label = t(next === "dark" ? "theme.to-dark" : "theme.to-light");
  const change = (): void => {
    rememberTheme(next);
    setChoice(next);
  };
  return (
    <button type="button" className="button is-bare is-icon" onClick={change} aria-label={label} title={label}>
      <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8 2a6 6 0 1 0 .01 0z" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  );
}
