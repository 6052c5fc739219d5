/** An item as its persons and shots have it: the figure, shots as people count them, and what contradicts. */
import { useState } from "react";
import type { SubjectsAnswer } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ContradictionList } from "./contradiction-list.tsx";
import { ItemFigure } from "./item-figure.tsx";
import { ShotDialog } from "./shot-dialog.tsx";
import { ShotList } from "./shot-list.tsx";
import { SubjectDialog } from "./subject-dialog.tsx";

export function ItemPanel({ item, answer }: { readonly item: ItemId; readonly answer: SubjectsAnswer }) {
  const [making, setMaking] = useState<"subject" | "shot">();
  const own = new Set<string>(answer.subjects.filter((one) => one.item === item).map(({ id }) => id));
  return (
    <article className="record">
      <header className="record-head">
        <h2>{t("subjects.figure-title", { item })}</h2>
        <p className="record-actions">
          <button type="button" className="button is-small" onClick={() => setMaking("subject")}>
            {t("subjects.new.subjects")}
          </button>
          <button type="button" className="button is-small" onClick={() => setMaking("shot")}>
            {t("shots.new")}
          </button>
          <Link className="small" to={`/items/${item}`}>
            {t("subjects.to-item", { item })}
          </Link>
        </p>
      </header>
      <ItemFigure item={item} shots={answer.shots} />
      <p className="quiet small">{t("subjects.figure-how")}</p>
      <ContradictionList contradictions={answer.contradictions.filter(({ subject }) => own.has(subject))} />
      <section className="record-part" aria-label={t("shots.title")}>
        <h3>{t("shots.title")}</h3>
        <p className="quiet small">{t("shots.how")}</p>
        <ShotList item={item} shots={answer.shots.filter((shot) => shot.item === item)} />
      </section>
      {making === "subject" ? <SubjectDialog item={item} onClose={() => setMaking(undefined)} onMade={() => setMaking(undefined)} /> : null}
      {making === "shot" ? <ShotDialog item={item} onClose={() => setMaking(undefined)} /> : null}
    </article>
  );
}
