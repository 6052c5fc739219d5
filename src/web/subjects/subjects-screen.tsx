/** Persons under neutral labels, things in scenes, pair sheets, and element sheets. */
import { t } from "../words/t.ts";

export function SubjectsScreen({ record }: { readonly record: string | undefined }) {
  return (
    <h1 className="page-message" data-record={record}>
      {t("subjects.title")}
    </h1>
  );
}
