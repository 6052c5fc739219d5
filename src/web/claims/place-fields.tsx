/** A place being typed: coordinates in any form, and always how far off it may be. What is read is said back before it is kept. */
import "./claims.css";
import { type CoordinateRemark, readCoordinates } from "../../core/place/read-coordinates.ts";
import { turnOf } from "../../core/place/region-geometry.ts";
import type { PlaceClaim, PlaceMeaning, Position, Region } from "../../core/place/region.ts";
import { t } from "../words/t.ts";
import { formatPosition, formatRadius, regionWords } from "./place-words.ts";

/** What stands in the fields; a claim comes out of it, or why not. */
export interface PlaceDraft {
  readonly known: boolean;
  readonly means: PlaceMeaning;
  readonly shape: Region["shape"];
  readonly coordinates: string;
  /** Empty: as the digits given allow. */
  readonly radius: string;
  readonly precision: string;
}

export function emptyPlace(means: PlaceMeaning, known = false): PlaceDraft {
  return { known, means, shape: "circle", coordinates: "", radius: "", precision: t("place-form.default-precision") };
}

/** Fields that say again what a claim says. */
export function draftOfPlace(claim: PlaceClaim | "unknown" | "withheld", means: PlaceMeaning): PlaceDraft {
  if (claim === "unknown" || claim === "withheld") return emptyPlace(means);
  if (claim.region === "unknown") return emptyPlace(claim.means);
  const { region } = claim;
  const points = region.shape === "circle" ? [region.centre] : region.shape === "path" ? region.points : (region.rings[0] ?? []);
  return {
    known: true,
    means: claim.means,
    shape: region.shape,
    coordinates: points.map(({ lat, lon }) => `${lat}, ${lon}`).join("\n"),
    radius: region.shape === "polygon" ? "" : String(region.radiusM),
    precision: claim.precision,
  };
}

export type PlaceRead =
  | { readonly state: "unknown" }
  | { readonly state: "read"; readonly claim: PlaceClaim; readonly remarks: readonly CoordinateRemark[]; readonly byDigits?: string }
  | { readonly state: "refused"; readonly reason: string };

export function readPlace(draft: PlaceDraft, basis: string = t("place-form.default-precision")): PlaceRead {
  if (!draft.known) return { state: "unknown" };
  const lines = draft.coordinates.split("\n").filter((line) => line.trim() !== "");
  const positions: Position[] = [];
  const remarks = new Set<CoordinateRemark>();
  let byDigits = { radiusM: 0, precision: "" };
  for (const [at, line] of (draft.shape === "circle" ? [draft.coordinates] : lines).entries()) {
    const read = readCoordinates(line, { means: draft.means, basis });
    const reason = read.state === "none" ? t("place-form.nothing") : read.state === "refused" ? read.reason : undefined;
    if (read.state !== "read" || read.claim.region === "unknown" || read.claim.region.shape !== "circle")
      return {
        state: "refused",
        reason: draft.shape === "circle" ? (reason ?? "") : t("place-form.line", { line: at + 1, reason: reason ?? "" }),
      };
    positions.push(read.claim.region.centre);
    for (const remark of read.remarks) remarks.add(remark);
    if (read.claim.region.radiusM > byDigits.radiusM) byDigits = { radiusM: read.claim.region.radiusM, precision: read.claim.precision };
  }
  const least = { circle: 1, path: 2, polygon: 3 }[draft.shape];
  if (positions.length < least) return { state: "refused", reason: t("place-form.too-few", { count: least }) };
  const typed = draft.radius.trim() === "" ? undefined : Number(draft.radius.replace(",", "."));
  if (typed !== undefined && !(typed > 0)) return { state: "refused", reason: t("place-form.radius-refused") };
  const region = regionOf(draft.shape, positions, typed ?? byDigits.radiusM);
  const isByDigits = typed === undefined && draft.shape !== "polygon";
  const precision = isByDigits ? byDigits.precision : draft.precision.trim() || t("place-form.default-precision");
  return {
    state: "read",
    claim: { means: draft.means, verbatim: draft.coordinates.trim(), region, precision, basis },
    remarks: [...remarks],
    ...(isByDigits ? { byDigits: formatRadius(byDigits.radiusM) } : {}),
  };
}

