/** Texts of the case, read for claims: their list, one text with what is marked in it, and the proposals that a person accepts, edits or rejects. */
import "../claims/claims.css";
import "../events/events.css";
import "./texts.css";
import { ClaimId } from "../../core/claim/claim.ts";
import { ItemId } from "../../core/item/item.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { TextList } from "./text-list.tsx";
import { TextReader } from "./text-reader.tsx";
import { useItemText, useReadableTexts } from "./text-queries.ts";
import { TypedOnly } from "./text-typed-only.tsx";

/** Below this the text takes the place of the list, and text and proposals take turns. */
const besideFrom = 1100;

export function TextsPart({ readOnly }: { readonly readOnly: boolean }) {
  const { query } = useAddress();
  const item = ItemId.safeParse(query.get("item")).data;
  const claim = ClaimId.safeParse(query.get("claim")).data;
  const narrow = useNarrow(besideFrom);
  const texts = useReadableTexts();
  if (texts.error !== null) return <ErrorNotice error={texts.error} onRetry={() => void texts.refetch()} />;
  if (texts.data === undefined) return <p className="claims-empty">{t("app.waiting")}</p>;
  if (texts.data.length === 0 && item === undefined) return <p className="claims-empty">{t("claims.texts.empty")}</p>;
  return (
    <div className={narrow ? "texts is-narrow" : "texts"}>
      {narrow && item !== undefined ? (
        <Link className="texts-back" to="/claims?part=texts">
          {t("claims.texts.back")}
        </Link>
      ) : (
        <TextList texts={texts.data} chosen={item} />
      )}
      {item === undefined ? (
        narrow ? null : (
          <p className="claims-empty">{t("claims.texts.choose")}</p>
        )
      ) : (
        <ReadText key={item} item={item} claim={claim} narrow={narrow} readOnly={readOnly} />
      )}
    </div>
  );
}

interface ReadTextProps {
  readonly item: ItemId;
  readonly claim: ClaimId | undefined;
  readonly narrow: boolean;
  readonly readOnly: boolean;
}

function ReadText({ item, ...rest }: ReadTextProps) {
  const { query } = useAddress();
  const from = Number(query.get("from") ?? 0);
  const found = useItemText(item, Number.isSafeInteger(from) && from > 0 ? from : 0);
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="claims-empty">{t("app.waiting")}</p>;
  if (found.data.state === "refused") return <TypedOnly item={item} why={found.data.why} readOnly={rest.readOnly} />;
  return <TextReader key={found.data.from} {...rest} readable={found.data} />;
}
