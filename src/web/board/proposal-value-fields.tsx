/** The fields that belong to one aspect's value. */
import { Aspect } from "../../core/claim/claim.ts";
import { ActClass } from "../../core/claim/claim-value.ts";
import { t } from "../words/t.ts";
import type { ClaimDraft } from "./proposal-draft.ts";
import { ChoiceField, WordField } from "./proposal-fields.tsx";
import { ReadingFields } from "./proposal-reading-fields.tsx";

interface ValueFieldsProps {
  readonly draft: ClaimDraft;
  /** Day that a reading added by hand begins with. */
  readonly day: string;
  readonly set: (change: Partial<ClaimDraft>) => void;
  /** Lets the rules read the words. */
  readonly onRead: () => void;
}

const verified = [...Aspect.exclude(["verification"]).options, "unstated"] as const;

export function ValueFields({ draft, day, set, onRead }: ValueFieldsProps) {
  switch (draft.aspect) {
    case "where":
    case "identification":
      return null;
    case "when":
      return (
        <>
          <ReadButton disabled={draft.value.span === undefined} onRead={onRead} />
          <ReadingFields readings={draft.readings} day={day} words={draft.value.words} onChange={(readings) => set({ readings })} />
        </>
      );
    case "who":
      return (
        <div className="claim-row">
          <ChoiceField
            label={t("claims.form.part")}
            value={draft.did}
            options={["did", "suffered", "unclear"]}
            says={(one) => t(`claims.part.${one}`)}
            onChange={(did) => set({ did })}
          />
          <ChoiceField
            label={t("claims.form.count")}
            value={draft.count}
            options={["one", "several", "unknown"]}
            says={(one) => t(`claims.count.${one}`)}
            onChange={(count) => set({ count })}
          />
        </div>
      );
    case "what":
      return (
        <div className="claim-row">
          <ChoiceField
            label={t("claims.form.act")}
            value={draft.act}
            options={ActClass.options}
            says={(one) => t(`claims.act.${one}`)}
            onChange={(act) => set({ act })}
          />
          <WordField short label={t("claims.form.object")} value={draft.object} onChange={(object) => set({ object })} />
        </div>
      );
    case "how-many":
      return (
        <>
          <ReadButton disabled={draft.value.span === undefined} onRead={onRead} />
          <div className="claim-row">
            <WordField short label={t("claims.form.low")} value={draft.low} onChange={(low) => set({ low })} />
            <WordField short label={t("claims.form.best")} value={draft.best} onChange={(best) => set({ best })} />
            <WordField short label={t("claims.form.high")} value={draft.high} onChange={(high) => set({ high })} />
            <WordField short label={t("claims.form.unit")} value={draft.unit} onChange={(unit) => set({ unit })} />
          </div>
        </>
      );
    case "speech":
      return <WordField label={t("claims.form.by")} value={draft.by} onChange={(by) => set({ by })} />;
    case "verification":
      return (
        <>
          <div className="claim-row">
            <ChoiceField
              label={t("claims.form.of")}
              value={draft.of}
              options={verified}
              says={(one) => t(`claims.aspect.${one}`)}
              onChange={(of) => set({ of })}
            />
            <ChoiceField
              label={t("claims.form.outcome")}
              value={draft.outcome}
              options={["verified", "partly", "not-verified"]}
              says={(one) => t(`claims.outcome.${one}`)}
              onChange={(outcome) => set({ outcome })}
            />
          </div>
          <WordField label={t("claims.form.by")} value={draft.by} onChange={(by) => set({ by })} />
        </>
      );
  }
}

function ReadButton({ disabled, onRead }: { readonly disabled: boolean; readonly onRead: () => void }) {
  return (
    <button type="button" className="button" disabled={disabled} onClick={onRead}>
      {t("claims.form.read-words")}
    </button>
  );
}
