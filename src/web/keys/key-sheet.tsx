/** Every key in force on the screen below, from the same tables the keys come from. */
import "./key-sheet.css";
import { Fragment } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "../words/t.ts";
import type { KeyTable } from "./key-table.ts";

const printed: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Mod: "Ctrl",
};

function printedKey(name: string): string {
  // "+" itself is a key.
  if (name === "+") return name;
  return name
    .split("+")
    .map((part) => printed[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part))
    .join(" ");
}

export function KeySheet({ tables, onClose }: { tables: readonly KeyTable[]; onClose: () => void }) {
  return (
    <Dialog title={t("keys.title")} wide onClose={onClose}>
      <div className="key-sheet">
        {tables.map((table) => (
          <section key={table.title}>
            <h3>{t(table.title)}</h3>
            <dl>
              {Object.entries(table.actions).map(([action, { keys, says }]) => (
                <Fragment key={action}>
                  <dt>
                    {keys.map((key, index) => (
                      <Fragment key={key}>
                        {index === 0 ? null : <span className="visually-hidden">{t("keys.or")}</span>}
                        <kbd>{printedKey(key)}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{t(says)}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="quiet">{t("keys.footnote")}</p>
    </Dialog>
  );
}
