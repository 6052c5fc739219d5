/** Evidence on one side of a finding, being gathered: each ground with what it shows, found by the picker, moved to the evidence card by the cursor. */
import { useState } from "react";
import type { Ground } from "../../core/review/ground.ts";
import type { FieldLint } from "../../reason/lint/lint-document.ts";
import { GroundPicker } from "../parts/ground-picker.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { GroundHead } from "./ground-head.tsx";
import { LintedField } from "./linted-field.tsx";

interface GroundFieldsProps {
  readonly side: "for" | "against";
  readonly grounds: readonly Ground[];
  readonly cursor: Ground | undefined;
  readonly marksOf: (field: string) => readonly FieldLint[];
  readonly onGrounds: (grounds: Ground[]) => void;
  readonly onCursor: (ground: Ground) => void;
}

export function GroundFields({ side, grounds, cursor, marksOf, onGrounds, onCursor }: GroundFieldsProps) {
  const [picking, setPicking] = useState(false);
  const field = side === "for" ? "evidenceFor" : "evidenceAgainst";
  return (
    <div className="ground-fields">
      {grounds.length === 0 ? <p className="quiet small">{t(`finding.no-evidence-${side}`)}</p> : null}
      <ol className="ground-rows">
        {grounds.map((ground, at) => (
          <li
            key={`${ground.record}.${at}`}
            className={ground === cursor ? "ground-row is-cursor" : "ground-row"}
            onFocus={() => onCursor(ground)}
          >
            <div className="ground-row-head">
              <GroundHead ground={ground} onCursor={onCursor} />
              <button
                type="button"
                className="button is-small"
                aria-label={t("finding.remove-ground", { record: ground.record ?? String(ground.line) })}
                onClick={() => onGrounds(grounds.filter((_, other) => other !== at))}
              >
                {t("finding.remove")}
              </button>
            </div>
            <LintedField
              label={t("ground.shows")}
              value={ground.shows}
              maxLength={2000}
              marks={marksOf(`${field}.${at}.shows`)}
              onChange={(shows) => onGrounds(grounds.map((one, other) => (other === at ? { ...one, shows } : one)))}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => setPicking(true)}>
        {t(`finding.add-${side}`)}
      </button>
      {picking ? (
        <GroundPicker
          title={t(`finding.add-${side}`)}
          onClose={() => setPicking(false)}
          onPick={(ground, card) => {
            setPicking(false);
            onGrounds([...grounds, ground]);
            onCursor(ground);
            announce(t("ground.cited", { record: card.record }));
          }}
        />
      ) : null}
    </div>
  );
}
