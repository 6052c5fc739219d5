/** Foreign text over several lines: line breaks stay; what would not be seen, or would turn the words around it, is shown as its code. Never markup. */
import { textParts } from "../../core/text/visible-text.ts";
import { t } from "../words/t.ts";

export function Prose({ text }: { text: string }) {
  return (
    <bdi className="prose">
      {text.split(/(\r?\n|\t)/).map((piece, index) =>
        // Odd ones are the breaks and tabs themselves.
        index % 2 === 1 ? piece : <Piece key={index} text={piece} />,
      )}
    </bdi>
  );
}

function Piece({ text }: { text: string }) {
  return textParts(text).map((part, index) =>
    "text" in part ? (
      part.text
    ) : (
      <span key={index} className="hidden-mark" title={t("text.hidden-mark", { code: part.mark })}>
        {part.mark}
      </span>
    ),
  );
}
