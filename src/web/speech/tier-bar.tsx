/** The tiers of an item, each with what it is and how it stands, and what can be done beside writing in one. */
import { useState } from "react";
import type { TierRow } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleMark } from "../work/stale-mark.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { NewTierDialog } from "./new-tier-dialog.tsx";
import { languageName, sortName } from "./segment-words.ts";
import { type NewTier, type SpeechPart, speechParts, speechPath } from "./speech-address.ts";
import { TierStageMark } from "./tier-state.tsx";

interface TierBarProps {
  readonly item: ItemId;
  readonly tiers: readonly TierRow[];
  readonly worked: TierRow | undefined;
  readonly made: NewTier | undefined;
  readonly part: SpeechPart;
  readonly readOnly: boolean;
}

export function TierBar({ item, tiers, worked, made, part, readOnly }: TierBarProps) {
  const [dialog, setDialog] = useState<"new" | "import" | "export">();
  const close = (): void => setDialog(undefined);
  return (
    <div className="tier-bar">
      <nav className="tier-list" aria-label={t("speech.tiers")}>
        {tiers.map((row) => (
          <Link
            key={row.id}
            to={speechPath(item, { tier: row.id, part })}
            className={row.withdrawn === undefined ? "tier-chip" : "tier-chip is-withdrawn"}
            aria-current={row.id === worked?.id ? "page" : undefined}
          >
            <span>
              <b>{sortName(row.sort)}</b> {languageName(row.language)}{" "}
              <span className="quiet small">
                {row.id} · {t("speech.version-short", { version: row.version })}
              </span>
            </span>
            <span className="small">
              <TierStageMark row={row} />{" "}
              <span className="quiet">{row.from === null ? "" : t("speech.of-tier", { tier: row.from.tier })}</span>
            </span>
          </Link>
        ))}
        {made === undefined ? null : (
          <span className="tier-chip" aria-current="page">
            <span>
              <b>{sortName(made.sort)}</b> {languageName(made.language)}
            </span>
            <span className="small">{t("speech.not-in-case")}</span>
          </span>
        )}
      </nav>
      {worked === undefined ? null : <StaleMark record={worked.id} />}
      <span className="button-row">
        {readOnly ? null : (
          <>
            <button type="button" className="button is-small" onClick={() => setDialog("new")}>
              {t("speech.new-tier")}
            </button>
            <button type="button" className="button is-small" onClick={() => setDialog("import")}>
              {t("speech.import")}
            </button>
          </>
        )}
        {worked === undefined ? null : (
          <button type="button" className="button is-small" onClick={() => setDialog("export")}>
            {t("speech.export")}
          </button>
        )}
      </span>
      {worked === undefined ? null : (
        <nav className="screen-parts" aria-label={t("speech.parts")}>
          {speechParts.map((name) => (
            <Link key={name} to={speechPath(item, { tier: worked.id, part: name })} aria-current={name === part ? "page" : undefined}>
              {t(`speech.part.${name}`)}
              {name === "history" ? <span className="tab-count">{worked.version}</span> : null}
            </Link>
          ))}
        </nav>
      )}
      {dialog === "new" ? <NewTierDialog item={item} tiers={tiers.filter((row) => row.withdrawn === undefined)} onClose={close} /> : null}
      {dialog === "import" ? <ImportDialog item={item} onClose={close} /> : null}
      {dialog === "export" && worked !== undefined ? <ExportDialog tier={worked} onClose={close} /> : null}
    </div>
  );
}
