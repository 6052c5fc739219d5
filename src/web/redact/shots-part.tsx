/** Shots, and who looked at each of them whole. Only who made none of the marks may say that nothing in a shot is unmarked. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RedactionAnswer } from "../../api/redactions.ts";
import { redactionApi } from "../api-client/redaction-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { isChanged } from "./layer-draft.ts";
import type { Layer } from "./use-layer.ts";

interface ShotsPartProps {
  readonly answer: RedactionAnswer;
  readonly layer: Layer;
}

type Shot = RedactionAnswer["shots"][number];

export function ShotsPart({ answer, layer }: ShotsPartProps) {
  const { shots, shotsBy, stretches, kind } = answer;
  const [asked, setAsked] = useState<Shot | null>(null);
  const standing = answer.marks.filter(({ withdrawn }) => withdrawn === undefined);
  const made = answer.marks.some(({ makers }) => makers.includes(answer.me));
  const unread = standing.some(({ mark }) => mark === "withheld");
  const unkept = layer.draft.marks.some(isChanged);
  const all = shots.length > 0 && shots.every(({ viewed }) => viewed);
  const left = shots.filter(({ viewed }) => !viewed).length;
  const span = ({ fromS, toS }: { fromS: number; toS: number }) =>
    kind === "picture" ? t("redact.shot.picture") : t("redact.marks.span", { from: formatClock(fromS), to: formatClock(toS) });
  return (
    <section className="shots-part form-stack" aria-label={t("redact.shots")}>
      <h2>{t("redact.shots")}</h2>
      {shots.length === 0 ? null : (
        <p className={all ? "small" : "small tone-narrower"}>
          <ToneMark tone={all ? "agree" : "narrower"} />{" "}
          {all ? t("redact.shots.all") : t("redact.shots.left", { count: left, of: shots.length })}
        </p>
      )}
      <p className="quiet small">{t(`redact.shots.by-${shotsBy}`)}</p>
      {unread ? <p className="small tone-conflict">{t("redact.shots.unread")}</p> : null}
      {made ? <p className="small">{t("redact.shots.not-you")}</p> : null}
      {!made && left > 0 && unkept ? <p className="small tone-narrower">{t("redact.shots.unkept")}</p> : null}
      <ul className="shot-list">
        {shots.map((shot) => (
          <li key={shot.fromS}>
            <button type="button" className="button is-bare" disabled={kind === "picture"} onClick={() => layer.goTo(shot.fromS)}>
              {span(shot)}
            </button>
            <span className={shot.viewed ? "" : "tone-narrower"}>
              <ToneMark tone={shot.viewed ? "agree" : "unknown"} /> {t(shot.viewed ? "redact.shot.viewed" : "redact.shot.not-viewed")}
            </span>
            {shot.viewed || made || unread ? null : (
              <button type="button" className="button is-small" disabled={unkept} onClick={() => setAsked(shot)}>
                {t("redact.shot.look")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {stretches.length === 0 ? null : (
        <details className="small">
          <summary>{t("redact.stretches", { count: stretches.length })}</summary>
          <ul className="shot-list">
            {stretches.map((one) => (
              <li key={one.line}>
                {span(one)} · <IsolatedText text={one.byName} />
                {one.note === null ? null : (
                  <>
                    {": "}
                    <IsolatedText text={one.note} />
                  </>
                )}{" "}
                <span className={one.fault === null ? "" : "tone-narrower"}>
                  {t(one.fault === null ? "redact.stretch.counts" : `redact.stretch.${one.fault}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked === null ? null : <LookedDialog answer={answer} shot={asked} span={span(asked)} onClose={() => setAsked(null)} />}
    </section>
  );
}

function LookedDialog({ answer, shot, span, onClose }: { answer: RedactionAnswer; shot: Shot; span: string; onClose: () => void }) {
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const [note, setNote] = useState("");
  const marks = answer.marks.filter(({ withdrawn }) => withdrawn === undefined).map(({ line }) => line);
  const write = useMutation({
    mutationFn: () => redactionApi.viewStretch(answer.item, { fromS: shot.fromS, toS: shot.toS, marks, note }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      onClose();
    },
  });
  return (
    <WritingDialog
      title={t("redact.looked", { span })}
      action={t("redact.looked.sign")}
      writing={write}
      write={sure ? () => write.mutate() : undefined}
      onClose={onClose}
    >
      <p>{t("redact.looked.what", { count: marks.length })}</p>
      <label className="check">
        <input type="checkbox" data-autofocus checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t("redact.looked.sure")}
      </label>
      <label>
        <span className="quiet">{t("redact.looked.note")}</span>
        <textarea className="field" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </WritingDialog>
  );
}
