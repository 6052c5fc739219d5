/** Ctrl-K: to an item by its number, to a search, to a screen. */
import { type FormEvent, useState } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { screenEntries } from "./screens.ts";

interface Choice {
  readonly to: string;
  readonly says: string;
}

/** What the typed words could mean, best first. */
function choicesFor(typed: string): Choice[] {
  const words = typed.trim();
  const number = /^i?([1-9][0-9]{0,8})$/i.exec(words)?.[1];
  const screens: Choice[] = screenEntries.map(({ to, says }) => ({ to, says: t(says) }));
  return [
    ...(number === undefined ? [] : [{ to: `/items/i${number}`, says: t("palette.item", { number }) }]),
    ...screens.filter((screen) => words === "" || screen.says.toLowerCase().includes(words.toLowerCase())),
    ...(words === ""
      ? []
      : [
          { to: `/search?${new URLSearchParams({ q: words })}`, says: t("palette.search-all", { words }) },
          { to: `/?${new URLSearchParams({ q: words })}`, says: t("palette.search", { words }) },
        ]),
  ];
}

export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const choices = choicesFor(typed);
  const go = (to: string): void => {
    onClose();
    navigate(to);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const first = choices[0];
    if (first !== undefined) go(first.to);
  };
  return (
    <Dialog title={t("palette.title")} onClose={onClose}>
      <form onSubmit={submit}>
        <label className="label">
          <span>{t("palette.label")}</span>
          <input className="field" data-autofocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      </form>
      <ul className="choices">
        {choices.map((choice) => (
          <li key={choice.to}>
            <button type="button" className="button is-bare" onClick={() => go(choice.to)}>
              {choice.says}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
