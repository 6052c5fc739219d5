/** What we hold and do not hold, the traps that readers met, and what cannot be told. */
import type { ItemDetail } from "../../api/items.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { formatNumber, t } from "../words/t.ts";
import { emptyWords } from "./held-empty.ts";

export function HeldTab({ detail }: { detail: ItemDetail }) {
  const empty = emptyWords(detail.row.held, detail.probe !== undefined);
  return (
    <div className="tab-stack">
      <Sentences
        title={t("bench.held.holds")}
        tone="agree"
        sentences={detail.holds.length === 0 && detail.row.held ? [t("bench.held.bytes")] : detail.holds}
        empty={t(empty.holds)}
      />
      <Sentences title={t("bench.held.holds-not")} tone="conflict" sentences={detail.holdsNot} empty={t(empty.holdsNot)} />
      <section>
        <h3>{t("bench.held.traps")}</h3>
        {detail.traps.length === 0 ? <p className="quiet">{t(empty.traps)}</p> : null}
        <ul className="sentences">
          {detail.traps.map((trap) => (
            <li key={trap.code}>
              <ToneMark tone="narrower" />
              <div>
                <p>
                  {trap.message} <span className="quiet">({formatNumber(trap.count)}×)</span>
                </p>
                <p className="quiet">
                  <span className="mono">{trap.code}</span>
                  {trap.where.length > 0 ? (
                    <>
                      {" "}
                      ·{" "}
                      {trap.where.map((where, index) => (
                        <span key={index}>
                          {index > 0 ? ", " : ""}
                          <IsolatedText text={where} />
                        </span>
                      ))}
                    </>
                  ) : null}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {detail.faults.length === 0 ? null : (
        <section>
          <h3>{t("bench.held.faults")}</h3>
          <ul className="sentences">
            {detail.faults.map(({ where, expected, found }, index) => (
              <li key={index}>
                <ToneMark tone="conflict" />
                <p>
                  <IsolatedText text={t("bench.held.fault", { where, expected, found })} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sentences title={t("bench.held.cannot-tell")} tone="unknown" sentences={detail.cannotTell} empty={t(empty.cannotTell)} />
      <section>
        <h3>{t("bench.held.analyses")}</h3>
        {detail.analyses.length === 0 ? <p className="quiet">{t("bench.held.analyses-none")}</p> : null}
        <table className="plain-table analyses" hidden={detail.analyses.length === 0}>
          <thead>
            <tr>
              <th scope="col">{t("bench.held.analyser")}</th>
              <th scope="col">{t("bench.held.state")}</th>
              <th scope="col">{t("bench.held.decoder")}</th>
            </tr>
          </thead>
          <tbody>
            {detail.analyses.map((line) => (
              <tr key={`${line.analyser} ${line.version}`}>
                <th scope="row">
                  {line.analyser} <span className="quiet">{line.version}</span>
                </th>
                <td>
                  {t(`bench.analysis.${line.state}`)}
                  {line.failure ? (
                    <p className="tone-narrower">
                      {line.failure.code}: <IsolatedText text={line.failure.message} />
                    </p>
                  ) : null}
                </td>
                <td className="quiet">{line.decoder}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Sentences({
  title,
  tone,
  sentences,
  empty,
}: {
  title: string;
  tone: "agree" | "conflict" | "unknown";
  sentences: readonly string[];
  empty: string;
}) {
  return (
    <section>
      <h3>{title}</h3>
      {sentences.length === 0 ? <p className="quiet">{empty}</p> : null}
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <ToneMark tone={tone} />
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
