/** How a time can be read, reading by reading: read by the rules, changed or added by hand. */
import type { TimeReading } from "../../core/claim/claim-value.ts";
import { t } from "../words/t.ts";
import { ChoiceField, WordField } from "./proposal-fields.tsx";
import { readingWords } from "./proposal-words.ts";

type Kind = "within" | "not-after" | "not-before" | "sun" | "offset" | "order";
const kinds: readonly Kind[] = ["within", "not-after", "not-before", "sun", "offset", "order"];
type Days = Extract<TimeReading, { kind: "within" | "bound" }>;

interface ReadingFieldsProps {
  readonly readings: readonly TimeReading[];
  /** Day that a new reading begins with. */
  readonly day: string;
  readonly words: string;
  readonly onChange: (readings: readonly TimeReading[]) => void;
}

export function ReadingFields({ readings, day, words, onChange }: ReadingFieldsProps) {
  return (
    <fieldset className="claim-group">
      <legend>{t("claims.form.readings")}</legend>
      {readings.length === 0 ? <p className="small tone-narrower">{t("claims.form.no-readings")}</p> : null}
      {readings.map((reading, at) => (
        <OneReading
          key={at}
          at={at + 1}
          reading={reading}
          day={day}
          words={words}
          onChange={(next) => onChange(readings.with(at, next))}
          onRemove={() => onChange(readings.toSpliced(at, 1))}
        />
      ))}
      <button
        type="button"
        className="button"
        disabled={readings.length >= 8}
        onClick={() => onChange([...readings, { kind: "within", day, zone: null }])}
      >
        {t("claims.form.add-reading")}
      </button>
    </fieldset>
  );
}

interface OneProps {
  readonly at: number;
  readonly reading: TimeReading;
  readonly day: string;
  readonly words: string;
  readonly onChange: (reading: TimeReading) => void;
  readonly onRemove: () => void;
}

function OneReading({ at, reading, day, words, onChange, onRemove }: OneProps) {
  const kind: Kind = reading.kind === "bound" ? reading.limit : reading.kind;
  return (
    <div className="claim-listed">
      <div className="claim-listed-head">
        <span className="small">{readingWords(reading)}</span>
        <button
          type="button"
          className="button is-bare"
          onClick={onRemove}
          aria-label={t("claims.form.remove", { what: t("claims.form.reading", { at }) })}
        >
          ×
        </button>
      </div>
      <ChoiceField
        label={t("claims.form.reading-kind", { at })}
        value={kind}
        options={kinds}
        says={(one) => t(`claims.form.kind.${one}`)}
        onChange={(next) => onChange(asKind(reading, next, day, words))}
      />
      {reading.kind === "within" || reading.kind === "bound" ? <DayFields at={at} reading={reading} onChange={onChange} /> : null}
      {reading.kind === "sun" ? (
        <div className="claim-row">
          <ChoiceField
            label={t("claims.form.sun", { at })}
            value={reading.sun}
            options={["morning", "afternoon", "daylight", "night"]}
            says={(sun) => t(`claims.reading.sun.${sun}`)}
            onChange={(sun) => onChange({ ...reading, sun })}
          />
          <WordField
            short
            label={t("claims.form.day", { at })}
            value={reading.day ?? ""}
            onChange={(typed) => onChange(withOr(reading, "day", typed))}
          />
        </div>
      ) : null}
      {reading.kind === "offset" ? (
        <>
          <div className="claim-row">
            <WordField
              short
              label={t("claims.form.hours", { at })}
              value={String(reading.hours)}
              onChange={(typed) => onChange({ ...reading, hours: Number(typed) || 0 })}
            />
            <WordField
              short
              label={t("claims.form.plus-minus-hours", { at })}
              value={String(reading.plusMinusHours)}
              onChange={(typed) => onChange({ ...reading, plusMinusHours: Math.abs(Number(typed)) || 0 })}
            />
          </div>
          <ChoiceField
            label={t("claims.form.counted-from", { at })}
            value={reading.from}
            options={["utterance", "publication", "event"]}
            says={(from) => t(`claims.reading.from.${from}`)}
            onChange={(from) => onChange({ ...reading, from })}
          />
          <WordField label={t("claims.form.of-words", { at })} value={reading.of} onChange={(of) => onChange({ ...reading, of })} />
        </>
      ) : null}
      {reading.kind === "order" ? (
        <>
          <ChoiceField
            label={t("claims.form.relation", { at })}
            value={reading.relation}
            options={["before", "after", "during"]}
            says={(relation) => t(`claims.reading.order.${relation}`)}
            onChange={(relation) => onChange({ ...reading, relation })}
          />
          <WordField label={t("claims.form.of-words", { at })} value={reading.of} onChange={(of) => onChange({ ...reading, of })} />
        </>
      ) : null}
    </div>
  );
}

