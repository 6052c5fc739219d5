/** Who posted, re-posted, gave or filmed an item: four questions, each with its own basis. None is filled in from another. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AttributionLine, StatedLine } from "../../api/conditions.ts";
import type { ItemId } from "../../core/item/item.ts";
import { SourceId } from "../../core/source/source.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { useSources } from "../sources/source-queries.ts";
import { AttributionDialog } from "./attribution-dialog.tsx";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { WrittenBy } from "./stated-lines.tsx";

interface AttributionPartProps {
  readonly item: ItemId;
  readonly attributions: readonly AttributionLine[];
  /** Its conditions in force, which may name who gave it. */
  readonly stated: StatedLine | undefined;
}

export function AttributionPart({ item, attributions, stated }: AttributionPartProps) {
  const [open, setOpen] = useState<"add" | AttributionLine>();
  const client = useQueryClient();
  const nameOf = useNames();
  const giver = SourceId.safeParse(stated?.conditions.givenBy).data;
  const done = (): void => {
    void client.invalidateQueries({ queryKey: queryKeys.records });
    setOpen(undefined);
  };
  return (
    <section className="part" aria-label={t("attribution.title")}>
      <div className="part-head">
        <h3>{t("attribution.title")}</h3>
        <button type="button" className="button" onClick={() => setOpen("add")}>
          {t("attribution.add")}
        </button>
      </div>
      {giver === undefined ? null : <p>{t("attribution.by-conditions", { source: nameOf(giver), line: stated?.seq ?? 0 })}</p>}
      {attributions.length === 0 && giver === undefined ? <p className="quiet">{t("attribution.none")}</p> : null}
      <ul className="said-lines">
        {attributions.map((line) => (
          <li key={`${line.role} ${line.account} ${line.source}`} className={line.standing === "stated" ? "is-now" : "is-gone"}>
            <span className="said-head">
              <strong>{t(`role.${line.role}`)}</strong>
              {[line.account, line.source]
                .filter((id) => id !== "unknown")
                .map((id) => (
                  <Link key={id} to={`/sources/${id}`}>
                    <IsolatedText text={nameOf(id)} />
                  </Link>
                ))}
              {line.standing === "withdrawn" ? (
                <span>{t("attribution.withdrawn")}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => setOpen(line)}>
                  {t("attribution.withdraw")}
                </button>
              )}
            </span>
            <span className="small">
              <IsolatedText text={line.basis} />
            </span>
            <WrittenBy {...line} />
          </li>
        ))}
      </ul>
      {open === "add" ? <AttributionDialog items={[item]} onClose={() => setOpen(undefined)} onDone={done} /> : null}
      {typeof open === "object" ? (
        <TakeBackDialog
          write={(reason) => {
            const { role, account, source } = open;
            return sourcesApi.attribute({ items: [item], role, account, source, basis: reason, standing: "withdrawn" });
          }}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      ) : null}
    </section>
  );
}

/** "s1 · A label", "a2 · a name seen last". */
function useNames(): (id: string) => string {
  const sources = useSources().data;
  return (id) => {
    const label = sources?.sources.find((source) => source.id === id)?.label;
    const seen = sources?.accounts.find((account) => account.id === id)?.names.at(-1);
    const name = label ?? (seen === undefined ? undefined : seen.handle === "unknown" ? seen.displayName : seen.handle);
    return name === undefined ? id : `${id} · ${name}`;
  };
}
