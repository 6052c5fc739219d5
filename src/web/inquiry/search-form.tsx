/** One search, logged in a few keystrokes: what and where are enough; what is left empty is said to be not known. */
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { linkApi } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { localOffset, offsetWords, searchTime, type TypedZone } from "./search-time.ts";
import { typedItems } from "./typed-items.ts";

const empty = { query: "", place: "", account: "", when: "", hits: "", kept: "", notKept: "", why: "" };

export function SearchForm({ places, disabled }: { places: readonly string[]; disabled: boolean }) {
  const [said, setSaid] = useState(empty);
  const [zone, setZone] = useState<TypedZone>("here");
  const [hereWords] = useState(() => offsetWords(localOffset(Date.now())));
  const first = useRef<HTMLInputElement>(null);
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value });
  const at = searchTime(said.when, zone);
  const kept = typedItems(said.kept);
  const save = useMutation({
    mutationFn: (when: TimeClaim) =>
      linkApi.logSearch({
        query: said.query,
        place: said.place,
        account: said.account.trim() === "" ? "unknown" : said.account,
        at: when,
        hits: countOf(said.hits),
        kept: kept ?? [],
        notKept: { count: countOf(said.notKept), why: said.why.trim() === "" ? null : said.why },
      }),
    onSuccess: () => {
      announce(t("searches.saved"));
      // The same person mostly searches on in the same place.
      setSaid({ ...empty, place: said.place, account: said.account });
      first.current?.focus();
    },
  });
  const ready = said.query.trim() !== "" && said.place.trim() !== "" && at !== undefined && kept !== undefined;
  return (
    <form
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        // Now is when it is sent, not when the form was drawn.
        const when = searchTime(said.when, zone);
        if (ready && when !== undefined && !save.isPending) save.mutate(when);
      }}
    >
      <label className="label is-wide">
        <span>{t("searches.query")}</span>
        <input ref={first} className="field" required maxLength={5000} value={said.query} disabled={disabled} onChange={set("query")} />
      </label>
      <label className="label">
        <span>{t("searches.place")}</span>
        <input
          className="field"
          required
          maxLength={500}
          list="search-places"
          placeholder={t("searches.place-hint")}
          value={said.place}
          disabled={disabled}
          onChange={set("place")}
        />
        <datalist id="search-places">
          {places.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
      </label>
      <label className="label">
        <span>{t("searches.account")}</span>
        <input
          className="field"
          maxLength={500}
          placeholder={t("searches.account-hint")}
          value={said.account}
          disabled={disabled}
          onChange={set("account")}
        />
      </label>
      <label className="label">
        <span>{t("searches.when")}</span>
        <input
          className="field"
          placeholder={t("searches.when-now")}
          aria-invalid={at === undefined}
          value={said.when}
          disabled={disabled}
          onChange={set("when")}
        />
      </label>
      <label className="label">
        <span>{t("searches.zone")}</span>
        <select
          className="field"
          value={zone}
          disabled={disabled || said.when.trim() === ""}
          onChange={(event) => setZone(event.target.value === "utc" ? "utc" : event.target.value === "unknown" ? "unknown" : "here")}
        >
          <option value="here">{t("searches.zone-here", { offset: hereWords })}</option>
          <option value="utc">{t("searches.zone-utc")}</option>
          <option value="unknown">{t("searches.zone-unknown")}</option>
        </select>
      </label>
      <label className="label is-small">
        <span>{t("searches.hits")}</span>
        <input
          className="field"
          type="number"
          min={0}
          max={1e9}
          placeholder={t("searches.hits-hint")}
          value={said.hits}
          disabled={disabled}
          onChange={set("hits")}
        />
      </label>
      <label className="label">
        <span>{t("searches.kept")}</span>
        <input
          className="field"
          placeholder={t("searches.kept-hint")}
          aria-invalid={kept === undefined}
          value={said.kept}
          disabled={disabled}
          onChange={set("kept")}
        />
      </label>
      <label className="label is-small">
        <span>{t("searches.not-kept")}</span>
        <input
          className="field"
          type="number"
          min={0}
          max={1e9}
          placeholder={t("searches.hits-hint")}
          value={said.notKept}
          disabled={disabled}
          onChange={set("notKept")}
        />
      </label>
      <label className="label is-wide">
        <span>{t("searches.why")}</span>
        <input className="field" maxLength={5000} value={said.why} disabled={disabled} onChange={set("why")} />
      </label>
      <button type="submit" className="button is-main" disabled={disabled || !ready || save.isPending}>
        {t("searches.save")}
      </button>
      {at === undefined ? <p className="tone-conflict is-line">{t("searches.when-refused")}</p> : null}
      {kept === undefined ? <p className="tone-conflict is-line">{t("searches.kept-refused")}</p> : null}
      {save.error === null ? null : <ErrorNotice error={save.error} />}
    </form>
  );
}

function countOf(text: string): number | "unknown" {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : "unknown";
}
