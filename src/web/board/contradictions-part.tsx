/**
 * What cannot all hold: a sheet for each minimal set, with what each member would have to give and the assumption that would dissolve
 * it. Which of them holds is not said. It reads on paper as it does here.
 */
import "./contradictions.css";
import { isZone } from "../../reason/time/local-days.ts";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { byId, useContradictionReport } from "./board-queries.ts";
import { useAssumptions, useClaims } from "./claim-queries.ts";
import { AspectTables } from "./contradictions-aspects.tsx";
import { AssumptionList } from "./contradictions-assumptions.tsx";
import { DifferentEventList } from "./contradictions-different.tsx";
import { NotUsedList } from "./contradictions-not-used.tsx";
import { SetSheet } from "./contradictions-set.tsx";
import { ContradictionSettingsBar } from "./contradictions-settings.tsx";
import type { SheetTerms } from "./contradictions-terms.ts";
import { TimeTables } from "./contradictions-times.tsx";

export function ContradictionsPart({ readOnly }: { readonly readOnly: boolean }) {
  const { query } = useAddress();
  const asked = {
    rounding: query.get("rounding") ?? undefined,
    zone: query.get("zone") ?? undefined,
    from: query.get("from") ?? undefined,
    to: query.get("to") ?? undefined,
  };
  const report = useContradictionReport(asked);
  const claims = useClaims();
  const events = useEvents();
  const assumptions = useAssumptions();
  const failed = [report, claims, events, assumptions].find(({ error }) => error !== null);
  const { data } = report;
  const zones = assumptions.data?.assumptions.flatMap(({ what, withdrawn }) =>
    what !== "withheld" && what.is === "zone" && withdrawn === undefined ? [what.zone] : [],
  );
  const clock =
    [query.get("clock"), data?.settings.zone, ...(zones ?? [])].find((zone) => typeof zone === "string" && isZone(zone)) ?? "UTC";
  if (failed !== undefined)
    return (
      <>
        <ContradictionSettingsBar asked={asked} settings={data?.settings} clock={clock} />
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    );
  if (data === undefined || claims.data === undefined || events.data === undefined || assumptions.data === undefined)
    return <p className="claims-empty">{t("app.waiting")}</p>;
  const terms: SheetTerms = {
    claims: byId(claims.data.claims),
    events: new Map(events.data.events.map((event) => [event.id, event])),
    clock,
  };
  const standing = data.sets.filter(({ alongDerivation }) => !alongDerivation);
  const drifts = data.sets.filter(({ alongDerivation }) => alongDerivation);
  return (
    <div className="contra" aria-busy={report.isPlaceholderData}>
      <ContradictionSettingsBar asked={asked} settings={data.settings} clock={clock} />
      <p className="contra-lead">{t("claims.sheet.lead")}</p>
      {standing.length === 0 ? <p className="contra-none">{t("claims.contradictions.none")}</p> : null}
      {standing.map((set, at) => (
        <SetSheet key={set.members.map(({ id }) => id).join(" ")} set={set} number={at + 1} terms={terms} />
      ))}
      <TimeTables groups={data.times} terms={terms} />
      {drifts.length === 0 ? null : (
        <section className="contra-part" aria-label={t("claims.sheet.drifts")}>
          <h2>{t("claims.sheet.drifts")}</h2>
          <p className="quiet">{t("claims.sheet.drifts-how")}</p>
          {drifts.map((set, at) => (
            <SetSheet key={set.members.map(({ id }) => id).join(" ")} set={set} number={at + 1} terms={terms} isDrift />
          ))}
        </section>
      )}
      <AssumptionList assumptions={assumptions.data.assumptions} used={data.assumptions} terms={terms} readOnly={readOnly} />
      <AspectTables events={data.events} terms={terms} />
      <DifferentEventList different={data.differentEvents} terms={terms} />
      <NotUsedList notUsed={data.notUsed} terms={terms} />
    </div>
  );
}
