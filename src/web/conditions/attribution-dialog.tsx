/** Names who posted, re-posted, gave or filmed items, in one role at a time, and on what basis. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { AccountId, AttributionRole } from "../../core/source/account.ts";
import { SourceId } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";
import { ChoiceField } from "./choice-field.tsx";

export function AttributionDialog({ items, onClose, onDone }: { items: readonly ItemId[]; onClose: () => void; onDone: () => void }) {
  const sources = useSources().data;
  const [role, setRole] = useState<AttributionRole>("given-by");
  const [who, setWho] = useState("");
  const [basis, setBasis] = useState("");
  const name = useMutation({
    mutationFn: () =>
      sourcesApi.attribute({
        items: [...items],
        role,
        account: AccountId.safeParse(who).data ?? "unknown",
        source: SourceId.safeParse(who).data ?? "unknown",
        basis: basis.trim(),
      }),
    onSuccess: () => {
      announce(t("attribution.saved"));
      onDone();
    },
  });
  const accountsToo = role === "posted-by" || role === "re-posted-by";
  const ready = who !== "" && basis.trim() !== "" && !name.isPending;
  const nobodyYet = sources !== undefined && sources.sources.length === 0 && sources.accounts.length === 0;
  return (
    <Dialog
      title={t("attribution.title")}
      onClose={onClose}
      foot={
        <button type="submit" form="attribution-form" className="button is-main" disabled={!ready}>
          {t("attribution.save")}
        </button>
      }
    >
      <form
        id="attribution-form"
        className="form conditions-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) name.mutate();
        }}
      >
        {nobodyYet ? <p className="notice">{t("attribution.no-one-yet")}</p> : null}
        <ChoiceField
          label={t("attribution.role")}
          options={AttributionRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          mayLeave={false}
          focused
          onChange={(next) => {
            setRole(next ?? role);
            setWho("");
          }}
        />
        <label className="label">
          <span>{t("attribution.who")}</span>
          <select className="field" value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="" />
            {sources?.sources.map((source) => (
              <option key={source.id} value={source.id}>
                {source.id} · {source.label}
              </option>
            ))}
            {accountsToo
              ? sources?.accounts.map(({ id, platform, names }) => (
                  <option key={id} value={id}>
                    {id} · {platform} · {names.at(-1)?.handle === "unknown" ? names.at(-1)?.displayName : names.at(-1)?.handle}
                  </option>
                ))
              : null}
          </select>
        </label>
        {accountsToo ? null : <p className="quiet small">{t("attribution.only-source")}</p>}
        <label className="label">
          <span>{t("attribution.basis")}</span>
          <textarea dir="auto" className="field" maxLength={5000} value={basis} onChange={(event) => setBasis(event.target.value)} />
        </label>
        <p className="quiet small">{t("attribution.basis-hint")}</p>
        {name.error === null ? null : <ErrorNotice error={name.error} />}
      </form>
    </Dialog>
  );
}
