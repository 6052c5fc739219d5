/** The items that have a text: whose, of when, and how many claims were accepted of each. */
import { useState } from "react";
import type { ClaimTextRow } from "../../api/claim-texts.ts";
import type { ItemId } from "../../core/item/item.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TypedField } from "../parts/typed-field.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

/** More than anybody looks through; the filter finds the rest. */
const mostListed = 200;

export function TextList({ texts, chosen }: { readonly texts: readonly ClaimTextRow[]; readonly chosen: ItemId | undefined }) {
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = texts.filter(({ item, name, title = "", publisher }) =>
    `${item} ${name} ${title} ${publisher.label}`.toLowerCase().includes(wanted),
  );
  return (
    <nav className="texts-list" aria-label={t("claims.texts.list")}>
      <TypedField className="field" label={t("claims.texts.filter")} value={words} longest={200} onTyped={setWords} />
      {found.length === 0 ? <p className="quiet">{t("claims.texts.none-found")}</p> : null}
      <ul>
        {found.slice(0, mostListed).map((text) => (
          <li key={text.item}>
            <Link className="text-row" to={addressOfText(text.item)} aria-current={text.item === chosen ? "page" : undefined}>
              <span className="text-row-title" dir="auto">
                <IsolatedText text={text.title ?? text.name} />
              </span>
              <span className="quiet small">
                {text.item} · <IsolatedText text={text.publisher.label} />
                {text.published === "unknown" ? "" : ` · ${text.published.earliest.slice(0, 10)}`}
              </span>
              <span className={text.claims > 0 ? "small" : "quiet small"}>
                {text.claims > 0 ? t("claims.texts.row.claims", { count: text.claims }) : t("claims.texts.row.no-claims")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {found.length > mostListed ? <p className="quiet small">{t("claims.texts.more", { count: found.length - mostListed })}</p> : null}
    </nav>
  );
}

export function addressOfText(item: ItemId, claim?: string): string {
  return `/claims?part=texts&item=${item}${claim === undefined ? "" : `&claim=${claim}`}`;
}
