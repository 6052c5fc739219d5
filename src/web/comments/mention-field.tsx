/** A field for words in which "@" picks somebody of the case. What stands in the words is an opaque id; the list shows names. */
import { useId, useRef, useState } from "react";
import type { PersonRow } from "../../api/people.ts";
import { personWords, usePeople } from "../api-client/people-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { mentionBegun } from "./comment-words.ts";

interface MentionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
}

export function MentionField({ label, value, onChange, onSend }: MentionFieldProps) {
  const people = usePeople().data ?? [];
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [cursor, setCursor] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [left, setLeft] = useState<number>();
  const begun = mentionBegun(value, cursor);
  const offered = begun === undefined || begun.from === left ? [] : matching(people, begun.words);
  const at = Math.min(chosen, Math.max(0, offered.length - 1));
  const pick = (person: PersonRow): void => {
    if (begun === undefined) return;
    const before = `${value.slice(0, begun.from)}@${person.person} `;
    onChange(before + value.slice(cursor));
    setChosen(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
      setCursor(before.length);
    });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (offered.length === 0) return;
    else if (event.key === "ArrowDown") setChosen((at + 1) % offered.length);
    else if (event.key === "ArrowUp") setChosen((at + offered.length - 1) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && offered[at] !== undefined) pick(offered[at]);
    else if (event.key === "Escape") setLeft(begun?.from);
    else return;
    event.preventDefault();
    // Esc closes the list and nothing around it. Pressed twice it still covers everything: that is heard before this.
    event.stopPropagation();
  };
  return (
    <div className="mention-field">
      <label className="label">
        <span>{label}</span>
        <textarea
          dir="auto"
          ref={field}
          className="field"
          value={value}
          maxLength={20_000}
          aria-haspopup="listbox"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={offered.length === 0 ? undefined : `${list}-${at}`}
          onChange={(event) => {
            onChange(event.target.value);
            setCursor(event.target.selectionStart);
            setLeft(undefined);
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
      </label>
      <ul id={list} role="listbox" aria-label={t("comments.people")} className="mention-list" hidden={offered.length === 0}>
        {offered.map((person, index) => (
          <li
            key={person.person}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(person);
            }}
          >
            <IsolatedText text={personWords(people, person.person)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const mostOffered = 8;

function matching(people: readonly PersonRow[], words: string): PersonRow[] {
  const wanted = words.trim().toLocaleLowerCase();
  return people
    .filter(({ active, person, name }) => active && (person === wanted || (name ?? person).toLocaleLowerCase().includes(wanted)))
    .slice(0, mostOffered);
}
