/** Every known time at which a copy was out, and what a person decides of it: a rejected one bounds nothing any more. */
import { useState } from "react";
import type { CopyGroupDetail, CopyOfGroup } from "../../api/copies.ts";
import type { UploadSource, UploadVerdict } from "../../core/copies/upload.ts";
import { useCase } from "../api-client/case-queries.ts";
import { copiesApi } from "../api-client/copies-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

type Known = CopyOfGroup["uploads"][number];

const tones: Readonly<Record<UploadVerdict, Tone>> = { accepted: "agree", rejected: "conflict" };

export function UploadList({ detail }: { detail: CopyGroupDetail }) {
  const readOnly = useCase().data?.readOnly === true;
  const [judging, setJudging] = useState<{ upload: Known; verdict: UploadVerdict }>();
  const uploads = detail.copies.flatMap(({ uploads: some }) => some);
  if (uploads.length === 0) return null;
  return (
    <section className="group-part" aria-label={t("copies.uploads")}>
      <h3>{t("copies.uploads")}</h3>
      <p className="quiet small">{t("copies.uploads-how")}</p>
      <ul className="upload-list">
        {uploads.map((upload) => (
          <li
            key={`${upload.item} ${JSON.stringify(upload.by)} ${upload.claim.verbatim}`}
            className={upload.verdict === "rejected" ? "is-withdrawn" : undefined}
          >
            <span>
              <Link to={`/items/${upload.item}?tab=copies`}>{t("copies.item", { number: upload.item.slice(1) })}</Link>{" "}
              <span className="quiet">{uploadSourceWords(upload.by)}</span>
            </span>
            <TimeText claim={upload.claim} full />
            <span className="quiet small">
              <IsolatedText text={upload.claim.basis} />
            </span>
            <span className="upload-verdict">
              {upload.verdict === null ? null : (
                <span className="chip">
                  <ToneMark tone={tones[upload.verdict]} /> {t(`copies.upload.${upload.verdict}`)}
                </span>
              )}
              {(["accepted", "rejected"] as const)
                .filter((verdict) => !readOnly && verdict !== upload.verdict)
                .map((verdict) => (
                  <button key={verdict} type="button" className="button is-small" onClick={() => setJudging({ upload, verdict })}>
                    {t(`copies.upload-do.${verdict}`)}
                  </button>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {judging === undefined ? null : (
        <ReasonDialog
          title={t(`copies.upload-title.${judging.verdict}`, { number: judging.upload.item.slice(1) })}
          action={t(`copies.upload-do.${judging.verdict}`)}
          write={(reason) => {
            const { item, by, claim } = judging.upload;
            return copiesApi.judgeUpload({ item, by, claim, verdict: judging.verdict, reason });
          }}
          said={t("copies.upload-said")}
          onClose={() => setJudging(undefined)}
        />
      )}
    </section>
  );
}

/** What says that it was out, by the case's own numbers. */
export function uploadSourceWords(by: UploadSource): string {
  switch (by.of) {
    case "post":
      return t("copies.by.post", { number: by.export.slice(1) });
    case "post-number":
      return t("copies.by.post-number", { number: by.export.slice(1) });
    case "link":
      return t("copies.by.link", { number: by.link.slice(1) });
    case "row":
      return t("copies.by.row", { row: by.row });
    case "statement":
      return t("copies.by.statement", { record: by.time });
  }
}
