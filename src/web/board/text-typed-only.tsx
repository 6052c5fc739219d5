/** An item without a text of its own: a scan, a broadcast. Its words are typed, and claims stated from them by hand. */
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";
import { useClaimsOfItem } from "./claim-queries.ts";
import { emptyDraft } from "./proposal-draft.ts";
import { ProposalForm } from "./proposal-form.tsx";
import { DecidedLists } from "./proposal-list.tsx";
import { addressOfText } from "./text-list.tsx";
import { useDecisions } from "./use-decisions.ts";

export function TypedOnly({ item, why, readOnly }: { readonly item: ItemId; readonly why: string; readonly readOnly: boolean }) {
  const claims = (useClaimsOfItem(item).data?.claims ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const events = (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const sources = useSources().data?.sources ?? [];
  const decisions = useDecisions();
  const [open, setOpen] = useState(false);
  return (
    <div className="texts-typed">
      <h2>
        <Link to={`/items/${item}`}>{item}</Link>
      </h2>
      <p>{t("claims.texts.refused", { why })}</p>
      {decisions.error === undefined ? null : <ErrorNotice error={decisions.error} />}
      {open ? (
        <ProposalForm
          start={emptyDraft({ sort: "typed" }, "", undefined)}
          startEvent="unassigned"
          restates={undefined}
          isNew
          setting={{ published: "unknown", zone: null }}
          events={events}
          sources={sources}
          selected={() => undefined}
          onDone={({ reason, ...claim }) => {
            setOpen(false);
            decisions.state({ ...claim, reason, text: { item, part: { sort: "typed" }, reading: null }, proposed: { by: "person" } });
          }}
          onCancel={() => setOpen(false)}
        />
      ) : readOnly ? null : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t("claims.proposals.by-hand")}
        </button>
      )}
      <DecidedLists
        claims={claims}
        rows={[]}
        chosen={undefined}
        addressOf={(claim) => addressOfText(item, claim)}
        readOnly
        onRestate={() => undefined}
        onRestore={() => undefined}
      />
    </div>
  );
}
