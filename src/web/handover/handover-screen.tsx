/** Editions, their register, and corrections: `/handover`, `/handover?part=register`, `/handover/ed1`, `/handover/ed1?part=next`. */
import "./handover.css";
import type { EditionId } from "../../core/edition/edition.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useEditions } from "../api-client/edition-api.ts";
import { ScreenParts } from "../parts/screen-parts.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { keptName } from "./kept-plan.ts";
import { PlanPart } from "./plan-part.tsx";
import { RegisterPart } from "./register-part.tsx";

export function HandoverScreen({ edition }: { readonly edition: string | undefined }) {
  const asked = useAddress().query.get("part");
  const id = edition as EditionId | undefined;
  const editions = useEditions().data;
  const part = id !== undefined ? (asked === "next" ? "plan" : "register") : asked === "register" ? "register" : "plan";
  const last = id === undefined ? undefined : editions?.versions.find((row) => row.edition === id);
  const again = last?.plan == null || asked !== "next" || id === undefined ? undefined : { edition: id, plan: last.plan };
  const held = useCase().data;
  const waits = held === undefined || (asked === "next" && id !== undefined && editions === undefined);
  return (
    <div className="handover" data-record={edition}>
      <h1 className="visually-hidden">{t("handover.title")}</h1>
      <ScreenParts
        label={t("handover.parts")}
        screen="/handover"
        parts={[
          { part: "plan", says: t("handover.part.plan") },
          { part: "register", says: t("handover.part.register") },
        ]}
        current={part}
      />
      <div className="handover-body">
        {part === "register" ? (
          <RegisterPart edition={id} />
        ) : waits ? null : (
          <PlanPart key={id ?? "new"} again={again} kept={keptName(held.caseId, held.person.id, id ?? "new")} />
        )}
      </div>
    </div>
  );
}
