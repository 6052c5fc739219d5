/** Identifications: what is seen, what that meant, who is inferred. One is made or changed in place; the others stand below. */
import "./exhibits.css";
import "./identifications.css";
import { useState } from "react";
import type { IdentificationRow } from "../../api/identifications.ts";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { IdentificationCard } from "./identifications-card.tsx";
import { draftOf, emptyDraft, type IdentificationDraft } from "./identifications-draft.ts";
import { IdentificationEditor } from "./identifications-editor.tsx";
import { useIdentifications } from "./identifications-queries.ts";

interface Editing {
  readonly id: IdentificationRow["id"] | undefined;
  readonly draft: IdentificationDraft;
}

export function IdentificationsPart({ readOnly }: { readonly readOnly: boolean }) {
  const { query } = useAddress();
  const asked = query.get("item");
  const [editing, setEditing] = useState<Editing | undefined>(
    asked === null || readOnly ? undefined : { id: undefined, draft: { ...emptyDraft, item: asked } },
  );
  const { data, error, refetch } = useIdentifications();
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="claims-empty">{t("claims.identifications.loading")}</p>;
  return (
    <section className="exhibits" aria-label={t("claims.part.identifications")}>
      <p className="exhibits-how quiet">{t("claims.identifications.how", { version: data.taxonomy })}</p>
      {readOnly || editing !== undefined ? null : (
        <p>
          <button type="button" className="button is-main" onClick={() => setEditing({ id: undefined, draft: emptyDraft })}>
            {t("claims.identifications.new")}
          </button>
        </p>
      )}
      {editing === undefined ? null : (
        <IdentificationEditor
          key={editing.id ?? "new"}
          id={editing.id}
          start={editing.draft}
          events={events}
          onClose={() => setEditing(undefined)}
        />
      )}
      {data.identifications.length === 0 && editing === undefined ? (
        <p className="claims-empty">{t("claims.identifications.empty")}</p>
      ) : (
        <ul className="exhibit-list">
          {data.identifications.map((row) => (
            <li key={row.id}>
              <IdentificationCard
                row={row}
                events={events}
                readOnly={readOnly}
                onChange={() => (row.what === "withheld" ? undefined : setEditing({ id: row.id, draft: draftOf(row.what) }))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
