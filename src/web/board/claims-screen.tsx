/** Who says what: texts read for claims, the board of aspects and origins, where statements come from, and which cannot all hold. */
import "./claims-screen.css";
import { useCase } from "../api-client/case-queries.ts";
import { ScreenParts } from "../parts/screen-parts.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { BoardPart } from "./board-part.tsx";
import { ContradictionsPart } from "./contradictions-part.tsx";
import { DerivationPart } from "./derivation-part.tsx";
import { ExhibitsPart } from "./exhibits-part.tsx";
import { GapsPart } from "./gaps-part.tsx";
import { IdentificationsPart } from "./identifications-part.tsx";
import { RepliesPart } from "./replies-part.tsx";
import { TextsPart } from "./texts-part.tsx";

const parts = ["board", "texts", "derivation", "contradictions", "gaps", "exhibits", "identifications", "replies"] as const;

export function ClaimsScreen() {
  const { query } = useAddress();
  const part = parts.find((one) => one === query.get("part")) ?? "board";
  const readOnly = useCase().data?.readOnly === true;
  return (
    <div className="claims-screen">
      <div className="claims-head">
        <h1>{t("claims.title")}</h1>
        <ScreenParts
          label={t("claims.parts")}
          screen="/claims"
          parts={parts.map((one) => ({ part: one, says: t(`claims.part.${one}`) }))}
          current={part}
        />
      </div>
      {part === "board" ? <BoardPart readOnly={readOnly} /> : null}
      {part === "texts" ? <TextsPart readOnly={readOnly} /> : null}
      {part === "derivation" ? <DerivationPart readOnly={readOnly} /> : null}
      {part === "contradictions" ? <ContradictionsPart readOnly={readOnly} /> : null}
      {part === "gaps" ? <GapsPart /> : null}
      {part === "exhibits" ? <ExhibitsPart readOnly={readOnly} /> : null}
      {part === "identifications" ? <IdentificationsPart readOnly={readOnly} /> : null}
      {part === "replies" ? <RepliesPart readOnly={readOnly} /> : null}
    </div>
  );
}
