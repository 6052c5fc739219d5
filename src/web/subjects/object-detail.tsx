/** One thing in a scene: what it looks like, and the pair sheets that name it. */
import { useState } from "react";
import type { SceneObjectRow, ScenesAnswer } from "../../api/scenes.ts";
import { sceneApi } from "../api-client/scene-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { ObjectDialog } from "./object-dialog.tsx";
import { RecordHead } from "./record-head.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

interface ObjectDetailProps {
  readonly id: string;
  readonly answer: ScenesAnswer;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
}

export function ObjectDetail({ id, answer, changing, onChanging }: ObjectDetailProps) {
  const [leaving, setLeaving] = useState(false);
  const object = answer.objects.find((one) => one.id === id);
  if (object === undefined) return <p className="quiet">{t("subjects.unknown", { id })}</p>;
  const stands = object.withdrawn === undefined;
  const pairs = answer.pairs.filter(({ sheet }) => sheet !== "withheld" && names(sheet, object.id));
  return (
    <article className={stands ? "record" : "record is-withdrawn"}>
      <RecordHead
        record={object}
        sort={t(object.id.startsWith("V") ? "scenes.sort.vehicle" : "scenes.sort.other")}
        title={object.description}
        onChange={() => onChanging(true)}
        onWithdraw={() => setLeaving(true)}
      />
      <StaleNotice record={object.id} />
      <section className="record-part" aria-label={t("subjects.list.pairs")}>
        <h3>{t("subjects.list.pairs")}</h3>
        {pairs.length === 0 ? <p className="quiet">{t("scenes.object-in-none")}</p> : null}
        <ul className="record-lines">
          {pairs.map((pair) => (
            <li key={pair.id} className={pair.withdrawn === undefined ? "" : "is-withdrawn"}>
              <p className="record-line-head">
                <Link to={`/subjects/${pair.id}`}>
                  {pair.id} <span className="mono">{t("scenes.pair-of", { a: pair.a, b: pair.b })}</span>
                </Link>
                <VerdictChip verdict={pair.verdict} />
              </p>
              <p className="small">
                <IsolatedText text={pair.reason ?? ""} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      {changing && stands ? <ObjectDialog object={object} onClose={() => onChanging(false)} onMade={() => onChanging(false)} /> : null}
      {leaving ? (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: object.id })}
          action={t("events.withdraw")}
          write={(reason) => sceneApi.withdraw({ record: object.id, reason })}
          said={t("events.written", { id: object.id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

function names(sheet: Exclude<ScenesAnswer["pairs"][number]["sheet"], "withheld">, object: SceneObjectRow["id"]): boolean {
  return sheet.pairs.some((pair) => pair.object === object) || sheet.states.some((state) => state.object === object);
}
