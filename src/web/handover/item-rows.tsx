/** How each item goes that the findings rest on: in full, redacted, described or left out, with excerpts and frames by their seconds. */
import type { EditionChecked } from "../../api/editions.ts";
import type { EditionItem } from "../../core/edition/edition.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { type DraftItem, itemOf, type PlanDraft, stillsOf, stretchesOf } from "./plan-draft.ts";

interface ItemRowsProps {
  readonly items: EditionChecked["items"];
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
}

const ways: readonly EditionItem["as"][] = ["full", "redacted", "described", "left-out"];

export function ItemRows({ items, draft, onChange }: ItemRowsProps) {
  return (
    <fieldset>
      <legend>{t("handover.items")}</legend>
      <p className="quiet">{t("handover.items-what")}</p>
      <ul className="handover-items">
        {items.map(({ item, label, kind, graphic }) => {
          const own = itemOf(draft, item);
          const change = (more: Partial<DraftItem>): void => onChange({ ...draft, items: { ...draft.items, [item]: { ...own, ...more } } });
          const isRecording = kind === "video" || kind === "audio";
          return (
            <li key={item}>
              <p>
                <Link to={`/items/${item}`}>
                  <IsolatedText text={label} />
                </Link>{" "}
                <span className="quiet">{t(`level.${graphic}`)}</span>{" "}
                {draft.sort === "public" ? <Link to={`/redact/${item}`}>{t("handover.redact")}</Link> : null}
              </p>
              <div className="field-row">
                <label className="label">
                  <span>{t("handover.goes")}</span>
                  <select className="field" value={own.as} onChange={(event) => change({ as: event.target.value as EditionItem["as"] })}>
                    {ways.map((way) => (
                      <option key={way} value={way}>
                        {t(`handover.as.${way}`)}
                      </option>
                    ))}
                  </select>
                </label>
                {isRecording ? (
                  <label className="label">
                    <span>{t("handover.excerpts")}</span>
                    <input
                      className="field"
                      value={own.excerpts}
                      placeholder="0.5-1.5"
                      aria-invalid={stretchesOf(own.excerpts) === undefined}
                      onChange={(event) => change({ excerpts: event.target.value })}
                    />
                  </label>
                ) : null}
                {kind === "video" || kind === "picture" ? (
                  <label className="label">
                    <span>{t("handover.stills")}</span>
                    <input
                      className="field"
                      value={own.stills}
                      placeholder="1, 2.5r"
                      aria-invalid={stillsOf(own.stills) === undefined}
                      onChange={(event) => change({ stills: event.target.value })}
                    />
                  </label>
                ) : null}
              </div>
              {own.as === "full" || own.as === "redacted" ? null : (
                <label className="label">
                  <span>{own.as === "described" ? t("handover.describe") : t("handover.why")}</span>
                  <textarea className="field" value={own.why} maxLength={2000} onChange={(event) => change({ why: event.target.value })} />
                </label>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
