/** A version of a finding as it is read: the answer first, then what it stands on, for and against, and what it does not say. */
import type { FindingAnswer, QuestionRow } from "../../api/findings.ts";
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { Ground } from "../../core/review/ground.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { useRecordCards } from "../api-client/records-api.ts";
import { t } from "../words/t.ts";
import { CitedText } from "./cited-text.tsx";
import { answerWords, likelihoodWords } from "./finding-terms.ts";
import { FindingVersions } from "./finding-versions.tsx";
import { GradeChip } from "./grade-chip.tsx";
import { GroundHead } from "./ground-head.tsx";

interface FindingViewProps {
  readonly finding: FindingAnswer;
  readonly question: QuestionRow | undefined;
  readonly cursor: Ground | undefined;
  readonly onCursor: (ground: Ground) => void;
  /** Shown beneath the ground that is chosen, where there is no room beside. */
  readonly card: React.ReactNode;
  readonly children: React.ReactNode;
}

export function FindingView({ finding, question, cursor, onCursor, card, children }: FindingViewProps) {
  const { id, version, document, state, withdrawn } = finding;
  return (
    <article className={withdrawn === null ? "record finding" : "record finding is-withdrawn"}>
      <header className="record-head">
        <p className="quiet">
          <span className="mono">{id}</span> · {t("finding.version", { version })} · {t(`finding-state.${state}`)}
        </p>
        {question === undefined ? null : (
          <p className="quiet">
            <span className="mono">{question.id}</span> <IsolatedText text={question.text} />
          </p>
        )}
        {withdrawn === null ? null : (
          <p className="notice is-attention">
            <IsolatedText text={t("events.withdrawn-because", { reason: withdrawn })} />
          </p>
        )}
      </header>
      {document === "withheld" ? (
        <p className="notice">{t("finding.withheld")}</p>
      ) : (
        <FindingWords {...{ document, cursor, onCursor, card }} />
      )}
      {children}
      <FindingVersions finding={finding} />
    </article>
  );
}

interface FindingWordsProps extends Pick<FindingViewProps, "cursor" | "onCursor" | "card"> {
  readonly document: FindingDocument;
}

function FindingWords({ document, cursor, onCursor, card }: FindingWordsProps) {
  const { evidenceFor, evidenceAgainst, hypotheses, openContradictions, unknown } = document;
  const grounds = [...evidenceFor, ...evidenceAgainst];
  const words = (text: string, none: string) =>
    text.trim() === "" ? <p className="quiet">{none}</p> : <CitedText {...{ text, grounds, onCursor }} />;
  const evidence = (side: readonly Ground[]) => (
    <ol className="ground-rows">
      {side.map((ground, at) => (
        <li key={`${ground.record}.${at}`} className={ground === cursor ? "ground-row is-cursor" : "ground-row"}>
          <GroundHead ground={ground} current={ground === cursor} onCursor={onCursor} />
          {ground.shows === "" ? null : <CitedText text={ground.shows} {...{ grounds, onCursor }} />}
          {ground === cursor ? card : null}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <section className="record-part" aria-label={t("finding.statement")}>
        <h2 className="finding-statement">
          {document.statement.trim() === "" ? (
            <span className="quiet">{t("finding.no-statement")}</span>
          ) : (
            <IsolatedText text={document.statement} />
          )}
        </h2>
        <dl className="record-facts">
          <dt>{t("finding.answer")}</dt>
          <dd>
            <IsolatedText text={answerWords(document.answer)} />
          </dd>
          <dt>{t("finding.grade")}</dt>
          <dd>
            <GradeChip grade={document.grade} /> <span className="quiet small">{t(`grade-means.${document.grade}`)}</span>
          </dd>
          <dt>{t("finding.likelihood")}</dt>
          <dd>
            <IsolatedText text={likelihoodWords(document.likelihood)} />
          </dd>
          <dt>{t("finding.confidence")}</dt>
          <dd>
            {t(`confidence.${document.confidence.level}`)}. <IsolatedText text={document.confidence.reasons} />
          </dd>
        </dl>
      </section>
      <section className="record-part" aria-label={t("finding.evidence-for")}>
        <h3>{t("finding.evidence-for")}</h3>
        {evidenceFor.length === 0 ? <p className="quiet">{t("finding.no-evidence-for")}</p> : evidence(evidenceFor)}
      </section>
      <section className="record-part" aria-label={t("finding.evidence-against")}>
        <h3>{t("finding.evidence-against")}</h3>
        {evidenceAgainst.length === 0 ? <p className="quiet">{t("finding.no-evidence-against")}</p> : evidence(evidenceAgainst)}
        {document.lookedAgainst.trim() === "" ? null : (
          <>
            <h4>{t("finding.lookedAgainst")}</h4>
            {words(document.lookedAgainst, "")}
          </>
        )}
      </section>
      {hypotheses.length === 0 ? null : (
        <section className="record-part" aria-label={t("finding.hypotheses")}>
          <h3>{t("finding.hypotheses")}</h3>
          <Hypotheses named={hypotheses} />
        </section>
      )}
      <Listed title={t("finding.contradictions")} texts={openContradictions} none={t("finding.no-contradictions")} />
      <Listed title={t("finding.unknown")} texts={unknown} none={t("finding.nothing-unknown")} />
      {(["method", "limits", "wouldChange"] as const).map((field) => (
        <section key={field} className="record-part" aria-label={t(`finding.${field}`)}>
          <h3>{t(`finding.${field}`)}</h3>
          {words(document[field], t("finding.not-said"))}
        </section>
      ))}
    </>
  );
}

function Hypotheses({ named }: { readonly named: FindingDocument["hypotheses"] }) {
  const cards = useRecordCards(named.map(({ hypothesis }) => hypothesis)).data?.records ?? [];
  return (
    <ul className="record-lines">
      {named.map(({ hypothesis, why }) => (
        <li key={hypothesis}>
          <p>
            <span className="mono">{hypothesis}</span>{" "}
            <IsolatedText text={cards.find(({ record }) => record === hypothesis)?.title ?? ""} />
          </p>
          <p className="quiet">
            <IsolatedText text={why} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Listed({ title, texts, none }: { readonly title: string; readonly texts: readonly string[]; readonly none: string }) {
  return (
    <section className="record-part" aria-label={title}>
      <h3>{title}</h3>
      {texts.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="finding-list">
          {texts.map((text, at) => (
            <li key={at}>
              <IsolatedText text={text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