function DayFields({ at, reading, onChange }: { readonly at: number; readonly reading: Days; readonly onChange: (reading: Days) => void }) {
  const { between } = reading;
  const clocks = (from: string, to: string): void => {
    const { between: _before, ...rest } = reading;
    onChange(from === "" && to === "" ? rest : { ...reading, between: [from, to] });
  };
  return (
    <>
      <div className="claim-row">
        <WordField short label={t("claims.form.day", { at })} value={reading.day} onChange={(day) => onChange({ ...reading, day })} />
        <WordField
          short
          label={t("claims.form.to-day", { at })}
          value={reading.toDay ?? ""}
          onChange={(typed) => onChange(withOr(reading, "toDay", typed))}
        />
      </div>
      <div className="claim-row">
        <WordField
          short
          label={t("claims.form.day-part", { at })}
          value={reading.part ?? ""}
          onChange={(typed) => onChange(withOr(reading, "part", typed))}
        />
        <WordField
          short
          label={t("claims.form.plus-minus", { at })}
          value={reading.plusMinusDays === undefined ? "" : String(reading.plusMinusDays)}
          onChange={(typed) => {
            const { plusMinusDays: _before, ...rest } = reading;
            onChange(typed.trim() === "" ? rest : { ...reading, plusMinusDays: Math.round(Math.abs(Number(typed))) || 0 });
          }}
        />
      </div>
      <div className="claim-row">
        <WordField
          short
          label={t("claims.form.from", { at })}
          value={between?.[0] ?? ""}
          onChange={(from) => clocks(from, between?.[1] ?? "")}
        />
        <WordField short label={t("claims.form.to", { at })} value={between?.[1] ?? ""} onChange={(to) => clocks(between?.[0] ?? "", to)} />
      </div>
      <WordField
        label={t("claims.form.zone", { at })}
        value={reading.zone ?? ""}
        onChange={(zone) => onChange({ ...reading, zone: zone.trim() === "" ? null : zone })}
      />
    </>
  );
}

/** The reading with a field set, or without it where nothing is typed. */
function withOr<R extends TimeReading>(reading: R, field: string, typed: string): R {
  const { [field as never]: _before, ...rest } = reading;
  return (typed.trim() === "" ? rest : { ...rest, [field]: typed }) as R;
}

function asKind(reading: TimeReading, kind: Kind, fallback: string, words: string): TimeReading {
  const days = reading.kind === "within" || reading.kind === "bound" ? reading : undefined;
  const day = days?.day ?? (reading.kind === "sun" ? reading.day : undefined) ?? fallback;
  switch (kind) {
    case "within":
    case "not-after":
    case "not-before": {
      const { kind: _kind, limit: _limit, ...kept } = { limit: undefined, ...(days ?? { kind: "within", day, zone: null }) };
      return kind === "within" ? { kind, ...kept } : { kind: "bound", limit: kind, ...kept };
    }
    case "sun":
      return { kind, sun: "daylight", day };
    case "offset":
      return { kind, hours: -24, plusMinusHours: 12, from: "utterance", of: words };
    case "order":
      return { kind, relation: "before", of: words };
  }
}
