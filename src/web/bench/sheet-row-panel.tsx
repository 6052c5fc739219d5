/** One row of a sheet: what was read out of it, and every cell as it is. Nothing here can be followed but items of this case. */
import type { RowCheck, ShownRow } from "../../api/sheets.ts";
import type { PlaceClaim } from "../../core/place/region.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { columnName } from "./sheet-columns.ts";
import { TimeClaimView } from "./time-claim-view.tsx";

export function SheetRowPanel({ columns, row }: { columns: readonly string[]; row: ShownRow | undefined }) {
  return (
    <section className="sheet-panel" aria-label={t("sheet.chosen")} tabIndex={0}>
      {row === undefined ? null : (
        <>
          <h3>{t("sheet.row-number", { number: row.row })}</h3>
          <div className="sheet-panel-parts">
            <Means row={row} />
            <Cells columns={columns} cells={row.cells} />
          </div>
        </>
      )}
    </section>
  );
}

function Means({ row: { id, means, checks } }: { row: ShownRow }) {
  const { links, times, places, title, text, status, files, hashes } = means;
  const words = [
    [t("sheet.id-of"), id],
    [t("sheet.title-of"), title],
    [t("sheet.status-of"), status],
    [t("sheet.text-of"), text],
  ] as const;
  const said = words.filter(([, value]) => value !== undefined);
  const nothing = said.length + links.length + times.length + places.length + files.length + hashes.length === 0;
  return (
    <div className="sheet-means">
      <h4>{t("sheet.read")}</h4>
      {nothing ? <p className="quiet">{t("sheet.read-nothing")}</p> : null}
      <Part name={t("sheet.times")} some={times.length > 0}>
        {times.map((claim, index) => (
          <li key={index}>
            <TimeClaimView claim={claim} withMeaning />
          </li>
        ))}
      </Part>
      <Part name={t("sheet.places")} some={places.length > 0}>
        {places.map((claim, index) => (
          <li key={index}>
            <Place claim={claim} />
          </li>
        ))}
      </Part>
      <Part name={t("sheet.row-links")} some={links.length > 0}>
        {links.map((link, index) => (
          <li key={index} className="mono sheet-long">
            <IsolatedText text={link} />
          </li>
        ))}
      </Part>
      {said.map(([name, value]) => (
        <Part key={name} name={name} some>
          <li className="sheet-words" dir="auto">
            <IsolatedText text={value ?? ""} />
          </li>
        </Part>
      ))}
      <Part name={t("sheet.files")} some={files.length > 0}>
        {files.map((file, index) => (
          <Checked key={index} said={file} check={checks.find((check) => check.said === file)} />
        ))}
      </Part>
      <Part name={t("sheet.hashes")} some={hashes.length > 0}>
        {hashes.map((hash, index) => (
          <Checked key={index} said={hash} check={checks.find((check) => check.said === hash)} />
        ))}
      </Part>
    </div>
  );
}

function Part({ name, some, children }: { name: string; some: boolean; children: React.ReactNode }) {
  if (!some) return null;
  return (
    <section>
      <h5>{name}</h5>
      <ul className="plain-list">{children}</ul>
    </section>
  );
}

function Place({ claim: { means, verbatim, region, precision, basis } }: { claim: PlaceClaim }) {
  const figures = (degrees: number) => degrees.toFixed(5);
  return (
    <div>
      <p>
        <b>{t(`sheet.place.${means}`)}: </b>
        <span className="mono">
          {region === "unknown"
            ? t("sheet.place.no-region")
            : region.shape === "circle"
              ? t("sheet.place.circle", {
                  lat: figures(region.centre.lat),
                  lon: figures(region.centre.lon),
                  radius: metres(region.radiusM),
                })
              : t("sheet.place.other-shape")}
        </span>
      </p>
      <p className="sheet-words" dir="auto">
        <IsolatedText text={verbatim} />
      </p>
      <p className="quiet">
        <IsolatedText text={t("sheet.place.basis", { basis, precision })} />
      </p>
    </div>
  );
}

function metres(radius: number): string {
  return radius < 10_000 ? `${formatNumber(Math.round(radius))} m` : `${formatNumber(Math.round(radius / 100) / 10)} km`;
}

function Checked({ said, check }: { said: string; check: RowCheck | undefined }) {
  return (
    <li>
      <span className="mono sheet-long">
        <IsolatedText text={said} />
      </span>{" "}
      {check === undefined ? (
        <span className="quiet">{t("sheet.unchecked")}</span>
      ) : (
        <span className={check.state === "differs" ? "tone-conflict" : check.state === "held" ? "tone-agree" : "tone-narrower"}>
          {t(`sheet.check.${check.state}`)}
          {check.item === undefined ? null : (
            <>
              {" "}
              <Link to={`/items/${check.item}`}>{t("bench.to-item", { number: check.item.slice(1) })}</Link>
            </>
          )}
        </span>
      )}
    </li>
  );
}

function Cells({ columns, cells }: { columns: readonly string[]; cells: readonly string[] }) {
  return (
    <div className="sheet-cells">
      <h4>{t("sheet.cells")}</h4>
      <dl className="facts">
        {Array.from({ length: Math.max(columns.length, cells.length) }, (_, column) => (
          <Cell key={column} name={columnName(columns[column] ?? "", column)} cell={cells[column] ?? ""} />
        ))}
      </dl>
    </div>
  );
}

function Cell({ name, cell }: { name: string; cell: string }) {
  return (
    <>
      <dt dir="auto">
        <IsolatedText text={name} />
      </dt>
      <dd className="sheet-words" dir="auto">
        {cell === "" ? <span className="quiet">{t("sheet.cell-empty")}</span> : <IsolatedText text={cell} />}
      </dd>
    </>
  );
}
