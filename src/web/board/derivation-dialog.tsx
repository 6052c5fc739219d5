/** States, confirms or rejects a derivation, with how that is known. What was proposed keeps its ends. */
import { useState } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import { type DerivationEnd, type DerivationId, DerivationSort, type DerivationStanding } from "../../core/claim/derivation.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

export interface DerivationWish {
  readonly id?: DerivationId | undefined;
  readonly derived?: DerivationEnd;
  readonly from?: DerivationEnd;
  readonly sort?: DerivationSort;
  /** Undefined: stated by hand. */
  readonly standing?: DerivationStanding;
}

interface DerivationDialogProps {
  readonly wish: DerivationWish;
  readonly claims: readonly ClaimRow[];
  readonly onClose: () => void;
}

export function DerivationDialog({ wish, claims, onClose }: DerivationDialogProps) {
  const [derived, setDerived] = useState<string>(wish.derived ?? "");
  const [from, setFrom] = useState<string>(wish.from ?? "");
  const [sort, setSort] = useState<DerivationSort>(wish.sort ?? "restates");
  const [basis, setBasis] = useState("");
  const standing = wish.standing ?? "confirmed";
  const isFixed = wish.derived !== undefined && wish.from !== undefined;
  const writing = useWriting(
    () =>
      claimApi.stateDerivation({
        ...(wish.id === undefined ? {} : { derivation: wish.id }),
        derived: derived as DerivationEnd,
        from: from as DerivationEnd,
        sort,
        standing,
        basis: basis.trim(),
      }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  const ready = derived !== "" && from !== "" && derived !== from && basis.trim() !== "" && !writing.isPending;
  const title = wish.standing === undefined ? "claims.derivation.state" : `claims.derivation.title.${standing}`;
  return (
    <Dialog title={t(title as "claims.derivation.state")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) writing.mutate(undefined);
        }}
      >
        <EndField
          label={t("claims.derivation.derived")}
          value={derived}
          onValue={setDerived}
          claims={claims}
          isFixed={isFixed}
          isFirst={wish.derived === undefined}
        />
        <label className="label">
          <span>{t("claims.derivation.sort")}</span>
          <select className="field" value={sort} onChange={(change) => setSort(change.target.value as DerivationSort)}>
            {DerivationSort.options.map((option) => (
              <option key={option} value={option}>
                {t(`claims.derivation.sort.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <EndField
          label={t("claims.derivation.from")}
          value={from}
          onValue={setFrom}
          claims={claims}
          isFixed={isFixed}
          isFirst={wish.derived !== undefined}
        />
        <label className="label">
          <span>{t(standing === "rejected" ? "claims.derivation.why-not" : "claims.derivation.why")}</span>
          <textarea
            dir="auto"
            className="field"
            data-autofocus={isFixed ? "" : undefined}
            value={basis}
            maxLength={5000}
            onChange={(change) => setBasis(change.target.value)}
          />
        </label>
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={!ready}>
          {t(
            wish.standing === "rejected"
              ? "claims.derivation.reject"
              : wish.standing === undefined
                ? "events.save"
                : "claims.derivation.confirm",
          )}
        </button>
      </form>
    </Dialog>
  );
}

interface EndFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly claims: readonly ClaimRow[];
  readonly isFixed: boolean;
  /** Has the focus when the dialog opens. */
  readonly isFirst: boolean;
}

/** A whole text, or one claim of it. */
function EndField({ label, value, onValue, claims, isFixed, isFirst }: EndFieldProps) {
  const texts = Map.groupBy(
    claims.filter(({ withdrawn }) => withdrawn === undefined),
    ({ text }) => text.item,
  );
  return (
    <label className="label">
      <span>{label}</span>
      <select
        className="field"
        data-autofocus={isFirst && !isFixed ? "" : undefined}
        value={value}
        disabled={isFixed}
        onChange={(change) => onValue(change.target.value)}
      >
        <option value="">{t("claims.choose")}</option>
        {isFixed && !texts.has(value as ClaimRow["text"]["item"]) && !claims.some(({ id }) => id === value) ? (
          <option value={value}>{value}</option>
        ) : null}
        {[...texts].map(([item, some]) => (
          <optgroup key={item} label={`${item} ${some[0]?.publisher.label ?? ""}`}>
            <option value={item}>{t("claims.derivation.whole-text", { item, label: some[0]?.publisher.label ?? "" })}</option>
            {some.map(({ id, aspect, statement }) => (
              <option key={id} value={id}>
                {`${id} ${t(`claims.aspect.${aspect}`)}: ${statement === "withheld" ? t("claims.withheld") : statement.value.words}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
