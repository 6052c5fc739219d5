/** Searches kept in the case: go to one, keep this one, take one away. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SearchQuery } from "../../core/search/search-query.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { addressOf, isNarrowed } from "./search-in-address.ts";
import { savedSearchesKey, useSavedSearches } from "./use-search.ts";

export function SavedSearchBar({ query }: { query: SearchQuery }) {
  const [open, setOpen] = useState<"save" | "list">();
  const saved = useSavedSearches();
  const readOnly = useCase().data?.readOnly ?? true;
  const isEmpty = query.words.trim() === "" && !isNarrowed(query);
  return (
    <div className="saved-bar">
      <button type="button" className="button" onClick={() => setOpen("list")}>
        {t("search.saved", { count: saved.data?.searches.length ?? 0 })}
      </button>
      <button type="button" className="button" disabled={isEmpty || readOnly} onClick={() => setOpen("save")}>
        {t("search.save")}
      </button>
      {open === "save" ? <SaveDialog query={query} onClose={() => setOpen(undefined)} /> : null}
      {open === "list" ? <SavedDialog readOnly={readOnly} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function SaveDialog({ query, onClose }: { query: SearchQuery; onClose: () => void }) {
  const [name, setName] = useState(query.words.slice(0, 100));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.saveSearch({ name: name.trim(), query }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: savedSearchesKey });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate();
  };
  return (
    <Dialog title={t("search.save-title")} onClose={onClose}>
      <form className="save-form" onSubmit={submit}>
        <label className="label">
          <span>{t("search.save-name")}</span>
          <input className="field" data-autofocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
        <p className="quiet">{t("search.save-says")}</p>
        {save.error === null ? null : <ErrorNotice error={save.error} onRetry={() => save.mutate()} />}
        <button type="submit" className="button is-main" disabled={name.trim() === "" || save.isPending}>
          {t("search.save")}
        </button>
      </form>
    </Dialog>
  );
}

function SavedDialog({ readOnly, onClose }: { readOnly: boolean; onClose: () => void }) {
  const saved = useSavedSearches();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => api.removeSavedSearch(id),
    onSuccess: () => client.invalidateQueries({ queryKey: savedSearchesKey }),
  });
  const searches = saved.data?.searches ?? [];
  const error = saved.error ?? remove.error;
  return (
    <Dialog title={t("search.saved-title")} onClose={onClose}>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void saved.refetch()} />}
      {searches.length === 0 && saved.data !== undefined ? <p className="quiet">{t("search.saved-none")}</p> : null}
      <ul className="saved-list">
        {searches.map(({ id, name, query }) => (
          <li key={id}>
            {query === "withheld" ? (
              <span className="quiet">{t("search.saved-withheld", { id })}</span>
            ) : (
              <Link to={addressOf(query)} onClick={onClose}>
                <IsolatedText text={name} />
              </Link>
            )}
            <span className="quiet mono">{id}</span>
            <button
              type="button"
              className="button is-bare"
              disabled={readOnly || remove.isPending}
              aria-label={t("search.remove-one", { name })}
              onClick={() => remove.mutate(id)}
            >
              {t("search.remove")}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
