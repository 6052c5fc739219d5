/**
 * All of the page while somebody owes a blind answer: what they are asked, the items, where the answer goes. No name of the case, no
 * other screen, no live event; why that is so stands at the top. The same page answers a packet, where there is no case at all.
 */
import "../shell/shell.css";
import "../wellbeing/wellbeing.css";
import "./blind.css";
import { useCallback, useEffect, useState } from "react";
import type { DeskTask } from "../../api/blind.ts";
import { useBlindAgain, useBlindDesk } from "../api-client/blind-api.ts";
import { globalKeys } from "../keys/global-keys.ts";
import { KeySheet } from "../keys/key-sheet.tsx";
import type { KeyTable } from "../keys/key-table.ts";
import { activeTables, useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { LiveRegion } from "../parts/live-region.tsx";
import { BlankCover, useBlankOnEscapeTwice } from "../shield/blank-cover.tsx";
import { ShieldSwitches, useShieldSwitches } from "../shield/shield-switches.tsx";
import { useShield } from "../shield/shield.tsx";
import { Mark, ThemeButton } from "../shell/header.tsx";
import { BreakPrompt } from "../wellbeing/break-prompt.tsx";
import { useExposure } from "../wellbeing/use-exposure.ts";
import { t } from "../words/t.ts";
import { DeskTaskView } from "./desk-task.tsx";
import { PacketAnswered } from "./packet-answered.tsx";

export function BlindShell({ onOpen }: { readonly onOpen: () => void }) {
  const desk = useBlindDesk();
  const again = useBlindAgain();
  const shield = useShield();
  const switches = useShieldSwitches();
  const [sealed, setSealed] = useState<readonly number[]>([]);
  const [keys, setKeys] = useState<readonly KeyTable[]>();
  const closeKeys = useCallback(() => setKeys(undefined), []);
  useBlankOnEscapeTwice(closeKeys);
  useKeys(
    globalKeys,
    { grey: switches.grey, mute: switches.mute, blur: switches.blur, sheet: () => setKeys(activeTables()) },
    { enabled: !shield.blanked },
  );
  useEffect(() => {
    document.title = `${t("blind.title")} · ${t("app.name")}`;
  }, []);
  const open = desk.data?.shut === false;
  const packet = desk.data?.packet ?? null;
  return (
    <>
      <div className="shell is-blind" inert={shield.blanked} aria-hidden={shield.blanked} data-screen="blind">
        <a className="skip-link" href="#main">
          {t("app.skip")}
        </a>
        <header className="header">
          <div className="case-title">
            <Mark />
            <strong>{t("app.name")}</strong>
          </div>
          <div className="header-tools">
            <ShieldSwitches />
            <span className="divider" />
            <ThemeButton />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="screen">
          <div className="blind-page">
            <header className="blind-head">
              <h1>{t(open ? "blind.title" : "blind.shut-title")}</h1>
              {open ? null : <p>{t(packet === null ? "blind.shut-why" : "blind.packet-why")}</p>}
              {open ? null : <p className="quiet">{t("blind.shut-tools")}</p>}
            </header>
            {desk.error === null ? null : <ErrorNotice error={desk.error} onRetry={() => void desk.refetch()} />}
            {packet === null ? null : (
              <PacketAnswered packet={packet} protection={desk.data?.protection ?? "file mode alone"} onTold={again} />
            )}
            {sealed.map((line) => (
              <p key={line} className="notice" role="status">
                {t("blind.sealed", { line })} {open ? t("blind.sealed-how") : ""}
              </p>
            ))}
            {open ? (
              <p className="button-row">
                <button type="button" className="button is-main" onClick={onOpen}>
                  {t("blind.open-case")}
                </button>
              </p>
            ) : null}
            {open
              ? null
              : desk.data?.tasks.map((task) => (
                  <DeskTaskView
                    key={task.blind}
                    task={task}
                    desk={desk.data}
                    onSealed={(line) => {
                      if (line !== null) setSealed((now) => [...now, line]);
                      again();
                    }}
                  />
                ))}
            {packet === null ? <p className="quiet small blind-disk">{t("blind.disk")}</p> : null}
          </div>
        </main>
        {/* A packet is answered without a folder of the person's own in which minutes could be kept. */}
        {desk.data === undefined || open || packet !== null ? null : <DeskWellbeing tasks={desk.data.tasks} />}
      </div>
      {keys === undefined ? null : <KeySheet tables={keys} onClose={closeKeys} />}
      {shield.blanked ? <BlankCover /> : null}
      <LiveRegion />
    </>
  );
}

/** On its own, so that what it counts each second draws nothing else anew. */
function DeskWellbeing({ tasks }: { readonly tasks: readonly DeskTask[] }) {
  const items = tasks.flatMap((task) => task.items);
  const exposure = useExposure((item) => items.find((one) => one.item === item)?.graphicLevel);
  return <BreakPrompt exposure={exposure} canTell={false} />;
}
