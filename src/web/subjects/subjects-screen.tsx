/**
 * Persons under neutral labels, things in scenes, pair sheets and element sheets: a list of each, and the chosen one beside it. Every
 * picture on it is covered until somebody reveals it.
 */
import "../events/events.css";
import "./subjects.css";
import { useState } from "react";
import { ItemId } from "../../core/item/item.ts";
import { useElementSheets } from "../api-client/element-api.ts";
import { useScenes } from "../api-client/scene-api.ts";
import { useSubjects } from "../api-client/subject-api.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { ItemPanel } from "./item-panel.tsx";
import { ObjectDetail } from "./object-detail.tsx";
import { ObjectDialog } from "./object-dialog.tsx";
import { ObjectRows, PairRows, SheetRows, SubjectRows } from "./subject-rows.tsx";
import { PairScreen } from "./pair-screen.tsx";
import { SheetDetail } from "./sheet-detail.tsx";
import { SheetNewDialog } from "./sheet-new-dialog.tsx";
import { SubjectDetail } from "./subject-detail.tsx";
import { SubjectDialog } from "./subject-dialog.tsx";
import { subjectsKeys } from "./subjects-keys.ts";

/** Below this the chosen record takes the place of the list. */
const besideFrom = 900;

const lists = ["subjects", "objects", "pairs", "sheets"] as const;
type ListName = (typeof lists)[number];

/** `/subjects`, `/subjects?list=pairs`, `/subjects?item=i1`, `/subjects/P1`, `/subjects/V1`, `/subjects/sp1`, `/subjects/es1`. */
export function SubjectsScreen({ record }: { readonly record: string | undefined }) {
  const { query } = useAddress();
  const narrow = useNarrow(besideFrom);
  const subjects = useSubjects();
  const scenes = useScenes();
  const sheets = useElementSheets();
  const list = listOf(record) ?? lists.find((name) => name === query.get("list")) ?? "subjects";
  const [making, setMaking] = useState<ListName>();
  const [changing, setChanging] = useState(false);
  const item = ItemId.safeParse(query.get("item")).data;
  const isNewPair = list === "pairs" && record === undefined && query.get("new") === "1";
  const rows: readonly { id: string }[] =
    {
      subjects: subjects.data?.subjects,
      objects: scenes.data?.objects,
      pairs: scenes.data?.pairs,
      sheets: sheets.data?.sheets,
    }[list] ?? [];
  const go = (id: string): void => {
    setChanging(false);
    navigate(`/subjects/${id}`);
  };
  const make = (): void => (list === "pairs" ? navigate("/subjects?list=pairs&new=1") : setMaking(list));
  const move = (step: number): void => {
    if (rows.length === 0) return;
    const at = rows.findIndex(({ id }) => id === record);
    const next = rows[at === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next !== undefined) navigate(`/subjects/${next.id}`, { replace: true });
  };
  useKeys(subjectsKeys, {
    next: () => move(1),
    previous: () => move(-1),
    make,
    change: () => setChanging(record !== undefined),
    list: () => navigate(pathOf(lists[(lists.indexOf(list) + 1) % lists.length] ?? "subjects")),
  });
  const error = subjects.error ?? scenes.error ?? sheets.error;
  const isOpen = record !== undefined || item !== undefined || isNewPair;
  const closed = <p className="quiet events-closed">{t("subjects.closed")}</p>;
  return (
    <div className={narrow ? "events is-narrow" : "events"}>
      <h1 className="visually-hidden">{t("subjects.title")}</h1>
      {narrow && isOpen ? null : (
        <section className="events-list" aria-label={t(`subjects.list.${list}`)}>
          <div className="events-bar">
            <nav className="events-tabs" aria-label={t("subjects.lists")}>
              {lists.map((name) => (
                <Link key={name} to={pathOf(name)} aria-current={name === list ? "page" : undefined}>
                  {t(`subjects.list.${name}`)}
                </Link>
              ))}
            </nav>
            <button type="button" className="button is-main" onClick={make}>
              {t(`subjects.new.${list}`)}
            </button>
          </div>
          {error === null ? null : (
            <ErrorNotice error={error} onRetry={() => void Promise.all([subjects.refetch(), scenes.refetch(), sheets.refetch()])} />
          )}
          {rows.length > 0 || error !== null ? null : <Empty list={list} />}
          {list === "subjects" && subjects.data !== undefined ? <SubjectRows answer={subjects.data} chosen={record} item={item} /> : null}
          {list === "objects" ? <ObjectRows objects={scenes.data?.objects ?? []} chosen={record} /> : null}
          {list === "pairs" ? <PairRows pairs={scenes.data?.pairs ?? []} chosen={record} /> : null}
          {list === "sheets" ? <SheetRows sheets={sheets.data?.sheets ?? []} chosen={record} /> : null}
        </section>
      )}
      {narrow && !isOpen ? null : (
        <section className="events-panel" aria-label={record ?? t("subjects.closed")}>
          {narrow ? (
            <p>
              <Link to={pathOf(list)}>{t("subjects.back")}</Link>
            </p>
          ) : null}
          {record === undefined ? null : record.startsWith("P") && subjects.data !== undefined ? (
            <SubjectDetail key={record} id={record} answer={subjects.data} changing={changing} onChanging={setChanging} onGo={go} />
          ) : record.startsWith("sp") && scenes.data !== undefined ? (
            <PairScreen key={record} id={record} answer={scenes.data} changing={changing} onChanging={setChanging} onGo={go} />
          ) : record.startsWith("es") && sheets.data !== undefined ? (
            <SheetDetail key={record} id={record} answer={sheets.data} changing={changing} onChanging={setChanging} />
          ) : /^[VO]/u.test(record) && scenes.data !== undefined ? (
            <ObjectDetail key={record} id={record} answer={scenes.data} changing={changing} onChanging={setChanging} />
          ) : null}
          {record === undefined && isNewPair && scenes.data !== undefined ? (
            <PairScreen id={undefined} answer={scenes.data} changing onChanging={() => navigate(pathOf("pairs"))} onGo={go} />
          ) : null}
          {record === undefined && !isNewPair && item !== undefined && subjects.data !== undefined ? (
            <ItemPanel key={item} item={item} answer={subjects.data} />
          ) : null}
          {isOpen ? null : closed}
        </section>
      )}
      {making === "subjects" ? <SubjectDialog item={item} onClose={() => setMaking(undefined)} onMade={go} /> : null}
      {making === "objects" ? <ObjectDialog onClose={() => setMaking(undefined)} onMade={go} /> : null}
      {making === "sheets" && sheets.data !== undefined ? (
        <SheetNewDialog lists={sheets.data.lists} onClose={() => setMaking(undefined)} onMade={go} />
      ) : null}
    </div>
  );
}

function listOf(record: string | undefined): ListName | undefined {
  if (record === undefined) return undefined;
  if (record.startsWith("sp")) return "pairs";
  if (record.startsWith("es")) return "sheets";
  return record.startsWith("P") ? "subjects" : "objects";
}

function pathOf(list: ListName): string {
  return list === "subjects" ? "/subjects" : `/subjects?list=${list}`;
}

function Empty({ list }: { readonly list: ListName }) {
  return (
    <div className="events-empty">
      <p>{t(`subjects.none.${list}`)}</p>
      <p className="quiet">{t(`subjects.none-how.${list}`)}</p>
    </div>
  );
}
