/** Third rung: who is inferred, on at least two kinds of basis. Until then the ladder says what was worn. */
import { BasisKind } from "../../core/identification/identification.ts";
import { t } from "../words/t.ts";
import type { IdentificationDraft } from "./identifications-draft.ts";

interface ActorProps {
  readonly draft: Pick<IdentificationDraft, "actorWords" | "bases">;
  /** What the marks let one say. */
  readonly borne: string;
  readonly onChange: (change: Partial<Pick<IdentificationDraft, "actorWords" | "bases">>) => void;
}

export function ActorFields({ draft: { actorWords, bases }, borne, onChange }: ActorProps) {
  const kinds = new Set(bases.filter(({ words }) => words.trim() !== "").map(({ kind }) => kind));
  const change = (at: number, more: Partial<IdentificationDraft["bases"][number]>) =>
    onChange({ bases: bases.map((basis, place) => (place === at ? { ...basis, ...more } : basis)) });
  return (
    <div className="form-stack">
      <p>
        <span className="quiet">{t("claims.identifications.marks-say")}</span>{" "}
        <strong>{borne === "unknown" ? t("claims.identifications.actor-unknown") : borne}</strong>
      </p>
      {bases.map((basis, at) => (
        <div key={at} className="claim-row">
          <label className="label">
            <span>{t("claims.identifications.basis-kind", { number: at + 1 })}</span>
            <select className="field" value={basis.kind} onChange={({ target }) => change(at, { kind: BasisKind.parse(target.value) })}>
              {BasisKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`claims.identifications.basis.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="label is-wide">
            <span>{t("claims.identifications.basis-words", { number: at + 1 })}</span>
            <input
              dir="auto"
              className="field"
              value={basis.words}
              maxLength={2000}
              onChange={({ target }) => change(at, { words: target.value })}
            />
          </label>
          <button type="button" className="button" onClick={() => onChange({ bases: bases.filter((_, place) => place !== at) })}>
            {t("claims.identifications.remove-basis", { number: at + 1 })}
          </button>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ bases: [...bases, { kind: bases.length === 0 ? "marks" : "speech", words: "" }] })}
        >
          {t("claims.identifications.add-basis")}
        </button>
      </p>
      <label className="label">
        <span>{t("claims.identifications.actor-words")}</span>
        <input
          dir="auto"
          className="field"
          value={actorWords}
          maxLength={500}
          disabled={kinds.size < 2 && actorWords === ""}
          onChange={({ target }) => onChange({ actorWords: target.value })}
        />
      </label>
      <p className="small quiet">
        {t(kinds.size < 2 ? "claims.identifications.needs-second-kind" : "claims.identifications.has-kinds", { count: kinds.size })}
      </p>
    </div>
  );
}
