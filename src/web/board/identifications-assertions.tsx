/**
 * Who asserts what of the unit, each with the claim that it rests on as that is now. Where the claim speaks of another event, or was
 * taken back, its words are not shown: they would stand beside the persons of an event that it says nothing of.
 */
import type { IdentificationRow } from "../../api/identifications.ts";
import type { UnitAssertion } from "../../core/identification/identification.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

interface AssertionsProps {
  readonly assertions: readonly UnitAssertion[];
  readonly cited: IdentificationRow["claims"];
  readonly withEvent?: boolean;
}

export function Assertions({ assertions, cited, withEvent = false }: AssertionsProps) {
  return (
    <ul className="plain-list small">
      {assertions.map(({ by, reliability, says, event, claim }, at) => {
        const broken = claim === null ? null : brokenWords(claim, event, cited);
        return (
          <li key={at}>
            <IsolatedText text={by} /> <span className="quiet">({reliability})</span>{" "}
            {says.is === "unit" && broken === null ? <IsolatedText text={`“${says.words}”`} /> : null}
            {says.is === "unclear" ? t("claims.identifications.calls-it-unclear") : null}
            {says.is === "elsewhere" || (says.is === "unit" && broken !== null) ? t("claims.identifications.speaks-elsewhere") : null}
            {withEvent ? (
              <span className="quiet">
                {" "}
                {event === "unassigned" ? t("claims.identifications.of-no-event") : t("claims.identifications.of-event", { event })}
              </span>
            ) : null}
            {broken === null ? null : <span className="tone-conflict"> {broken}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Why the claim no longer carries the assertion; null while it does. */
function brokenWords(claim: string, event: UnitAssertion["event"], cited: IdentificationRow["claims"]): string | null {
  const now = cited.find(({ id }) => id === claim);
  if (now === undefined || now.state === "unknown") return t("claims.identifications.claim-not-here", { claim });
  if (now.state === "withdrawn") return t("claims.identifications.claim-withdrawn", { claim });
  if (now.event === event) return null;
  return now.event === "unassigned"
    ? t("claims.identifications.claim-of-none", { claim })
    : t("claims.identifications.claim-moved", { claim, event: now.event });
}
