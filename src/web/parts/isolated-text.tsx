/**
 * Foreign text on one line: isolated, so that it cannot turn the words around it, with control and direction
 * marks replaced by their visible code. What is shown is never markup.
 */
import { textParts } from "../../core/text/visible-text.ts";
import { t } from "../words/t.ts";

export function IsolatedText({ text }: { text: string }) {
  return (
    <bdi>
      {textParts(text).map((part, index) =>
        "text" in part ? (
          part.text
        ) : (
          <span key={index} className="hidden-mark" title={t("text.hidden-mark", { code: part.mark })}>
            {part.mark}
          </span>
        ),
      )}
    </bdi>
  );
}
