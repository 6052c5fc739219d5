/** Words with what was not understood marked, and with hidden characters shown as such: a direction mark is read, never acted out. */
import { Fragment } from "react";
import { unintelligible } from "../../core/tier/plain-marks.ts";
import { textParts } from "../../core/text/visible-text.ts";
import { t } from "../words/t.ts";

export function MarkedText({ text }: { text: string }) {
  return text.split(unintelligible).map((part, at) => (
    <Fragment key={at}>
      {at === 0 ? null : <mark className="is-unintelligible">{unintelligible}</mark>}
      {textParts(part).map((piece, n) =>
        "text" in piece ? (
          piece.text
        ) : (
          <span key={n} className="hidden-mark" title={t("text.hidden-mark", { code: piece.mark })}>
            {piece.mark}
          </span>
        ),
      )}
    </Fragment>
  ));
}
