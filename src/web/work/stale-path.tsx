/** One way from a judgement down to what changed: each step a record with its line, in the order in which one rests on the other. */
import type { StaleStep } from "../../api/work.ts";
import { Link } from "../router/link.tsx";
import { t, type WordKey } from "../words/t.ts";

export function StalePath({ path, addressOf }: { path: readonly StaleStep[]; addressOf: (record: string) => string | undefined }) {
  const change = path.at(-1);
  if (change === undefined) return null;
  return (
    <ol className="stale-path">
      {path.slice(0, -1).map((step, at) => (
        <li key={at}>
          {t(`stale.rests.${step.why}` as WordKey)} <Named record={step.record} to={addressOf(step.record)} />
          {step.through.length === 0 ? null : ` ${t("stale.through", { records: step.through.join(", ") })}`}{" "}
          <Link className="quiet" to={`/custody/${step.line}`}>
            {t("stale.as-of", { line: String(step.line) })}
          </Link>
        </li>
      ))}
      <li className="stale-change">
        <strong>{t(`stale.changed.${change.why}` as WordKey)}</strong>{" "}
        <Link to={`/custody/${change.line}`}>{t("stale.in-line", { line: String(change.line) })}</Link>
      </li>
    </ol>
  );
}

function Named({ record, to }: { record: string; to: string | undefined }) {
  return to === undefined ? <b>{record}</b> : <Link to={to}>{record}</Link>;
}
