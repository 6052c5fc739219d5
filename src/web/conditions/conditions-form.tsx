/**
 * The fields of conditions. For one subject every field has an answer, "unknown" among them; for many, each field can be left
 * as it is. Nothing is answered for the person: what nobody said stays unknown.
 */
import type { ReactNode } from "react";
import type { ConditionChanges } from "../../api/conditions.ts";
import { AccessMethod, Consent, LegalBasis, Use } from "../../core/conditions/conditions.ts";
import type { SourceRow } from "../../api/sources.ts";
import { t } from "../words/t.ts";
import { ChoiceField } from "./choice-field.tsx";
import { InstantField } from "./instant-field.tsx";

interface ConditionsFormProps {
  readonly id: string;
  readonly changes: ConditionChanges;
  readonly onChange: (changes: ConditionChanges) => void;
  /** Undefined where the subject is a source itself. */
  readonly sources: readonly SourceRow[] | undefined;
  readonly mayLeave: boolean;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

const consents = () => Consent.options.map((value) => ({ value, label: t(`consent.${value}`) }));

export function ConditionsForm({ id, changes, onChange, sources, mayLeave, onSubmit, children }: ConditionsFormProps) {
  const set = (change: Partial<ConditionChanges>): void => onChange({ ...changes, ...change });
  const { scope = {}, terms, legalHold } = changes;
  return (
    <form
      id={id}
      className="form conditions-form"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {sources === undefined ? null : (
        <Select
          label={t("conditions.field.given-by")}
          value={changes.givenBy}
          mayLeave={mayLeave}
          focused
          options={[
            { value: "unknown", label: t("given.unknown") },
            { value: "nobody", label: t("given.nobody") },
            ...sources.map((source) => ({ value: source.id, label: `${source.id} · ${source.label}` })),
          ]}
          onChange={(givenBy) => set({ givenBy: givenBy as ConditionChanges["givenBy"] })}
        />
      )}
      <div className="scope-fields" role="group" aria-label={t("conditions.field.scope")}>
        <strong>{t("conditions.field.scope")}</strong>
        {Use.options.map((use) => (
          <ChoiceField
            key={use}
            label={t(`use.${use}`)}
            options={consents()}
            value={scope[use]}
            mayLeave={mayLeave}
            onChange={(consent) => set({ scope: { ...scope, [use]: consent } })}
          />
        ))}
      </div>
      <ChoiceField
        label={t("conditions.field.terms")}
        options={(["none", "unknown", "words"] as const).map((value) => ({ value, label: t(`terms.${value}`) }))}
        value={terms === undefined ? undefined : typeof terms === "string" ? terms : "words"}
        mayLeave={mayLeave}
        onChange={(value) => set({ terms: value === "words" ? { words: "" } : value })}
      >
        {typeof terms === "object" ? (
          <textarea
            dir="auto"
            className="field"
            aria-label={t("conditions.words")}
            required
            maxLength={5000}
            value={terms.words}
            onChange={(event) => set({ terms: { words: event.target.value } })}
          />
        ) : null}
      </ChoiceField>
      <InstantField
        label={t("conditions.field.embargo")}
        words={(["none", "unknown"] as const).map((value) => ({ value, label: t(`embargo.${value}`) }))}
        at={t("embargo.until")}
        value={changes.embargoUntil}
        mayLeave={mayLeave}
        onChange={(embargoUntil) => set({ embargoUntil: embargoUntil as ConditionChanges["embargoUntil"] })}
      />
      <InstantField
        label={t("conditions.field.withdrawn")}
        words={(["not-withdrawn", "unknown"] as const).map((value) => ({ value, label: t(`withdrawn.${value}`) }))}
        at={t("withdrawn.since")}
        value={changes.withdrawnAt}
        mayLeave={mayLeave}
        onChange={(withdrawnAt) => set({ withdrawnAt: withdrawnAt as ConditionChanges["withdrawnAt"] })}
      />
      <ChoiceField
        label={t("conditions.field.contact")}
        options={consents()}
        value={changes.mayContact}
        mayLeave={mayLeave}
        onChange={(mayContact) => set({ mayContact })}
      />
      <div className="select-pair">
        <Select
          label={t("conditions.field.basis")}
          value={changes.legalBasis}
          mayLeave={mayLeave}
          options={LegalBasis.options.map((value) => ({ value, label: t(`legal-basis.${value}`) }))}
          onChange={(legalBasis) => set({ legalBasis: legalBasis as ConditionChanges["legalBasis"] })}
        />
        <Select
          label={t("conditions.field.access")}
          value={changes.accessMethod}
          mayLeave={mayLeave}
          options={AccessMethod.options.map((value) => ({ value, label: t(`access.${value}`) }))}
          onChange={(accessMethod) => set({ accessMethod: accessMethod as ConditionChanges["accessMethod"] })}
        />
      </div>
      <InstantField
        label={t("conditions.field.retention")}
        words={(["no-limit", "unknown"] as const).map((value) => ({ value, label: t(`retention.${value}`) }))}
        at={t("retention.until")}
        value={changes.retention}
        mayLeave={mayLeave}
        onChange={(retention) => set({ retention: retention as ConditionChanges["retention"] })}
      />
      <ChoiceField
        label={t("conditions.field.hold")}
        options={(["none", "unknown", "held"] as const).map((value) => ({ value, label: t(`hold.${value}`) }))}
        value={legalHold === undefined ? undefined : typeof legalHold === "string" ? legalHold : "held"}
        mayLeave={mayLeave}
        onChange={(value) => set({ legalHold: value === "held" ? { reason: "" } : value })}
      >
        {typeof legalHold === "object" ? (
          <input
            className="field hold-reason"
            aria-label={t("conditions.hold-reason")}
            placeholder={t("conditions.hold-reason")}
            required
            maxLength={5000}
            value={legalHold.reason}
            onChange={(event) => set({ legalHold: { reason: event.target.value } })}
          />
        ) : null}
      </ChoiceField>
      {children}
    </form>
  );
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly mayLeave: boolean;
  readonly focused?: boolean;
  readonly onChange: (value: string | undefined) => void;
}

function Select({ label, options, value, mayLeave, focused = false, onChange }: SelectProps) {
  return (
    <label className="label">
      <span>{label}</span>
      <select
        className="field"
        {...(focused ? { "data-autofocus": true } : {})}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
      >
        {mayLeave ? <option value="">{t("conditions.as-is")}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whether every field that is answered is answered to its end. */
export function isWhole({ terms, legalHold, ...changes }: ConditionChanges): boolean {
  if (typeof terms === "object" && terms.words.trim() === "") return false;
  if (typeof legalHold === "object" && legalHold.reason.trim() === "") return false;
  return [changes.embargoUntil, changes.withdrawnAt, changes.retention].every((value) => value !== ("" as string));
}

/** Whether anything is answered at all. */
export function isAnything({ scope, ...changes }: ConditionChanges): boolean {
  return [...Object.values(changes), ...Object.values(scope ?? {})].some((value) => value !== undefined);
}
