/** What happens outside the case: links that wait or go, searches that were made, and programs that may be run. */
import "./inquiry.css";
import { useCase } from "../api-client/case-queries.ts";
import { Link } from "../router/link.tsx";
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
        <nav className="inquiry-parts" aria-label={t("inquiry.parts")}>
          {parts.map((one) => (
            <Link key={one} to={one === "links" ? "/inquiry" : `/inquiry?part=${one}`} aria-current={one === part ? "page" : undefined}>
              {t(`inquiry.part.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      {part === "links" ? <LinksPart readOnly={readOnly} /> : null}
      {part === "searches" ? <SearchesPart readOnly={readOnly} /> : null}
      {part === "programs" ? <ProgramsPart /> : null}
    </div>
  );
}
