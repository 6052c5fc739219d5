/** The fields of each sort of statement. */
import { useId } from "react";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { t } from "../words/t.ts";
import { DayField } from "./day-field.tsx";
import { roundingOf, type StatementForm, type Unit, units } from "./statement-form.ts";
import { rulesOf } from "./time-draft.ts";
import { ZoneField } from "./zone-field.tsx";
import { zonesOf } from "./zones.ts";

interface FieldsProps {
  readonly form: StatementForm;
  readonly onForm: (change: Partial<StatementForm>) => void;
  readonly problem: TimeProblem;
  /** The field that what is entered cannot be read for. */
  readonly fault: keyof StatementForm | undefined;
}

export function StatementFields(props: FieldsProps) {
  const { form } = props;
  return (
    <fieldset className="claim-fields">
      <legend>{t(`time-bench.sort.${form.sort}`)}</legend>
      {form.sort === "order" || form.sort === "offset" ? (
        <LinkFields {...props} />
      ) : (
        <EventField {...props} name="event" label={eventLabel(form)} />
      )}
      {form.sort === "day" || form.sort === "post" ? <DayFields {...props} /> : null}
      {form.sort === "post" ? <EventField {...props} name="other" label={t("time-bench.posted-of")} /> : null}
      {form.sort === "bound" || form.sort === "pass" ? <BoundFields {...props} /> : null}
      {form.sort === "sun" ? <SunFields {...props} /> : null}
      {form.sort === "windows" ? <WindowsFields {...props} /> : null}
    </fieldset>
  );
}

function eventLabel({ sort }: StatementForm): string {
  return t(sort === "post" ? "time-bench.posting" : sort === "pass" ? "time-bench.pass-event" : "time-bench.event");
}

type TextName = "event" | "other" | "around" | "from" | "to" | "amount" | "give" | "place";

interface TextProps extends FieldsProps {
  readonly name: TextName;
  readonly label: string;
  readonly hint?: string;
  readonly list?: string;
  readonly type?: "text" | "number";
}

function TextInput({ form, onForm, fault, name, label, hint, list, type = "text" }: TextProps) {
  return (
    <label className="label">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        inputMode={type === "number" ? "decimal" : undefined}
        step={type === "number" ? "any" : undefined}
        value={form[name]}
        list={list}
        placeholder={hint}
        aria-invalid={fault === name}
        onChange={(event) => onForm({ [name]: event.target.value })}
      />
    </label>
  );
}

/** One of the events there are, or the name of a new one. */
function EventField(props: FieldsProps & { readonly name: "event" | "other"; readonly label: string }) {
  const list = useId();
  return (
    <>
      <TextInput {...props} list={list} hint={t("time-bench.event-hint")} />
      <datalist id={list}>
        {props.problem.events.slice(0, 500).map((event) => (
          <option key={event} value={event} />
        ))}
      </datalist>
    </>
  );
}

function DayFields(props: FieldsProps) {
  const { form, onForm, problem } = props;
  return (
    <>
      <div className="claim-row">
        <DayField label={t("time-bench.day")} day={form.day} isWrong={props.fault === "day"} onDay={(day) => onForm({ day })} />
        <DayField label={t("time-bench.to-day")} day={form.toDay} isWrong={props.fault === "toDay"} onDay={(toDay) => onForm({ toDay })} />
        <TextInput {...props} name="around" label={t("time-bench.around")} type="number" hint="0" />
      </div>
      <div className="claim-row">
        <label className="label">
          <span>{t("time-bench.part")}</span>
          <select className="field" value={form.part} onChange={(event) => onForm({ part: event.target.value })}>
            <option value="">{t("time-bench.whole-day")}</option>
            {Object.entries(rulesOf(problem)).map(([name, [from, to]]) => (
              <option key={name} value={name}>
                {t("time-bench.rule", { name, from, to })}
              </option>
            ))}
            <option value="clock">{t("time-bench.by-the-clock")}</option>
          </select>
        </label>
        {form.part === "clock" ? (
          <>
            <TextInput {...props} name="from" label={t("time-bench.clock-from")} hint="09:30" />
            <TextInput {...props} name="to" label={t("time-bench.clock-to")} hint="24:00" />
          </>
        ) : null}
      </div>
      <ZoneField
        label={t("time-bench.clock-of")}
        zone={form.zone}
        open={t("time-bench.zone-open")}
        known={zonesOf(problem)}
        onZone={(zone) => onForm({ zone })}
      />
    </>
  );
}

