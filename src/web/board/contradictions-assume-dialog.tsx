/** Makes an assumption for the sake of the argument. Nothing is chosen beforehand, and nothing here suggests one. */
import { useState } from "react";
import type { Assumption } from "../../core/claim/assumption.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import { isZone } from "../../reason/time/local-days.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { ZoneField } from "../time/zone-field.tsx";
import { t } from "../words/t.ts";
import { eventWords, type SheetTerms } from "./contradictions-terms.ts";

const sorts: readonly Assumption["is"][] = ["same-event", "same-actor", "same-day", "before", "zone", "other"];

export function AssumeDialog({ terms, onClose }: { terms: SheetTerms; onClose: () => void }) {
  const [is, setIs] = useState<Assumption["is"] | "">("");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [zone, setZone] = useState("");
  const [hours, setHours] = useState("");
  const [words, setWords] = useState("");
  const what = assumptionOf({ is, first, second, zone, hours });
  const writing = useWriting(
    async (wanted: Assumption) => claimApi.makeAssumption({ what: wanted, words: words.trim() }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  const ready = what !== undefined && words.trim() !== "";
  const mayBeClaim = is === "same-day" || is === "before";
  return (
    <WritingDialog
      title={t("claims.assumptions.make")}
      writing={writing}
      write={ready ? () => writing.mutate(what) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("claims.assumptions.how")}</p>
      <label className="label">
        <span>{t("claims.assumption.what")}</span>
        <select className="field" data-autofocus value={is} onChange={(change) => setIs(change.target.value as Assumption["is"])}>
          <option value="">{t("claims.choose")}</option>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`claims.assumption.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      {is === "" || is === "other" ? null : is === "zone" ? (
        <Ends label={t("claims.assumption.claim")} value={first} onValue={setFirst} terms={terms} events={false} claims />
      ) : (
        <>
          <Ends label={t("claims.assumption.first")} value={first} onValue={setFirst} terms={terms} events claims={mayBeClaim} />
          <Ends label={t("claims.assumption.second")} value={second} onValue={setSecond} terms={terms} events claims={mayBeClaim} />
        </>
      )}
      {is === "zone" || is === "same-day" ? (
        <ZoneField label={t("claims.assumption.zone-name")} zone={zone} onZone={setZone} known={[terms.clock]} />
      ) : null}
      {is === "before" ? (
        <label className="label">
          <span>{t("claims.assumption.hours")}</span>
          <input className="field" type="number" min={0} step="any" value={hours} onChange={(change) => setHours(change.target.value)} />
        </label>
      ) : null}
      <label className="label">
        <span>{t("claims.assumption.words")}</span>
        <textarea dir="auto" className="field" value={words} maxLength={5000} onChange={(change) => setWords(change.target.value)} />
      </label>
    </WritingDialog>
  );
}

interface EndsProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly terms: SheetTerms;
  readonly events: boolean;
  readonly claims: boolean;
}

function Ends({ label, value, onValue, terms, events, claims }: EndsProps) {
  return (
    <label className="label">
      <span>{label}</span>
      <select className="field" value={value} onChange={(change) => onValue(change.target.value)}>
        <option value="">{t("claims.choose")}</option>
        {events
          ? [...terms.events.values()]
              .filter(({ withdrawn }) => withdrawn === undefined)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {`${id} ${eventWords(terms, id)}`}
                </option>
              ))
          : null}
        {claims
          ? [...terms.claims.values()]
              .filter(({ withdrawn }) => withdrawn === undefined)
              .map(({ id, publisher, statement }) => (
                <option key={id} value={id}>
                  {t(events ? "claims.assumption.when-said" : "claims.assumption.claim-of", {
                    id,
                    label: publisher.label,
                    words: statement === "withheld" ? "" : statement.value.words,
                  })}
                </option>
              ))
          : null}
      </select>
    </label>
  );
}

interface Fields {
  readonly is: Assumption["is"] | "";
  readonly first: string;
  readonly second: string;
  readonly zone: string;
  readonly hours: string;
}

function assumptionOf({ is, first, second, zone, hours }: Fields): Assumption | undefined {
  if (is === "") return undefined;
  if (is === "other") return { is };
  if (is === "zone") return first !== "" && isZone(zone) ? { is, claim: first as ClaimId, zone } : undefined;
  if (first === "" || second === "" || first === second) return undefined;
  const pair = { first: first as EventId, second: second as EventId };
  if (is === "same-day") return isZone(zone) ? { is, ...pair, zone } : undefined;
  if (is === "before") return { is, ...pair, ...(hours === "" ? {} : { atLeastHours: Number(hours) }) };
  return { is, ...pair };
}
