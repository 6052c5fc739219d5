/** Words that stand on pictures of the case, offered as names to look up; each with the item and the moment that it is from. */
import "../recogniser/recogniser.css";
import { useState } from "react";
import type { SignWordsAnswer } from "../../api/recogniser.ts";
import { useSignWords } from "../api-client/recogniser-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { secondsWords } from "../recogniser/seconds-words.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

type OnChoose = (word: string) => void;
type Sign = SignWordsAnswer["signs"][number];

const shownFirst = 30;

export function SignWordsDialog({ onChoose, onClose }: { readonly onChoose: OnChoose; readonly onClose: () => void }) {
  return (
    <Dialog title={t("sign-words.title")} onClose={onClose} wide>
      <SignWordList onChoose={onChoose} />
    </Dialog>
  );
}

export function SignWordList({ onChoose }: { readonly onChoose: OnChoose }) {
  const { data, error, refetch } = useSignWords();
  const [all, setAll] = useState(false);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="quiet">{t("map.waiting")}</p>;
  if (data.signs.length === 0) return <p className="quiet">{t("sign-words.none")}</p>;
  const shown = all ? data.signs : data.signs.slice(0, shownFirst);
  const more = data.signs.length - shown.length;
  return (
    <>
      <p className="quiet small">{t("sign-words.note")}</p>
      <ul className="sign-words">
        {shown.map((sign) => (
          <SignLine key={`${sign.tier} ${sign.segment}`} sign={sign} onChoose={onChoose} />
        ))}
      </ul>
      {more === 0 ? null : (
        <p>
          <button type="button" className="button is-small" onClick={() => setAll(true)}>
            {t("sign-words.more", { count: more })}
          </button>
        </p>
      )}
      {data.leftOut === 0 ? null : <p className="small tone-narrower">{t("sign-words.left-out", { count: data.leftOut })}</p>}
    </>
  );
}

function SignLine({
  sign: { item, tier, segment, startMs, standing, suspect, terms },
  onChoose,
}: {
  readonly sign: Sign;
  readonly onChoose: OnChoose;
}) {
  return (
    <li>
      {terms.map((word) => (
        <button
          key={word}
          type="button"
          className="button is-small"
          aria-label={t("sign-words.look-up", { word })}
          onClick={() => onChoose(word)}
        >
          <span dir="auto">
            <IsolatedText text={word} />
          </span>
        </button>
      ))}
      <Link className="small" to={`/speech/${item}?${new URLSearchParams({ tier, segment: String(segment) })}`}>
        {t("sign-words.at", { item, at: secondsWords(startMs / 1000) })}
      </Link>
      <span className={standing === "machine" ? "small tone-narrower" : "small quiet"}>
        {t(standing === "machine" ? "sign-words.draft" : standing === "reviewed" ? "sign-words.reviewed" : "sign-words.written")}
        {suspect ? `, ${t("sign-words.suspect")}` : ""}
      </span>
    </li>
  );
}
