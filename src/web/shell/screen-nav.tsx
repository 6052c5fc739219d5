/** Links to the screens: a row beneath the tools where there is room, else behind one button that names the present screen. */
import { useEffect, useId, useRef, useState } from "react";
import { useChanges } from "../api-client/work-api.ts";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import type { Route } from "../router/router.ts";
import { t } from "../words/t.ts";
import { screenEntries } from "./screens.ts";

/** Below this they would take more than two rows. */
const foldBelow = 761;

export function ScreenNav({ route }: { route: Route }) {
  const folded = useNarrow(foldBelow);
  if (folded) return <FoldedNav route={route} />;
  return (
    <nav className="nav" aria-label={t("app.nav")}>
      <NavLinks route={route} />
    </nav>
  );
}

function NavLinks({ route, onGone }: { route: Route; onGone?: () => void }) {
  return screenEntries.map(({ to, says, screens }) => (
    <Link key={to} to={to} aria-current={screens.includes(route.screen) ? "page" : undefined} onClick={onGone}>
      {t(says)}
      {to === "/work" ? <NewForMe /> : null}
    </Link>
  ));
}

/** Mentions, answers and tasks since the person last looked. */
function NewForMe() {
  const count = useChanges().data?.forMe.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="nav-count" title={t("changes.count", { count })}>
      <span className="visually-hidden">, {t("changes.count", { count })}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}

function FoldedNav({ route }: { route: Route }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const whole = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const present = screenEntries.find(({ screens }) => screens.includes(route.screen));
  useEffect(() => {
    if (!open) return undefined;
    whole.current?.querySelector<HTMLElement>("a")?.focus();
    const leave = (event: Event): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);
  return (
    <nav
      ref={whole}
      className="nav is-folded"
      aria-label={t("app.nav")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen((now) => !now)}
      >
        <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <span className="visually-hidden">{t("app.nav")}: </span>
        {t(present?.says ?? "nav.item")}
      </button>
      <div id={list} className="nav-list" hidden={!open}>
        <NavLinks route={route} onGone={() => setOpen(false)} />
      </div>
    </nav>
  );
}
