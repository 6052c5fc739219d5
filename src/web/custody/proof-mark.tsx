/** What stands behind an entry's time, as a sign and words: proven on both sides, on one, or only claimed. */
import type { CustodyEntry } from "../../api/custody.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { formatSecond } from "./format-second.ts";

type Proof = CustodyEntry["proof"];

const tones: Readonly<Record<Proof["state"], Tone>> = {
  "proven-between": "agree",
  "proven-before": "narrower",
  "proven-after": "narrower",
  "claimed-only": "unknown",
};

export function ProofMark({ proof }: { proof: Proof }) {
  const tone = tones[proof.state];
  return (
    <span className="proof" data-proof={proof.state}>
      <span className={`chip tone-${tone}`}>
        <ToneMark tone={tone} />
        {t(`proof.${proof.state}`)}
      </span>
      {proof.after === undefined ? null : <span className="quiet small">{t("proof.after", { time: formatSecond(proof.after) })}</span>}
      {proof.before === undefined ? null : <span className="quiet small">{t("proof.before", { time: formatSecond(proof.before) })}</span>}
    </span>
  );
}

export function ProofSentences({ proof }: { proof: Proof }) {
  return (
    <ul className="proof-sentences">
      {proof.after === undefined ? null : <li>{t("proof.says-after", { time: formatSecond(proof.after) })}</li>}
      {proof.before === undefined ? null : <li>{t("proof.says-before", { time: formatSecond(proof.before) })}</li>}
      {proof.state === "claimed-only" ? <li>{t("proof.says-claimed-only")}</li> : null}
      <li>{t("proof.says-order")}</li>
    </ul>
  );
}