function regionOf(shape: Region["shape"], positions: Position[], radiusM: number): Region {
  if (shape === "path") return { shape, points: positions, radiusM };
  if (shape === "polygon") return { shape, rings: [turnOf(positions) < 0 ? positions.toReversed() : positions] };
  return { shape, centre: positions[0] ?? { lat: 0, lon: 0 }, radiusM };
}

const meanings: readonly PlaceMeaning[] = ["happened", "filmed", "filmed-from", "posted-from", "stated"];

interface PlaceFieldsProps {
  readonly legend: string;
  readonly draft: PlaceDraft;
  readonly onDraft: (draft: PlaceDraft) => void;
  /** May the place be left open? */
  readonly mayBeUnknown: boolean;
  readonly autoFocus?: boolean;
}

export function PlaceFields({ legend, draft, onDraft, mayBeUnknown, autoFocus = false }: PlaceFieldsProps) {
  const read = readPlace(draft);
  const set = (change: Partial<PlaceDraft>): void => onDraft({ ...draft, ...change });
  return (
    <fieldset className="claim-fields">
      <legend>{legend}</legend>
      {mayBeUnknown ? (
        <label className="check">
          <input type="checkbox" checked={!draft.known} onChange={(event) => set({ known: !event.target.checked })} />{" "}
          {t("place-form.not-known")}
        </label>
      ) : null}
      {draft.known ? (
        <>
          <div className="claim-row">
            <label className="label">
              <span>{t("place-form.means")}</span>
              <select className="field" value={draft.means} onChange={(event) => set({ means: event.target.value as PlaceMeaning })}>
                {meanings.map((means) => (
                  <option key={means} value={means}>
                    {t(`place.mean.${means}`)}
                  </option>
                ))}
              </select>
            </label>
            <label className="label">
              <span>{t("place-form.shape")}</span>
              <select className="field" value={draft.shape} onChange={(event) => set({ shape: event.target.value as Region["shape"] })}>
                {(["circle", "polygon", "path"] as const).map((shape) => (
                  <option key={shape} value={shape}>
                    {t(`place-form.shape.${shape}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <label className="label">
            <span>{t(draft.shape === "circle" ? "place-form.coordinates" : "place-form.coordinates-many")}</span>
            {draft.shape === "circle" ? (
              <input
                className="field mono"
                data-autofocus={autoFocus ? "" : undefined}
                value={draft.coordinates}
                maxLength={2000}
                onChange={(event) => set({ coordinates: event.target.value })}
              />
            ) : (
              <textarea className="field mono" value={draft.coordinates} onChange={(event) => set({ coordinates: event.target.value })} />
            )}
          </label>
          {draft.shape === "polygon" ? null : (
            <label className="label">
              <span>{t("place-form.radius")}</span>
              <input
                className="field"
                inputMode="decimal"
                value={draft.radius}
                placeholder={
                  read.state === "read" && read.byDigits !== undefined ? t("place-form.radius-digits", { radius: read.byDigits }) : ""
                }
                onChange={(event) => set({ radius: event.target.value })}
              />
            </label>
          )}
          {draft.shape !== "polygon" && draft.radius.trim() === "" ? null : (
            <label className="label">
              <span>{t("place-form.precision")}</span>
              <input
                dir="auto"
                className="field"
                value={draft.precision}
                maxLength={300}
                onChange={(event) => set({ precision: event.target.value })}
              />
            </label>
          )}
          <ReadBack draft={draft} read={read} />
        </>
      ) : null}
    </fieldset>
  );
}

function ReadBack({ draft, read }: { draft: PlaceDraft; read: PlaceRead }) {
  if (draft.coordinates.trim() === "" || read.state === "unknown") return <p className="quiet small">{t("place-form.coordinates-hint")}</p>;
  if (read.state === "refused") return <p className="small tone-conflict">{read.reason}</p>;
  const { region } = read.claim;
  return (
    <div className="small">
      <p>
        {t("place-form.read-as", {
          place: region === "unknown" ? "" : region.shape === "circle" ? formatPosition(region.centre) : regionWords(region),
        })}
      </p>
      {read.remarks.map((remark) => (
        <p key={remark} className="tone-narrower">
          {t(`place-form.${remark}`)}
        </p>
      ))}
    </div>
  );
}
