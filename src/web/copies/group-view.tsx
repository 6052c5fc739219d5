/** One group: which seconds each copy holds, when each was seen to be out, what may have been made from what, and the pairs to judge. */
import { useState } from "react";
import type { CopyGroupDetail } from "../../api/copies.ts";
import { useCase } from "../api-client/case-queries.ts";
import { copiesApi } from "../api-client/copies-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import type { ItemId } from "../../core/item/item.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { pairPath } from "./copies-address.ts";
import { useCopyGroup } from "./copies-queries.ts";
import { CopyMatrix } from "./copy-matrix.tsx";
import { CopyTree } from "./copy-tree.tsx";
import { fileName } from "./file-name.ts";
import { PairRows } from "./pair-rows.tsx";
import { shortSecond } from "./second-words.ts";
import { UploadList, uploadSourceWords } from "./upload-list.tsx";

export function GroupView({ id, back }: { id: ItemId; back: boolean }) {
  const group = useCopyGroup(id);
  return (
    <section className="copies-panel" aria-label={t("copies.group")} tabIndex={-1}>
      {back ? (
        <p>
          <Link to="/copies">{t("copies.to-groups")}</Link>
        </p>
      ) : null}
      {group.error === null ? null : <ErrorNotice error={group.error} onRetry={() => void group.refetch()} />}
      {group.data === undefined ? (
        group.error === null ? (
          <p className="quiet">{t("copies.group-waiting")}</p>
        ) : null
      ) : (
        <Group detail={group.data} />
      )}
    </section>
  );
}

function Group({ detail }: { detail: CopyGroupDetail }) {
  const { group, reopened } = detail;
  return (
    <div className="group">
      <header className="group-top">
        <h2>{t("copies.group-title", { count: group.copies })}</h2>
        <p className="quiet small">{t("copies.shared-means")}</p>
      </header>
      <div className="group-marks">
        <Earliest detail={detail} />
        <section className="mark-card" aria-label={t("copies.best")}>
          <h3>
            <span className="mark is-best" aria-hidden="true" /> {t("copies.best")}
          </h3>
          {group.best === "unknown" ? (
            <p>{t("copies.best-unknown")}</p>
          ) : (
            <p>
              <Link to={`/items/${group.best}?tab=copies`}>{t("copies.item", { number: group.best.slice(1) })}</Link>
            </p>
          )}
          <Reasons reasons={detail.bestReasons} />
        </section>
      </div>
      {reopened.length === 0 ? null : <Reopened detail={detail} />}
      <CopyMatrix detail={detail} />
      <section className="group-part" aria-label={t("copies.pairs")}>
        <h3>{t("copies.pairs")}</h3>
        {detail.pairs.length === 0 ? <p>{t("copies.pairs-none")}</p> : null}
        <PairRows pairs={detail.pairs} names={new Map(detail.copies.map(({ copy }) => [copy.item, fileName(copy.name)]))} />
      </section>
      <SoundOnly detail={detail} />
      <CopyTree detail={detail} />
      <UploadList detail={detail} />
    </div>
  );
}

