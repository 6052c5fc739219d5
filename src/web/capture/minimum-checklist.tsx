/** The least that a capture should hold after the Berkeley Protocol, and where each part is; what is missing is said, not hidden. */
import type { ItemId } from "../../core/item/item.ts";
import { type CaptureMinimum, type CapturePart, captureParts } from "../../core/link/capture.ts";
import { t } from "../words/t.ts";

/** An item, "all" of them, or an answer without one. */
export type PartChoice = ItemId | "all" | "stated" | "not-captured" | "unknown";
export type MinimumChoice = Readonly<Record<CapturePart, PartChoice>>;

export const emptyMinimum: MinimumChoice = {
  // The link itself stands in the entry.
  address: "stated",
  "html-source": "not-captured",
  "full-page": "not-captured",
  "embedded-media": "not-captured",
  "uploader-and-context": "not-captured",
};

/** What was chosen, for the items that there are now: a file taken out again holds nothing. */
export function minimumOf(chosen: MinimumChoice, items: readonly ItemId[]): CaptureMinimum {
  return Object.fromEntries(captureParts.map((part) => [part, heldBy(chosen[part], items)])) as CaptureMinimum;
}

function heldBy(choice: PartChoice, items: readonly ItemId[]): CaptureMinimum[CapturePart] {
  if (choice === "stated" || choice === "not-captured" || choice === "unknown") return choice;
  const held = choice === "all" ? items : items.filter((item) => item === choice);
  return held.length === 0 ? "not-captured" : [...held];
}

interface MinimumChecklistProps {
  readonly chosen: MinimumChoice;
  readonly items: readonly ItemId[];
  readonly onChange: (chosen: MinimumChoice) => void;
}

export function MinimumChecklist({ chosen, items, onChange }: MinimumChecklistProps) {
  const minimum = minimumOf(chosen, items);
  return (
    <>
      <p className="quiet">{t("capture.minimum-note")}</p>
      <div className="minimum">
        {captureParts.map((part) => (
          <label key={part} className="label">
            <span>
              <span aria-hidden="true" className={missing(minimum[part]) ? "tone-narrower" : "tone-agree"}>
                {missing(minimum[part]) ? "○ " : "● "}
              </span>
              {t(`capture.part.${part}`)}
            </span>
            <select
              className="field"
              value={chosen[part]}
              onChange={(event) => onChange({ ...chosen, [part]: event.target.value as PartChoice })}
            >
              <option value="not-captured">{t("capture.part-not-captured")}</option>
              <option value="unknown">{t("capture.part-unknown")}</option>
              <option value="stated">{t("capture.part-stated")}</option>
              {items.length > 1 ? <option value="all">{t("capture.part-in-all")}</option> : null}
              {items.map((item) => (
                <option key={item} value={item}>
                  {t("capture.part-in", { number: item.slice(1) })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p role="status">{missingWords(minimum)}</p>
    </>
  );
}

function missing(held: CaptureMinimum[CapturePart]): boolean {
  return held === "not-captured" || held === "unknown";
}

/** "Missing: HTML source, embedded media." */
export function missingWords(minimum: CaptureMinimum): string {
  const parts = captureParts.filter((part) => missing(minimum[part]));
  if (parts.length === 0) return t("capture.missing-none");
  return t("capture.missing", { parts: parts.map((part) => t(`capture.part.${part}`)).join(", ") });
}
