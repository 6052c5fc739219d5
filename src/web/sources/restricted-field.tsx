/**
 * Words that go to the private store alone: kept, dropped or written anew. Where the store cannot be written now, the field says so
 * and takes nothing.
 */
import type { PrivateStoreState } from "../../api/sources.ts";
import { longestSourceText } from "../../core/source/source.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { t } from "../words/t.ts";

export interface RestrictedDraft {
  readonly choice: "as-before" | "none" | "new";
  readonly words: string;
}

/** As a request says it. */
export function restrictedSaid({ choice, words }: RestrictedDraft): { words: string } | "none" | "as-before" {
  return choice === "new" ? { words: words.trim() } : choice;
}

export function isRestrictedReady({ choice, words }: RestrictedDraft, store: PrivateStoreState | undefined): boolean {
  return choice !== "new" || (words.trim() !== "" && store?.writing !== "absent");
}

interface RestrictedFieldProps {
  readonly of: "identity" | "restricted";
  /** Nothing is kept yet, so that nothing can be left as it is. */
  readonly first: boolean;
  readonly draft: RestrictedDraft;
  readonly store: PrivateStoreState | undefined;
  readonly onChange: (draft: RestrictedDraft) => void;
}

export function RestrictedField({ of, first, draft, store, onChange }: RestrictedFieldProps) {
  const choices: readonly RestrictedDraft["choice"][] = first ? ["none", "new"] : ["as-before", "none", "new"];
  return (
    <div className="restricted">
      <ChoiceField
        label={t(`source.${of}-choice`)}
        options={choices.map((value) => ({
          value,
          label: t(`source.${of}-${first && value === "new" ? "first" : value}`),
        }))}
        value={draft.choice}
        mayLeave={false}
        onChange={(next) => onChange({ ...draft, choice: next ?? draft.choice })}
      />
      {draft.choice === "new" ? <StoreState store={store} /> : null}
      {draft.choice === "new" && store?.writing !== "absent" ? (
        <label className="label">
          <span>{t(`source.${of}`)}</span>
          <textarea
            dir="auto"
            className="field"
            maxLength={longestSourceText}
            value={draft.words}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ ...draft, words: event.target.value })}
          />
          <span className="quiet small">{t("source.identity-hint")}</span>
        </label>
      ) : null}
    </div>
  );
}

function StoreState({ store }: { store: PrivateStoreState | undefined }) {
  if (store === undefined) return null;
  return (
    <p className={store.writing === "absent" ? "notice is-attention" : "quiet small"}>
      {t(`private.${store.writing}`)} {store.there || store.writing === "absent" ? "" : t("private.none")}
    </p>
  );
}
