/** This machine's clock held against another one, before anything is captured by it. */
import { useEffect, useState } from "react";
import type { CaptureRequest } from "../../api/links.ts";
import { typedItems } from "../inquiry/typed-items.ts";
import { t } from "../words/t.ts";
import { utcWords } from "./utc-words.ts";

export interface ClockWords {
  readonly done: boolean;
  readonly reference: string;
  readonly offset: string;
  readonly plusMinus: string;
  readonly picture: string;
}

export const emptyClock: ClockWords = { done: false, reference: "", offset: "", plusMinus: "", picture: "" };

/** Undefined while something is missing or no number. */
export function readClock({ done, reference, offset, plusMinus, picture }: ClockWords): CaptureRequest["clockCheck"] | undefined {
  if (!done) return "not-done";
  const items = typedItems(picture);
  const [offsetSec, plusMinusSec] = [numberOf(offset), numberOf(plusMinus)];
  if (reference.trim() === "" || offsetSec === undefined || plusMinusSec === undefined || plusMinusSec < 0) return undefined;
  if (items === undefined || items.length > 1) return undefined;
  return { reference: reference.trim(), offsetSec, plusMinusSec, picture: items[0] ?? null };
}

function numberOf(text: string): number | undefined {
  const words = text.trim().replace(",", ".").replace("−", "-");
  return /^[+-]?\d{1,9}(\.\d{1,6})?$/.test(words) ? Number(words) : undefined;
}

export function ClockStep({ clock, onChange }: { clock: ClockWords; onChange: (clock: ClockWords) => void }) {
  const set = (name: "reference" | "offset" | "plusMinus" | "picture") => (event: { target: { value: string } }) =>
    onChange({ ...clock, [name]: event.target.value });
  return (
    <>
      <p>
        {/* Changes every second: not to be read out. */}
        <Now />
      </p>
      <div className="choice-row" role="group" aria-label={t("capture.step-clock")}>
        <label className="chip">
          <input type="radio" name="clock" checked={!clock.done} onChange={() => onChange({ ...clock, done: false })} />
          {t("capture.clock-not-done")}
        </label>
        <label className="chip">
          <input type="radio" name="clock" checked={clock.done} onChange={() => onChange({ ...clock, done: true })} />
          {t("capture.clock-done")}
        </label>
      </div>
      {clock.done ? (
        <div className="clock-fields">
          <label className="label">
            <span>{t("capture.clock-reference")}</span>
            <input
              dir="auto"
              className="field"
              maxLength={500}
              placeholder={t("capture.clock-reference-hint")}
              value={clock.reference}
              onChange={set("reference")}
            />
          </label>
          <label className="label">
            <span>{t("capture.clock-offset")}</span>
            <input
              className="field"
              inputMode="decimal"
              title={t("capture.clock-offset-hint")}
              placeholder="0"
              value={clock.offset}
              onChange={set("offset")}
            />
          </label>
          <label className="label">
            <span>{t("capture.clock-plus-minus")}</span>
            <input className="field" inputMode="decimal" placeholder="1" value={clock.plusMinus} onChange={set("plusMinus")} />
          </label>
          <label className="label">
            <span>{t("capture.clock-picture")}</span>
            <input dir="auto" className="field" value={clock.picture} onChange={set("picture")} />
          </label>
          <p className="quiet is-line">{t("capture.clock-offset-hint")}</p>
        </div>
      ) : null}
    </>
  );
}

function Now() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 500);
    return () => clearInterval(timer);
  }, []);
  return <>{t("capture.clock-now", { now: `${utcWords(now)} UTC` })}</>;
}
