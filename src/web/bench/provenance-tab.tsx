/** Where an item came from, as far as the case knows, and what it is related to. */
import type { ItemDetail } from "../../api/items.ts";
import { LinkPanel } from "../inquiry/link-panel.tsx";
import { ReceiptsOfItem } from "../inquiry/receipts-of-item.tsx";
import { RowStatements } from "../paste/row-statements.tsx";
import { formatSecond } from "../custody/format-second.ts";
import { ImageryPart } from "../layers/imagery-part.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";

export function ProvenanceTab({ detail }: { detail: ItemDetail }) {
  const { provenance, row, object } = detail;
  const rows: [string, React.ReactNode][] = [
    [t("bench.prov.name"), <IsolatedText key="n" text={row.name} />],
    [t("bench.prov.size"), row.size === "unknown" ? t("bench.unknown") : t("bench.bytes", { count: row.size })],
    [
      t("bench.prov.object"),
      <span key="o" className="mono digest">
        {object ?? t("bench.prov.no-object")}
      </span>,
    ],
    ...(provenance.noted === undefined ? collectedRows(provenance) : notedRows(provenance, provenance.noted)),
    [
      t("bench.prov.entry"),
      <Link key="e" to={`/custody?item=${row.id}`}>
        {formatNumber(provenance.seq)}
      </Link>,
    ],
  ];
  return (
    <div className="tab-stack">
      <LinkPanel detail={detail} />
      <RowStatements itemId={row.id} />
      {row.kind === "picture" ? <ImageryPart item={row.id} /> : null}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <Row key={name} name={name} value={value} />
        ))}
      </dl>
      {provenance.unpackedFrom ? (
        <section className="notice">
          <p>
            {t("bench.prov.unpacked")}{" "}
            <Link to={`/items/${provenance.unpackedFrom.item}`}>
              {t("bench.to-item", { number: provenance.unpackedFrom.item.slice(1) })}
            </Link>
            , <IsolatedText text={provenance.unpackedFrom.where} />: <IsolatedText text={provenance.unpackedFrom.name} />
          </p>
        </section>
      ) : null}
      {provenance.statedBy ? (
        <section className="notice is-attention">
          <p>
            {t("bench.prov.stated")}{" "}
            <Link to={`/items/${provenance.statedBy.item}`}>{t("bench.to-item", { number: provenance.statedBy.item.slice(1) })}</Link>,{" "}
            <IsolatedText text={provenance.statedBy.where} />: <IsolatedText text={provenance.statedBy.reason} />
          </p>
        </section>
      ) : null}
      {row.held && provenance.collectedAt !== undefined ? <ReceiptsOfItem item={row.id} /> : null}
      <section>
        <h3>{t("bench.prov.relations")}</h3>
        {provenance.relations.length === 0 ? <p className="quiet">{t("bench.prov.relations-none")}</p> : null}
        <ul className="plain-list">
          {provenance.relations.map((relation, index) => (
            <li key={index}>
              {t(`bench.relation.${relation.relation}`)}{" "}
              <Link to={`/items/${relation.item}`}>{t("bench.to-item", { number: relation.item.slice(1) })}</Link>
              {relation.detail === undefined ? null : (
                <span className="quiet">
                  {" "}
                  <IsolatedText text={relation.detail} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function collectedRows(provenance: ItemDetail["provenance"]): [string, React.ReactNode][] {
  return [
    [t("bench.prov.collected"), provenance.collectedAt ?? t("bench.prov.not-collected")],
    [t("bench.prov.by"), provenance.collectedBy],
    [t("bench.prov.method"), provenance.method],
    [t("bench.prov.from"), <IsolatedText key="f" text={provenance.from} />],
    [t("bench.prov.written"), t("bench.prov.written-note", { at: provenance.fileWrittenAt })],
    [t("bench.prov.clock"), provenance.clockSource],
    [t("bench.prov.program"), provenance.program],
  ];
}

/** Nothing was collected, so no file and no clock of a collection can be told of; the line that notes the link can. */
function notedRows(
  { method }: ItemDetail["provenance"],
  { at, byName, seq }: NonNullable<ItemDetail["provenance"]["noted"]>,
): [string, React.ReactNode][] {
  return [
    [t("bench.prov.collected"), t("bench.prov.not-collected")],
    [
      t("bench.prov.noted"),
      <IsolatedText key="n" text={t("bench.prov.noted-line", { by: byName, at: formatSecond(at), seq: formatNumber(seq) })} />,
    ],
    [t("bench.prov.method"), method],
  ];
}

function Row({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
