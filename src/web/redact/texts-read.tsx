/** Which texts of the item were read whole by a second person, and a way to say so. Only who marked none of their words may. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemWordsAnswer } from "../../api/covered-words.ts";
import { holdsText, type ReadText } from "../../core/redaction/text-standing.ts";
import { coveredWordsApi } from "../api-client/covered-words-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export function TextsRead({ words }: { readonly words: ItemWordsAnswer }) {
  const [asked, setAsked] = useState<{ name: string; text: ReadText } | null>(null);
  const { marks, views, me } = words;
  const standing = marks.filter(({ withdrawn }) => withdrawn === undefined);
  const made = marks.some(({ makers }) => makers.includes(me));
  const unread = standing.some(({ mark }) => mark === "withheld");
  const counted = views.filter(({ fault }) => fault === null);
  return (
    <section className="shots-part form-stack" aria-label={t("words.read")}>
      <h2>{t("words.read")}</h2>
      <p className="quiet small">{t("words.read.rule")}</p>
      {made ? <p className="small">{t("words.read.not-you")}</p> : null}
      {unread ? <p className="small tone-conflict">{t("words.read.unread")}</p> : null}
      <ul className="shot-list">
        {textsOn(words).map(({ name, text }) => {
          const isRead = counted.some((view) => view.texts.some((one) => holdsText(one, text)));
          return (
            <li key={name}>
              <span>{name}</span>
              <span className={isRead ? "" : "tone-narrower"}>
                <ToneMark tone={isRead ? "agree" : "unknown"} /> {t(isRead ? "words.read.done" : "words.read.open")}
              </span>
              {isRead || made || unread ? null : (
                <button type="button" className="button is-small" onClick={() => setAsked({ name, text })}>
                  {t("words.read.say")}
                  <span className="visually-hidden"> {name}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {views.length === 0 ? null : (
        <details className="small">
          <summary>{t("words.read.times", { count: views.length })}</summary>
          <ul className="shot-list">
            {views.map((one) => (
              <li key={one.line}>
                {one.texts.map((text) => nameOf(text)).join(", ")} · <IsolatedText text={one.byName} />
                {one.note === null ? null : (
                  <>
                    {": "}
                    <IsolatedText text={one.note} />
                  </>
                )}{" "}
                <span className={one.fault === null ? "" : "tone-narrower"}>
                  {t(one.fault === null ? "words.read.counts" : `redact.stretch.${one.fault}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked === null ? null : <ReadDialog words={words} {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** What is on the page: of an export with more posts than that, the posts that are shown. */
function textsOn({ tiers, reading, parts, from, next }: ItemWordsAnswer): { name: string; text: ReadText }[] {
  const posts = parts.flatMap(({ place }) => (place.in === "text" && place.part.sort === "post" ? [place.part.post] : []));
  const whole = from === 0 && next === null;
  const own: ReadText[] =
    reading === null || (!whole && posts.length === 0) ? [] : [{ in: "text", reading: reading.reading, posts: whole ? null : posts }];
  const texts: ReadText[] = [
    ...tiers.flatMap(({ tier, document, segments }): ReadText[] => (segments === "withheld" ? [] : [{ in: "tier", tier, document }])),
    ...own,
  ];
  return texts.map((text) => ({ name: nameOf(text), text }));
}

function nameOf(text: ReadText): string {
  if (text.in === "tier") return text.tier;
  if (text.posts === null) return t("words.read.text");
  const [first = 0, last = first] = [text.posts[0], text.posts.at(-1)];
  return t("words.read.posts", { from: first + 1, to: last + 1 });
}

function ReadDialog({ words, name, text, onClose }: { words: ItemWordsAnswer; name: string; text: ReadText; onClose: () => void }) {
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const [note, setNote] = useState("");
  const marks = words.marks.filter(({ withdrawn }) => withdrawn === undefined).map(({ line }) => line);
  const write = useMutation({
    mutationFn: () => coveredWordsApi.read(words.item, { texts: [text], marks, note }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      onClose();
    },
  });
  return (
    <WritingDialog
      title={t("words.read.title", { name })}
      action={t("redact.looked.sign")}
      writing={write}
      write={sure ? () => write.mutate() : undefined}
      onClose={onClose}
    >
      <p>{t("redact.looked.what", { count: marks.length })}</p>
      <label className="check">
        <input type="checkbox" data-autofocus checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t("words.read.sure")}
      </label>
      <label>
        <span className="quiet">{t("redact.looked.note")}</span>
        <textarea className="field" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </WritingDialog>
  );
}
