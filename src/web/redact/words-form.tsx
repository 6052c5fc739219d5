/** Covers what is selected; changes or takes back the mark that is chosen. Nothing is covered before somebody says so here. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { WordsMarkRow } from "../../api/covered-words.ts";
import { RedactionReason } from "../../core/redaction/redaction.ts";
import { wordsReasons } from "../../core/redaction/words-mark.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { coveredWordsApi } from "../api-client/covered-words-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { redactionApi } from "../api-client/redaction-api.ts";
import { useSubjects } from "../api-client/subject-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t, type WordKey } from "../words/t.ts";
import { placeWords, type SelectedWords, type WordsLayer } from "./words-layer.ts";

export function WordsForm({ layer }: { readonly layer: WordsLayer }) {
  const { chosen, selected } = layer;
  if (chosen !== undefined) return <ChangeForm key={chosen.redaction} layer={layer} mark={chosen} />;
  return selected === null ? <p className="quiet small">{t("words.none-selected")}</p> : <NewForm layer={layer} selected={selected} />;
}

function NewForm({ layer, selected }: { layer: WordsLayer; selected: SelectedWords }) {
  const client = useQueryClient();
  const [cause, setCause] = useState<RedactionReason>("spoken-name");
  const [subject, setSubject] = useState<SubjectId | null>(null);
  const cover = useMutation({
    mutationFn: () => coveredWordsApi.mark({ item: layer.words.item, ...selected, cause, subject }),
    async onSuccess() {
      layer.select(null);
      document.getSelection()?.removeAllRanges();
      await client.invalidateQueries({ queryKey: queryKeys.records });
    },
  });
  return (
    <section className="words-form mark-form form-stack" aria-label={t("words.form.new")}>
      <h2>{t("words.form.new")}</h2>
      <Selected selected={selected} />
      <CauseAndSubject layer={layer} {...{ cause, setCause, subject, setSubject }} />
      {cover.error === null ? null : <ErrorNotice error={cover.error} />}
      <span className="button-row">
        <button type="button" className="button is-main" disabled={cover.isPending} onClick={() => cover.mutate()}>
          {t("words.cover")}
        </button>
        <button type="button" className="button" disabled={cover.isPending} onClick={() => layer.select(null)}>
          {t("redact.drop")}
        </button>
      </span>
    </section>
  );
}

function Selected({ selected }: { selected: SelectedWords }) {
  return (
    <p className="words-selected">
      <span className="quiet small">{placeWords(selected.place)}</span> <q dir="auto">{selected.exact}</q>
    </p>
  );
}

function ChangeForm({ layer, mark }: { layer: WordsLayer; mark: WordsMarkRow }) {
  const client = useQueryClient();
  const { selected, words } = layer;
  const [cause, setCause] = useState(mark.cause);
  const [subject, setSubject] = useState(mark.subject);
  const [reason, setReason] = useState("");
  const there = standsAt(mark, words);
  const to = selected ?? there;
  const done = async (): Promise<void> => {
    setReason("");
    layer.select(null);
    layer.choose(undefined);
    await client.invalidateQueries({ queryKey: queryKeys.records });
  };
  const change = useMutation({
    mutationFn: async () => {
      if (to !== undefined) await coveredWordsApi.mark({ redaction: mark.redaction, item: words.item, ...to, cause, subject, reason });
    },
    onSuccess: done,
  });
  const withdraw = useMutation({ mutationFn: () => redactionApi.withdraw(mark.redaction, reason), onSuccess: done });
  const without = reason.trim() === "";
  const busy = change.isPending || withdraw.isPending;
  const isSame = selected === null && cause === mark.cause && subject === mark.subject;
  const error = change.error ?? withdraw.error;
  return (
    <section className="words-form mark-form form-stack" aria-label={t("redact.form", { name: mark.redaction })}>
      <h2>{t("redact.form", { name: mark.redaction })}</h2>
      {selected === null ? null : (
        <>
          <p className="small">{t("words.form.moves")}</p>
          <Selected selected={selected} />
        </>
      )}
      {to === undefined ? <p className="small tone-conflict">{t("words.form.mark-anew")}</p> : null}
      <CauseAndSubject layer={layer} {...{ cause, setCause, subject, setSubject }} />
      <label>
        <span className="quiet">{t("redact.why-changed")}</span>
        <input className="field" type="text" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {error === null ? null : <ErrorNotice error={error} />}
      <span className="button-row">
        <button
          type="button"
          className="button is-main"
          disabled={to === undefined || isSame || without || busy}
          onClick={() => change.mutate()}
        >
          {t("redact.keep-change")}
        </button>
        <button type="button" className="button" disabled={without || busy} onClick={() => withdraw.mutate()}>
          {t("redact.withdraw")}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => layer.choose(undefined)}>
          {t("words.form.close")}
        </button>
      </span>
    </section>
  );
}

/** Where the words of a mark stand on the page now, as they are marked again. */
function standsAt({ mark, anchored }: WordsMarkRow, { tiers, reading }: WordsLayer["words"]): SelectedWords | undefined {
  if (mark === "withheld" || anchored?.state !== "there") return undefined;
  const { place, span } = anchored;
  const version = place.in === "tier" ? tiers.find(({ tier }) => tier === place.tier)?.document : reading?.reading;
  return version === undefined ? undefined : { place, reading: version, span, exact: mark.sort.exact };
}

interface CauseAndSubjectProps {
  readonly layer: WordsLayer;
  readonly cause: RedactionReason;
  readonly setCause: (cause: RedactionReason) => void;
  readonly subject: SubjectId | null;
  readonly setSubject: (subject: SubjectId | null) => void;
}

function CauseAndSubject({ layer, cause, setCause, subject, setSubject }: CauseAndSubjectProps) {
  const subjects = useSubjects();
  const persons = (subjects.data?.subjects ?? []).filter((one) => one.item === layer.words.item && one.withdrawn === undefined);
  const labels = [...new Set([...persons.map(({ id }) => id), ...(subject === null ? [] : [subject])])];
  const causes = wordsReasons.includes(cause) ? wordsReasons : [...wordsReasons, cause];
  return (
    <span className="field-pair">
      <label>
        <span className="quiet">{t("redact.reason")}</span>
        <select className="field" value={cause} onChange={(event) => setCause(RedactionReason.parse(event.target.value))}>
          {causes.map((one) => (
            <option key={one} value={one}>
              {causeWords(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="quiet">{t("redact.subject")}</span>
        <select
          className="field"
          value={subject ?? ""}
          onChange={(event) => setSubject(event.target.value === "" ? null : (event.target.value as SubjectId))}
        >
          <option value="">{t("redact.subject.none")}</option>
          {labels.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
    </span>
  );
}

const ownWords: { readonly [cause in RedactionReason]?: WordKey } = {
  "spoken-name": "words.cause.name",
  person: "words.cause.person",
  plate: "words.cause.number",
};

/** Of words the list says more than of pictures: a name may be written too, and a plate is a number. */
export function causeWords(cause: RedactionReason): string {
  return t(ownWords[cause] ?? `redact.reason.${cause}`);
}
