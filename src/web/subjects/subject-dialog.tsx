/**
 * Describes a person under a neutral label, or changes what is said of them. A role is only ever a claim's: it is taken over with the
 * claim that says it, and stands apart from what is seen.
 */
import { useState } from "react";
import type { SubjectRow } from "../../api/subjects.ts";
import { ClaimId } from "../../core/claim/claim.ts";
import { ItemId } from "../../core/item/item.ts";
import { type SpokenOf, SubjectKnown, SubjectProtection } from "../../core/subject/subject.ts";
import { heldWords } from "../../core/text/withheld.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { readSeconds, secondsWords } from "../parts/ground-seconds.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { SecondsField } from "./seconds-field.tsx";

interface SubjectDialogProps {
  readonly subject?: SubjectRow;
  /** In which it is, of a new one. */
  readonly item?: ItemId | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function SubjectDialog({ subject, item: given, onClose, onMade }: SubjectDialogProps) {
  const spoken = subject?.spokenOf ?? null;
  const [typed, setTyped] = useState<string>(subject?.item ?? given ?? "");
  const [known, setKnown] = useState<SubjectKnown>(subject?.known ?? "seen");
  const [description, setDescription] = useState(heldWords(subject?.description));
  const [spokenClaim, setSpokenClaim] = useState<string>(spoken?.by === "claim" ? spoken.claim : "");
  const [from, setFrom] = useState(spoken?.by === "stretch" ? secondsWords(spoken.fromS) : "");
  const [to, setTo] = useState(spoken?.by === "stretch" ? secondsWords(spoken.toS) : "");
  const [roleClaim, setRoleClaim] = useState<string>(subject?.roleAsClaimed?.claim ?? "");
  const [role, setRole] = useState(heldWords(subject?.roleAsClaimed?.words));
  const [protection, setProtection] = useState<ReadonlyMap<SubjectProtection, string>>(
    new Map(subject?.protection.map(({ sort, reason }) => [sort, heldWords(reason)])),
  );
  const [reason, setReason] = useState("");

  const item = ItemId.safeParse(typed.trim()).data;
  const spokenOf = readSpoken(spokenClaim, from, to);
  const claim = ClaimId.safeParse(roleClaim.trim()).data;
  const hasRole = role.trim() !== "" || roleClaim.trim() !== "";
  const ready =
    item !== undefined &&
    description.trim() !== "" &&
    (known === "seen" || spokenOf !== null) &&
    (!hasRole || (claim !== undefined && role.trim() !== "")) &&
    [...protection.values()].every((why) => why.trim() !== "") &&
    (subject === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      subjectApi.describe({
        ...(subject === undefined ? {} : { subject: subject.id }),
        ...{ item: item as ItemId, known, spokenOf, description: description.trim(), reason: reason.trim() },
        roleAsClaimed: hasRole && claim !== undefined ? { claim, words: role.trim() } : null,
        protection: [...protection].map(([sort, why]) => ({ sort, reason: why.trim() })),
      }),
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onMade(id);
    },
  );
  return (
    <WritingDialog
      title={subject === undefined ? t("subjects.new-title") : t("subjects.change-title", { id: subject.id })}
      wide
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <div className="claim-row">
        <label className="label">
          <span>{t("subjects.item")}</span>
          <input
            className="field mono"
            {...(subject === undefined && given === undefined ? { "data-autofocus": true } : {})}
            value={typed}
            placeholder="i12"
            disabled={subject !== undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label className="label">
          <span>{t("subjects.known")}</span>
          <select className="field" value={known} onChange={(event) => setKnown(event.target.value as SubjectKnown)}>
            {SubjectKnown.options.map((one) => (
              <option key={one} value={one}>
                {t(`subjects.known-long.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="label">
        <span>{t("subjects.description")}</span>
        <textarea
          dir="auto"
          className="field"
          {...(subject !== undefined || given !== undefined ? { "data-autofocus": true } : {})}
          value={description}
          maxLength={5000}
          onChange={(event) => setDescription(event.target.value)}
        />
        <span className="quiet small">{t("subjects.description-how")}</span>
      </label>
      <fieldset className="claim-fields">
        <legend>{t("subjects.spoken")}</legend>
        <p className="quiet small">{t("subjects.spoken-how")}</p>
        <div className="claim-row">
          <label className="label">
            <span>{t("subjects.claim")}</span>
            <input className="field mono" value={spokenClaim} placeholder="k3" onChange={(event) => setSpokenClaim(event.target.value)} />
          </label>
          <SecondsField label={t("subjects.from")} value={from} onValue={setFrom} />
          <SecondsField label={t("subjects.to")} value={to} onValue={setTo} />
        </div>
      </fieldset>
      <fieldset className="claim-fields">
        <legend>{t("subjects.role")}</legend>
        <p className="quiet small">{t("subjects.role-how")}</p>
        <div className="claim-row">
          <label className="label">
            <span>{t("subjects.claim")}</span>
            <input className="field mono" value={roleClaim} placeholder="k3" onChange={(event) => setRoleClaim(event.target.value)} />
          </label>
          <label className="label is-wide">
            <span>{t("subjects.role-words")}</span>
            <input dir="auto" className="field" value={role} maxLength={1000} onChange={(event) => setRole(event.target.value)} />
          </label>
        </div>
      </fieldset>
      <fieldset className="claim-fields">
        <legend>{t("subjects.protection")}</legend>
        <p className="quiet small">{t("subjects.protection-how")}</p>
        {SubjectProtection.options.map((sort) => (
          <div key={sort} className="protection-row">
            <label className="check">
              <input
                type="checkbox"
                checked={protection.has(sort)}
                onChange={(event) => {
                  const next = new Map(protection);
                  if (event.target.checked) next.set(sort, "");
                  else next.delete(sort);
                  setProtection(next);
                }}
              />{" "}
              {t(`protection.${sort}`)}
            </label>
            {protection.has(sort) ? (
              <input
                dir="auto"
                className="field"
                aria-label={t("subjects.protection-reason", { sort: t(`protection.${sort}`) })}
                placeholder={t("subjects.why")}
                value={protection.get(sort) ?? ""}
                maxLength={2000}
                onChange={(event) => setProtection(new Map(protection).set(sort, event.target.value))}
              />
            ) : null}
          </div>
        ))}
      </fieldset>
      {subject === undefined ? null : (
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </WritingDialog>
  );
}

function readSpoken(typed: string, from: string, to: string): SpokenOf | null {
  const claim = ClaimId.safeParse(typed.trim()).data;
  if (claim !== undefined) return { by: "claim", claim };
  const [fromS, toS] = [readSeconds(from), readSeconds(to)];
  return fromS === undefined ? null : { by: "stretch", fromS, toS: toS ?? fromS };
}