function LinkFields(props: FieldsProps) {
  const { form, onForm } = props;
  const house = form.sort === "offset" ? roundingOf(form) : undefined;
  return (
    <>
      <EventField {...props} name="event" label={t(form.sort === "order" ? "time-bench.earlier-event" : "time-bench.event")} />
      <div className="claim-row">
        <TextInput
          {...props}
          name="amount"
          label={t(form.sort === "order" ? "time-bench.at-least" : "time-bench.by")}
          type="number"
          hint={form.sort === "order" ? "0" : "48"}
        />
        <UnitField label={t("time-bench.unit")} unit={form.unit} onUnit={(unit) => onForm({ unit })} />
        {form.sort === "offset" ? (
          <label className="label">
            <span>{t("time-bench.direction")}</span>
            <select
              className="field"
              value={form.direction}
              onChange={(event) => onForm({ direction: event.target.value as "earlier" | "later" })}
            >
              <option value="earlier">{t("time-bench.earlier-than")}</option>
              <option value="later">{t("time-bench.later-than")}</option>
            </select>
          </label>
        ) : null}
      </div>
      <EventField {...props} name="other" label={t(form.sort === "order" ? "time-bench.later-event" : "time-bench.counted-from")} />
      {form.sort === "offset" ? (
        <>
          <div className="claim-row">
            <TextInput {...props} name="give" label={t("time-bench.give")} type="number" hint="0" />
            <UnitField label={t("time-bench.give-unit")} unit={form.giveUnit} onUnit={(giveUnit) => onForm({ giveUnit })} />
          </div>
          <p className="quiet small">{t("time-bench.give-how")}</p>
          {house === undefined || (form.give === house.give && form.giveUnit === house.giveUnit) ? null : (
            <p>
              <button type="button" className="button is-small" onClick={() => onForm(house)}>
                {t("time-bench.give-house", { give: house.give, unit: t(`time-bench.unit.${house.giveUnit}`) })}
              </button>
            </p>
          )}
        </>
      ) : null}
    </>
  );
}

function UnitField({ label, unit, onUnit }: { label: string; unit: Unit; onUnit: (unit: Unit) => void }) {
  return (
    <label className="label">
      <span>{label}</span>
      <select className="field" value={unit} onChange={(event) => onUnit(event.target.value as Unit)}>
        {(Object.keys(units) as Unit[]).map((name) => (
          <option key={name} value={name}>
            {t(`time-bench.unit.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function BoundFields(props: FieldsProps) {
  const { form, onForm, problem } = props;
  const isPass = form.sort === "pass";
  return (
    <>
      <div className="claim-row">
        <TextInput {...props} name="from" label={t(isPass ? "time-bench.pass-without" : "time-bench.not-before")} hint="2022-03-29 08:40" />
        <TextInput {...props} name="to" label={t(isPass ? "time-bench.pass-with" : "time-bench.not-after")} hint="2022-03-31 08:52" />
      </div>
      <ZoneField
        label={t("time-bench.clock-of")}
        zone={form.zone}
        known={["UTC", ...zonesOf(problem)]}
        onZone={(zone) => onForm({ zone })}
      />
    </>
  );
}

function SunFields(props: FieldsProps) {
  const { form, onForm } = props;
  return (
    <>
      <div className="claim-row">
        <label className="label">
          <span>{t("time-bench.sun-is")}</span>
          <select className="field" value={form.sun} onChange={(event) => onForm({ sun: event.target.value as StatementForm["sun"] })}>
            {(["morning", "afternoon", "daylight", "night"] as const).map((part) => (
              <option key={part} value={part}>
                {t(`time-bench.sun.${part}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput {...props} name="place" label={t("time-bench.at-place")} hint="50.465, 30.185" />
        <DayField label={t("time-bench.sun-day")} day={form.day} isWrong={props.fault === "day"} onDay={(day) => onForm({ day })} />
      </div>
      <p className="quiet small">{t("time-bench.sun-how")}</p>
    </>
  );
}

function WindowsFields({ form, onForm, problem, fault }: FieldsProps) {
  return (
    <>
      <label className="label">
        <span>{t("time-bench.windows-lines")}</span>
        <textarea
          className="field mono"
          value={form.windows}
          placeholder="2022-03-29 13:04 to 2022-03-29 19:26"
          aria-invalid={fault === "windows"}
          onChange={(event) => onForm({ windows: event.target.value })}
        />
      </label>
      <ZoneField
        label={t("time-bench.clock-of")}
        zone={form.zone}
        known={["UTC", ...zonesOf(problem)]}
        onZone={(zone) => onForm({ zone })}
      />
    </>
  );
}
