/** Lines of a pack that name what was withheld from it: withholding takes values out, not words out of the lines that a person wrote. */
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { ToneMark } from "./tone-mark.tsx";

/** A ledger can speak of a name in thousands of lines: the first ones are enough to look at. */
const mostLines = 20;

export function StillSpeaking({ lines, onLeave }: { readonly lines: readonly number[]; readonly onLeave?: () => void }) {
  if (lines.length === 0) return null;
  return (
    <div className="still-speaking">
      <ToneMark tone="narrower" />
      <p>
        {t("prove.still-speaking", { count: lines.length })}{" "}
        {lines.slice(0, mostLines).map((seq, index) => (
          <span key={seq}>
            {index === 0 ? "" : ", "}
            <Link to={`/custody/${seq}`} {...(onLeave === undefined ? {} : { onClick: onLeave })}>
              {formatNumber(seq)}
            </Link>
          </span>
        ))}
        {lines.length > mostLines ? ` ${t("prove.still-speaking-more", { count: lines.length - mostLines })}` : null}
      </p>
    </div>
  );
}
