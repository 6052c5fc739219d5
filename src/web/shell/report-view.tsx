/** A report as the verifier wrote it, part by part, nothing left out: names as they stand, lists as lists. */
import type { Job } from "../../api/jobs.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { formatNumber } from "../words/t.ts";

type Json = Exclude<Job["result"], undefined>;

/** "notProved" and "not-proved" are read as "not proved". */
function spoken(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
}

export function ReportView({ result }: { result: Json }) {
  if (result === null || typeof result === "boolean") return <span>{String(result)}</span>;
  if (typeof result === "number") return <span>{formatNumber(result)}</span>;
  if (typeof result === "string") return <IsolatedText text={result} />;
  if (Array.isArray(result)) {
    if (result.length === 0) return <span className="quiet">0</span>;
    return (
      <ul className="report-list">
        {result.map((entry, index) => (
          <li key={index}>
            <ReportView result={entry} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <dl className="report">
      {Object.entries(result).map(([name, value]) => (
        <div key={name}>
          <dt>{spoken(name)}</dt>
          <dd>
            <ReportView result={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
