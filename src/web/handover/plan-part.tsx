/** Makes an edition: which findings, for whom, how each item goes; what keeps it back; how its report reads; and handing it over. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { EditionId, EditionPlan } from "../../core/edition/edition.ts";
import type { ItemId } from "../../core/item/item.ts";
import { editionApi } from "../api-client/edition-api.ts";
import { useElementSheets } from "../api-client/element-api.ts";
import { useQuestions } from "../api-client/findings-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { AnsweredPart } from "./answered-part.tsx";
import { BlockerList } from "./blocker-list.tsx";
import { ConfirmKeyPoint } from "./confirm-key-point.tsx";
import { HandOverRun } from "./hand-over-run.tsx";
import { IdentitiesPart } from "./identities-part.tsx";
import { ItemRows } from "./item-rows.tsx";
import { keepPlan, readPlan } from "./kept-plan.ts";
import { emptyDraft, grids, type PlanDraft, planOf, postingSteps } from "./plan-draft.ts";

interface PlanPartProps {
  /** The edition of which this is the next version, with the plan of its last one. */
  readonly again: { readonly edition: EditionId; readonly plan: EditionPlan } | undefined;
  /** Name under which the browser keeps what is typed. */
  readonly kept: string;
}

export function PlanPart({ again, kept }: PlanPartProps) {
  const start = again === undefined ? emptyDraft : draftOf(again.plan);
  const [before, setBefore] = useState(() => readPlan(kept));
  const [draft, setDraft] = useState<PlanDraft>(before ?? start);
  const [unkept, setUnkept] = useState(false);
  // Of private.age: held by this page alone, and gone with it.
  const [passphrase, setPassphrase] = useState("");
  const questions = useQuestions().data?.questions ?? [];
  const findings = questions.flatMap((question) => question.findings);
  const sheets = useElementSheets().data?.sheets.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const check = useMutation({
    mutationFn: (asked: { draft: PlanDraft; plan: EditionPlan }) =>
      checkWhole(asked.draft, asked.plan, passphrase === "" ? undefined : passphrase),
  });
  const change = (more: Partial<PlanDraft>): void => {
    const next = { ...draft, ...more };
    setDraft(next);
    setUnkept(!keepPlan(kept, next));
  };
  const startAnew = (): void => {
    keepPlan(kept, undefined);
    setBefore(undefined);
    setDraft(start);
    check.reset();
  };
  const items = check.data?.items.map(({ item }) => item) ?? (again?.plan.items.map(({ item }) => item) as ItemId[] | undefined) ?? [];
  const isClosed = check.data?.blockers.some(({ code }) => code === "identities-unread") ?? false;
  const plan = planOf(draft, items);
  const checked = check.data !== undefined && plan !== undefined && JSON.stringify(check.data.plan) === JSON.stringify(plan);
  return (
    <div className="handover-part">
      <section className="handover-plan" aria-label={t("handover.plan")}>
        <h2>{again === undefined ? t("handover.plan") : t("handover.plan-again", { edition: again.edition })}</h2>
        {before === undefined ? null : (
          <p className="notice">
            {t("handover.plan-kept")}{" "}
            <button type="button" className="button is-small" onClick={startAnew}>
              {t("handover.plan-anew")}
            </button>
          </p>
        )}
        {unkept ? <p className="notice is-attention">{t("handover.plan-unkept")}</p> : null}
        <fieldset>
          <legend>{t("handover.findings")}</legend>
          {findings.length === 0 ? <p className="quiet">{t("handover.no-findings")}</p> : null}
          {findings.map(({ id, statement, state }) => (
            <label key={id} className="check-line">
              <input
                type="checkbox"
                checked={draft.findings.includes(id)}
                onChange={(event) =>
                  change({ findings: event.target.checked ? [...draft.findings, id] : draft.findings.filter((one) => one !== id) })
                }
              />
              <span>
                <span className="handover-statement">
                  {id} <IsolatedText text={statement ?? t("handover.withheld")} />
                </span>
                <span className="quiet">{t(`handover.state.${state}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="handover-sorts">
          <legend>{t("handover.sort")}</legend>
          {(["court", "public"] as const).map((sort) => (
            <label key={sort} className="check-line">
              <input type="radio" name="edition-sort" checked={draft.sort === sort} onChange={() => change({ sort, items: {} })} />
              <span>
                {t(`handover.sort.${sort}`)} <span className="quiet">{t(`handover.sort-what.${sort}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="label">
          <span>{t("handover.edition-title")}</span>
          <input className="field" value={draft.title} maxLength={300} onChange={(event) => change({ title: event.target.value })} />
        </label>
        {draft.sort === "court" ? null : (
          <label className="label">
            <span>{t("handover.grid")}</span>
            <select className="field" value={draft.gridM} onChange={(event) => change({ gridM: Number(event.target.value) })}>
              {grids.map((metres) => (
                <option key={metres} value={metres}>
                  {t(metres < 1000 ? "handover.metres" : "handover.kilometres", { count: metres < 1000 ? metres : metres / 1000 })}
                </option>
              ))}
            </select>
          </label>
        )}
        {draft.sort === "court" ? null : (
          <label className="label">
            <span>{t("handover.posting-step")}</span>
            <select
              className="field"
              value={draft.postingStepS}
              onChange={(event) => change({ postingStepS: postingSteps.find((step) => step === Number(event.target.value)) ?? 86_400 })}
            >
              {postingSteps.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {t("handover.hours", { count: seconds / 3600 })}
                </option>
              ))}
            </select>
          </label>
        )}
        {draft.findings.map((finding) => (
          <div key={finding}>
            <label className="label">
              <span>{t("handover.key-point", { finding })}</span>
              <textarea
                className="field"
                maxLength={2000}
                value={draft.keyPoints[finding] ?? ""}
                placeholder={findings.find(({ id }) => id === finding)?.statement ?? ""}
                onChange={(event) => change({ keyPoints: { ...draft.keyPoints, [finding]: event.target.value } })}
              />
            </label>
            {draft.sort === "court" || (draft.keyPoints[finding] ?? "").trim() === "" ? null : (
              <ConfirmKeyPoint finding={finding} text={draft.keyPoints[finding]?.trim() ?? ""} />
            )}
          </div>
        ))}
        {sheets.length === 0 ? null : (
          <fieldset>
            <legend>{t("handover.sheets")}</legend>
            {sheets.map(({ id, eventTitle, elements }) => (
              <label key={id} className="check-line">
                <input
                  type="checkbox"
                  checked={draft.elementSheets.includes(id)}
                  onChange={(event) =>
                    change({
                      elementSheets: event.target.checked ? [...draft.elementSheets, id] : draft.elementSheets.filter((one) => one !== id),
                    })
                  }
                />
                <span>
                  {id} {elements.name} <IsolatedText text={eventTitle} />
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {check.data === undefined ? null : <ItemRows items={check.data.items} draft={draft} onChange={setDraft} />}
        {draft.sort === "public" && (isClosed || passphrase !== "" || draft.unreadIdentities !== "") ? (
          <IdentitiesPart
            passphrase={passphrase}
            why={draft.unreadIdentities}
            onPassphrase={setPassphrase}
            onWhy={(unreadIdentities) => change({ unreadIdentities })}
          />
        ) : null}
        {draft.sort === "public" && check.data !== undefined ? (
          <AnsweredPart
            draft={draft}
            records={check.data.blockers
              .filter(({ code }) => code === "words-without-seconds")
              .map(({ what }) => what.replace("words of ", ""))}
            items={items.filter((item) => draft.items[item]?.as !== "left-out")}
            onChange={change}
          />
        ) : null}
        <div className="handover-buttons">
          <button
            type="button"
            className="button is-main"
            disabled={plan === undefined || check.isPending}
            onClick={() => plan !== undefined && check.mutate({ draft, plan })}
          >
            {check.data === undefined ? t("handover.check") : t("handover.check-again")}
          </button>
          {check.isPending ? <span className="quiet">{t("handover.checking")}</span> : null}
        </div>
        {check.error === null ? null : <ErrorNotice error={check.error} />}
      </section>
      <section className="handover-outcome" aria-label={t("handover.outcome")}>
        {check.data === undefined ? <p className="quiet">{t("handover.before-check")}</p> : null}
        {check.data === undefined ? null : (
          <>
            {checked ? <BlockerList blockers={check.data.blockers} /> : <p className="notice">{t("handover.changed")}</p>}
            {checked && check.data.blockers.length === 0 && plan !== undefined ? (
              <HandOverRun
                plan={plan}
                edition={again?.edition}
                passphrase={passphrase === "" ? undefined : passphrase}
                onSealed={() => keepPlan(kept, undefined)}
              />
            ) : null}
            <h2>{t("handover.preview")}</h2>
            <p className="quiet">{t("handover.preview-what")}</p>
            <iframe className="handover-preview" title={t("handover.preview")} src={check.data.preview} sandbox="" />
          </>
        )}
        <p>
          <Link to="/handover?part=register">{t("handover.to-register")}</Link>
        </p>
      </section>
    </div>
  );
}

/** Which items the findings rest on is told by checking: a plan that does not name them all is filled up and checked once more. */
async function checkWhole(draft: PlanDraft, plan: EditionPlan, passphrase: string | undefined) {
  const first = await editionApi.check(plan, passphrase);
  const whole = planOf(
    draft,
    first.items.map(({ item }) => item),
  );
  if (whole === undefined || JSON.stringify(whole) === JSON.stringify(plan)) return { ...first, plan };
  return { ...(await editionApi.check(whole, passphrase)), plan: whole };
}

/** Whoever made the last version answered for that one: it is said anew for the next. */
function draftOf({ sort, title, findings, keyPoints, elementSheets, items, gridM, postingStepS }: EditionPlan): PlanDraft {
  return {
    ...{ unreadIdentities: "", clearedWords: {}, tonesApart: {}, postingStepS: postingStepS ?? emptyDraft.postingStepS },
    ...{ sort, title, findings, elementSheets, gridM: gridM ?? emptyDraft.gridM },
    keyPoints: Object.fromEntries(keyPoints.map(({ finding, text }) => [finding, text])),
    items: Object.fromEntries(
      items.map(({ item, as, excerpts, stills, why }) => [
        item,
        {
          ...{ as, why },
          excerpts: excerpts.map(({ fromS, toS }) => `${fromS}-${toS}`).join(", "),
          stills: stills.map(({ atS, redacted }) => `${atS}${redacted ? "r" : ""}`).join(", "),
        },
      ]),
    ),
  };
}