function Earliest({ detail: { group, earliestReasons, moves } }: { detail: CopyGroupDetail }) {
  const { earliest } = group;
  return (
    <section className="mark-card" aria-label={t("copies.earliest")}>
      <h3>
        <span className="mark is-earliest" aria-hidden="true" /> {t("copies.earliest")}
      </h3>
      {earliest === "unknown" ? (
        <p>{t("copies.earliest-unknown-long")}</p>
      ) : (
        <>
          <p className="earliest-time">
            <TimeText claim={earliest.claim} full />
          </p>
          <p>
            <Link to={`/items/${earliest.item}?tab=copies`}>{t("copies.item", { number: earliest.item.slice(1) })}</Link>{" "}
            <span className="quiet">{uploadSourceWords(earliest.by)}</span>
          </p>
          <p className="quiet small">
            {t("copies.basis")} <IsolatedText text={earliest.claim.basis} />
          </p>
          {earliest.readings.length === 0 ? null : (
            <details>
              <summary>{t("copies.readings")}</summary>
              <ul className="reason-list">
                {earliest.readings.map(({ zone, atOrBefore }) => (
                  <li key={zone}>{t("copies.reading", { zone, at: atOrBefore })}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <Reasons reasons={earliestReasons} />
      {moves.length < 2 ? null : (
        <details>
          <summary>{t("copies.moves", { count: moves.length - 1 })}</summary>
          <ol className="move-list">
            {moves.map(({ upload, seq }) => (
              <li key={seq}>
                <TimeText claim={upload.claim} /> {t("copies.by-item", { number: upload.item.slice(1) })}{" "}
                <Link to={`/custody/${seq}`}>{t("copies.entry", { seq })}</Link>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** The first few are what matters; the rest is there for whoever doubts. */
const shownReasons = 3;

function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  const rest = reasons.slice(shownReasons);
  return (
    <>
      <ReasonLines reasons={reasons.slice(0, shownReasons)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{t("copies.more-reasons", { count: rest.length })}</summary>
          <ReasonLines reasons={rest} />
        </details>
      )}
    </>
  );
}

function ReasonLines({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul className="reason-list">
      {reasons.map((reason) => (
        <li key={reason}>
          <IsolatedText text={reason} />
        </li>
      ))}
    </ul>
  );
}

/** Sound alone joins nothing, and is told all the same. */
function SoundOnly({ detail: { soundOnly } }: { detail: CopyGroupDetail }) {
  if (soundOnly.length === 0) return null;
  return (
    <section className="group-part" aria-label={t("copies.sound-only")}>
      <h3>{t("copies.sound-only")}</h3>
      <p className="quiet small">{t("copies.sound-only-how")}</p>
      <ul className="reason-list">
        {soundOnly.map(({ item, with: other, seconds }) => (
          <li key={`${item}-${other}`}>
            <Link to={pairPath({ a: item, b: other })}>{t("copies.item", { number: item.slice(1) })}</Link>{" "}
            {t("copies.sound-only-line", { sec: shortSecond(seconds), number: other.slice(1) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Judgements that rest on the bound as it was, each with a way to it. */
function Reopened({ detail: { reopened } }: { detail: CopyGroupDetail }) {
  const readOnly = useCase().data?.readOnly === true;
  const [keeping, setKeeping] = useState(false);
  return (
    <section className="group-part is-reopened notice is-attention" aria-label={t("copies.to-reopen")}>
      <div>
        <h3>{t("copies.to-reopen", { count: reopened.length })}</h3>
        <p className="quiet small">{t("copies.to-reopen-how")}</p>
        <ul className="reopen-list">
          {reopened.map((one) => (
            <li key={one.line}>
              <Link to={recordPath(one.record, one.path, one.line)}>{one.record}</Link> <IsolatedText text={one.says} />{" "}
              <span className={one.againstBound === "later-than-bound" ? "tone-conflict" : "quiet"}>
                {t(`copies.against.${one.againstBound}`)}
              </span>{" "}
              <Link className="quiet small" to={`/custody/${one.line}`}>
                {t("copies.entry", { seq: one.line })}
              </Link>
            </li>
          ))}
        </ul>
        <button type="button" className="button" disabled={readOnly} onClick={() => setKeeping(true)}>
          {t("copies.keep")}
        </button>
      </div>
      {keeping ? (
        <ReasonDialog
          title={t("copies.keep-title")}
          action={t("copies.keep")}
          write={(reason) => copiesApi.keepJudgements({ lines: reopened.map(({ line }) => line), reason })}
          said={t("copies.kept-said")}
          onClose={() => setKeeping(false)}
        />
      ) : null}
    </section>
  );
}

/** Events and hypotheses have a place of their own; a stated time or bearing is seen where it was stated; the rest by its line. */
function recordPath(record: string, path: readonly string[], line: number): string {
  const events = (id: string): boolean => /^[eh][1-9]\d*$/.test(id);
  if (events(record)) return `/events/${record}`;
  const beside = path.find(events);
  if (beside !== undefined) return `/events/${beside}`;
  const item = path.find((id) => /^i[1-9]\d*$/.test(id));
  if (/^[tpb][1-9]\d*$/.test(record) && item !== undefined) return `/items/${item}?tab=bearings`;
  return `/custody/${line}`;
}
