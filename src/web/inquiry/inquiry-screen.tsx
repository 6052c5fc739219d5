/** What happens outside the case: links that wait or go, searches that were made, and programs that may be run. */
import "./inquiry.css";
import { useCase } from "../api-client/case-queries.ts";
import { ScreenParts } from "../parts/screen-parts.tsx";
import { RecogniserPart } from "../recogniser/recogniser-part.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { LinksPart } from "./links-part.tsx";
import { ProgramsPart } from "./programs-part.tsx";
import { SearchesPart } from "./searches-part.tsx";

const parts = ["links", "searches", "programs"] as const;

export function InquiryScreen() {
  const { query } = useAddress();
  const part = parts.find((one) => one === query.get("part")) ?? "links";
  const readOnly = useCase().data?.readOnly === true;
  return (
    <div className="inquiry">
      <div className="inquiry-head">
        <h1>{t("inquiry.title")}</h1>
        <ScreenParts
          label={t("inquiry.parts")}
          screen="/inquiry"
          parts={parts.map((one) => ({ part: one, says: t(`inquiry.part.${one}`) }))}
          current={part}
        />
      </div>
      {part === "links" ? <LinksPart readOnly={readOnly} /> : null}
      {part === "searches" ? <SearchesPart readOnly={readOnly} /> : null}
      {part === "programs" ? (
        <>
          <ProgramsPart />
          <RecogniserPart />
        </>
      ) : null}
    </div>
  );
}
