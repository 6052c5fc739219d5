/** Sentences that the program says of this case and this machine, each with its tone. */
import type { CaseSummary } from "../../api/case.ts";
import { t } from "../words/t.ts";
import { type Tone, ToneMark } from "./tone-mark.tsx";

type Statements = CaseSummary["statements"];
export const statementTones: Readonly<Record<Statements[number]["tone"], Tone>> = {
  fine: "agree",
  unknown: "unknown",
  attention: "narrower",
};

export function StatementList({ statements }: { statements: Statements }) {
  return (
    <ul className="statements">
      {statements.map(({ tone, code, text }) => (
        <li key={`${code} ${text}`}>
          <ToneMark tone={statementTones[tone]} />
          <span>
            <span className="visually-hidden">{t(`tone.${tone}`)}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
