/** Puts a question to people: who answers first and knows the case, who answers blind, what they look at. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { BlindAnswer } from "../../api/blind.ts";
import type { BlindId } from "../../core/blind/blind.ts";
import type { PersonId } from "../../core/key/key.ts";
import { blindApi, useBlindAgain } from "../api-client/blind-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { precisionWords } from "../review/finding-terms.ts";
import { t } from "../words/t.ts";

interface AssignDialogProps {
  readonly answer: BlindAnswer;
  readonly onClose: () => void;
  readonly onAssigned: (blind: BlindId) => void;
}

export function AssignDialog({ answer: { questions, people }, onClose, onAssigned }: AssignDialogProps) {
  const again = useBlindAgain();
  const [chosen, setChosen] = useState(questions[0]?.question);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [first, setFirst] = useState<PersonId | undefined>(people.find(({ me }) => me)?.person);
  const [second, setSecond] = useState<readonly (PersonId | "outside")[]>([]);
  const [reason, setReason] = useState("");
  const question = questions.find((one) => one.question === chosen);
  const items = question?.items.filter((item) => !left.includes(item)) ?? [];
  const blind = second.filter((one) => one !== first);
  const writing = useMutation({
    mutationFn: () => {
      if (question === undefined || first === undefined) throw new Error(t("blind.none-questions"));
      const to = [{ person: first, blind: false }, ...blind.map((one) => ({ person: one === "outside" ? null : one, blind: true }))];
      return blindApi.assign({ question: question.question, items, to, reason });
    },
    onSuccess: ({ id }) => {
      again();
      onAssigned(id);
    },
  });
  const ready = question !== undefined && first !== undefined && blind.length > 0 && items.length > 0;
  const toggle = (one: PersonId | "outside"): void =>
    setSecond((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now, one]));
  const others = people.filter(({ person }) => person !== first);
  return (
    <WritingDialog
      title={t("blind.assign")}
      action={t("blind.assign-do")}
      writing={writing}
      write={ready ? () => writing.mutate() : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("blind.assign-question")}</span>
        <select className="field" data-autofocus value={chosen} onChange={(event) => setChosen(event.target.value as typeof chosen)}>
          {questions.map((one) => (
            <option key={one.question} value={one.question}>
              {`${one.question}: ${one.text.slice(0, 80)}`}
            </option>
          ))}
        </select>
      </label>
      {question === undefined ? null : <p className="quiet small">{precisionWords(question.precision)}</p>}
      <fieldset className="claim-fields">
        <legend>{t("blind.assign-items")}</legend>
        <div className="choice-row">
          {question?.items.map((item) => (
            <label key={item} className="check">
              <input
                type="checkbox"
                checked={!left.includes(item)}
                onChange={() => setLeft((now) => (now.includes(item) ? now.filter((one) => one !== item) : [...now, item]))}
              />{" "}
              {item}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="label">
        <span>{t("blind.assign-first")}</span>
        <select className="field" value={first} onChange={(event) => setFirst(event.target.value as PersonId)}>
          {people.map(({ person, name }) => (
            <option key={person} value={person}>{`${person} ${name}`}</option>
          ))}
        </select>
      </label>
      <fieldset className="claim-fields">
        <legend>{t("blind.assign-second")}</legend>
        {others.length === 0 ? <p className="quiet small">{t("blind.assign-nobody")}</p> : null}
        {others.map(({ person, name, lines }) => (
          <label key={person} className="check">
            <input type="checkbox" checked={second.includes(person)} onChange={() => toggle(person)} /> {person} {name}{" "}
            <span className="quiet small">{t("blind.assign-lines", { count: lines })}</span>
          </label>
        ))}
        <label className="check">
          <input type="checkbox" checked={second.includes("outside")} onChange={() => toggle("outside")} /> {t("blind.assign-outside")}
        </label>
        <p className="quiet small">{t("blind.assign-unknown")}</p>
      </fieldset>
      <label className="label">
        <span>{t("blind.assign-reason")}</span>
        <input className="field" value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </label>
      {second.includes("outside") && question !== undefined ? (
        <p className="small">
          {t("blind.packet-how")} <code>{`witnessmark blind-packet CASE ${question.question} --out packet.zip`}</code>
        </p>
      ) : null}
    </WritingDialog>
  );
}
