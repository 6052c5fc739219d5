/** The first question of a new event, alone on its page: what sort is it? */
import { EventSort } from "../../core/event/event.ts";
import { t } from "../words/t.ts";

export function SortChoice({ onChoose }: { onChoose: (sort: EventSort) => void }) {
  return (
    <fieldset className="sort-choice">
      <legend>{t("event-form.sort")}</legend>
      <p className="quiet small">{t("event-form.sort-how")}</p>
      <div className="sort-buttons">
        {EventSort.options.map((sort, at) => (
          <button key={sort} type="button" className="button" data-autofocus={at === 0 ? "" : undefined} onClick={() => onChoose(sort)}>
            <strong>{t(`event-sort.${sort}`)}</strong>
            <span className="quiet small">{t(`event-sort-hint.${sort}`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
