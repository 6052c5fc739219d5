/** Guided capture by hand: where, with what clock, how, which files, what was done. One page; recorded at the end, in one entry. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { LinkDetail } from "../../api/links.ts";
import type { ItemId } from "../../core/item/item.ts";
import { type AccountUsed, CaptureOutcome, NetworkRoute } from "../../core/link/capture.ts";
import { linkApi } from "../api-client/link-api.ts";
import { SourceLink } from "../inquiry/source-link.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { ClockStep, emptyClock, readClock } from "./clock-step.tsx";
import { FilesStep } from "./files-step.tsx";
import { emptyMinimum, MinimumChecklist, minimumOf } from "./minimum-checklist.tsx";
import { itemsOf, useKeptFiles } from "./use-kept-files.ts";
import { utcSecond, utcWords } from "./utc-words.ts";

const ways = ["screen-recording", "save-page", "download", "other"] as const;

export function ByHand({ detail, itemId }: { detail: LinkDetail; itemId: ItemId }) {
  const [clock, setClock] = useState(emptyClock);
  const [way, setWay] = useState<(typeof ways)[number]>("save-page");
  const [started, setStarted] = useState(() => utcWords(new Date()));
  const [did, setDid] = useState("");
  const [sort, setSort] = useState<AccountUsed["sort"]>("not-logged-in");
  const [label, setLabel] = useState("");
  const [network, setNetwork] = useState<NetworkRoute>("unknown");
  const [minimum, setMinimum] = useState(emptyMinimum);
  const [outcome, setOutcome] = useState<CaptureOutcome>("complete");
  const files = useKeptFiles();
  const items = itemsOf(files.files);
  const startedAt = utcSecond(started);
  const clockCheck = readClock(clock);
  const save = useMutation({
    mutationFn: (at: { startedAt: string; clockCheck: NonNullable<typeof clockCheck> }) =>
      linkApi.recordCapture(itemId, {
        ...{ items, did: `${t(`capture.way.${way}`)}. ${did}`.trim(), network, ...at },
        outcome: items.length === 0 ? "nothing" : outcome,
        endedAt: new Date().toISOString(),
        account: { sort, label: sort === "own" || sort === "sock-puppet" ? label.trim() : "" },
        minimum: minimumOf(minimum, items),
      }),
    onSuccess: () => {
      announce(t("capture.saved"));
      navigate(`/items/${itemId}?tab=provenance`);
    },
  });
  const ready = startedAt !== undefined && clockCheck !== undefined && !files.busy && !save.isPending;
  return (
    <form
      className="by-hand"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) save.mutate({ startedAt, clockCheck });
      }}
    >
      <h2>{t("capture.by-hand")}</h2>
      <p className="quiet">{t("capture.steps-note")}</p>
      <section className="step">
        <h3>{t("capture.step-where")}</h3>
        <SourceLink shown={detail.row.shown} normalised={detail.row.normalised} />
      </section>
      <section className="step">
        <h3>{t("capture.step-clock")}</h3>
        <ClockStep clock={clock} onChange={setClock} />
      </section>
      <section className="step">
        <h3>{t("capture.step-how")}</h3>
        <fieldset className="choice-row">
          <legend>{t("capture.way")}</legend>
          {ways.map((one) => (
            <label key={one} className="chip">
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              {t(`capture.way.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="form-row">
          <label className="label">
            <span>{t("capture.started")} (UTC)</span>
            <input
              dir="auto"
              className="field"
              value={started}
              aria-invalid={startedAt === undefined}
              onChange={(event) => setStarted(event.target.value)}
            />
          </label>
          <button type="button" className="button" onClick={() => setStarted(utcWords(new Date()))}>
            {t("capture.start-now")}
          </button>
        </div>
        {startedAt === undefined ? <p className="tone-conflict">{t("capture.started-refused")}</p> : null}
      </section>
      <section className="step">
        <h3>{t("capture.step-files")}</h3>
        <FilesStep files={files} />
      </section>
      <section className="step">
        <h3>{t("capture.step-did")}</h3>
        <label className="label">
          <span>{t("capture.did")}</span>
          <textarea
            dir="auto"
            className="field"
            maxLength={9000}
            placeholder={t("capture.did-hint")}
            value={did}
            onChange={(event) => setDid(event.target.value)}
          />
        </label>
        <fieldset className="choice-row">
          <legend>{t("capture.account")}</legend>
          {(["not-logged-in", "own", "sock-puppet", "unknown"] as const).map((one) => (
            <label key={one} className="chip">
              <input type="radio" name="account" checked={sort === one} onChange={() => setSort(one)} />
              {t(`capture.account.${one}`)}
            </label>
          ))}
        </fieldset>
        {sort === "own" || sort === "sock-puppet" ? (
          <label className="label">
            <span>{t("capture.account-label")}</span>
            <input dir="auto" className="field" maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
          </label>
        ) : null}
        <fieldset className="choice-row">
          <legend>{t("capture.network")}</legend>
          {NetworkRoute.options.map((one) => (
            <label key={one} className="chip">
              <input type="radio" name="network" checked={network === one} onChange={() => setNetwork(one)} />
              {t(`capture.network.${one}`)}
            </label>
          ))}
        </fieldset>
      </section>
      <section className="step">
        <h3>{t("capture.minimum")}</h3>
        <MinimumChecklist chosen={minimum} items={items} onChange={setMinimum} />
      </section>
      <section className="step">
        <div className="form-row">
          <label className="label">
            <span>{t("capture.outcome")}</span>
            <select
              className="field"
              value={items.length === 0 ? "nothing" : outcome}
              disabled={items.length === 0}
              onChange={(event) => setOutcome(CaptureOutcome.parse(event.target.value))}
            >
              {(items.length === 0 ? (["nothing"] as const) : (["complete", "partial", "stopped", "failed"] as const)).map((one) => (
                <option key={one} value={one}>
                  {t(`capture-outcome.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button is-main" disabled={!ready}>
            {t("capture.save")}
          </button>
        </div>
        {items.length === 0 ? <p className="quiet">{t("capture.no-files")}</p> : null}
        {clockCheck === undefined ? <p className="tone-conflict">{t("capture.clock-incomplete")}</p> : null}
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </section>
    </form>
  );
}
