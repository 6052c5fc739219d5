/** Whether what stands in the rows is in the case: what is kept, what was brought back, what somebody else wrote meanwhile, and the way to write it. */
import { useState } from "react";
import { t } from "../words/t.ts";
import { formatInstant } from "../parts/format.ts";
import { saveBlob } from "../inquiry/save-blob.ts";
import { changedSegments } from "./changed-segments.ts";
import { dropAside, setAside } from "./kept-draft.ts";
import type { OntoNewer } from "./onto-newer.ts";
import type { WorkedTier } from "./tier-work.tsx";
import type { TierEditing } from "./use-tier-editing.ts";
import type { WritingActs } from "./use-writing-acts.ts";

interface DraftBarProps {
  readonly editing: TierEditing;
  readonly tier: WorkedTier;
  readonly draftName: string | undefined;
  readonly writable: boolean;
  readonly acts: WritingActs;
  readonly onWrite: () => void;
  readonly onTakeOver: () => void;
}

const noKey = { key: "", repeat: false };

export function DraftBar({ editing, tier, draftName, writable, acts, onWrite, onTakeOver }: DraftBarProps) {
  const [onto, setOnto] = useState<OntoNewer>();
  const machine = editing.segments.filter((segment) => segment.machine !== null).length;
  const { history, changed, newer } = editing;
  const count = changedSegments(editing.before, editing.segments).length;
  return (
    <div className="draft-bar">
      {machine === 0 ? null : (
        <p className="notice is-attention draft-machine">
          <span>
            <b>{t("speech.machine-title", { count: machine })}</b> {t("speech.machine-how")}
          </span>
          {writable ? (
            <button type="button" className="button is-small" onClick={onTakeOver}>
              {t("speech.take-over-several")}
            </button>
          ) : null}
        </p>
      )}
      {editing.broughtBack === undefined || !changed ? null : (
        <p className="notice is-attention" role="status">
          {t("speech.brought-back", { at: formatInstant(editing.broughtBack) ?? editing.broughtBack })}
        </p>
      )}
      {draftName === undefined ? null : <Aside name={draftName} />}
      {newer === undefined ? null : (
        <p className="notice is-attention" role="alert">
          <span>{t("speech.newer", { version: newer, base: editing.base })}</span>
          <button type="button" className="button is-small" onClick={() => setOnto(editing.bringOnto())}>
            {t("speech.bring-onto", { version: newer })}
          </button>
        </p>
      )}
      {onto === undefined || onto.both.length === 0 ? null : (
        <p className="notice is-attention" role="status">
          {t("speech.both-changed", { numbers: onto.both.map((id) => `#${id}`).join(", "), count: onto.both.length })}
        </p>
      )}
      <div className="draft-row">
        <span className="small" role="status">
          {!writable ? (
            <span className="quiet">{t("speech.read-only")}</span>
          ) : !changed ? (
            <span className="quiet">{t(editing.base === 0 ? "speech.nothing-yet" : "speech.as-written", { version: editing.base })}</span>
          ) : editing.keeps === "storage-full" ? (
            <b className="tone-conflict">{t("speech.not-kept")}</b>
          ) : (
            t(editing.keeps === "kept" ? "speech.kept" : "speech.keeping", { count })
          )}
        </span>
        {writable ? (
          <span className="button-row">
            <button type="button" className="button is-small" onClick={() => acts.add(noKey)}>
              {t("speech.add")} <kbd>Alt N</kbd>
            </button>
            <button type="button" className="button is-small" disabled={history.past.length === 0} onClick={() => acts.undo(noKey)}>
              {t("speech.undo")}
            </button>
            <button type="button" className="button is-small" disabled={history.future.length === 0} onClick={() => acts.redo(noKey)}>
              {t("speech.redo")}
            </button>
            <GiveUp editing={editing} />
            <button type="button" className="button is-main is-small" disabled={!changed || newer !== undefined} onClick={onWrite}>
              {t("speech.write-version", { version: (tier.held.version === 0 ? 0 : editing.base) + 1 })}
            </button>
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** What was kept and could not be brought back: nobody but the person removes it. */
function Aside({ name }: { name: string }) {
  const [kept, setKept] = useState(() => setAside(name));
  if (kept === undefined) return null;
  return (
    <p className="notice is-attention" role="status">
      <span>{t("speech.aside")}</span>
      <span className="button-row">
        <button
          type="button"
          className="button is-small"
          onClick={() => saveBlob(new Blob([kept], { type: "application/json" }), "unwritten-segments.json")}
        >
          {t("speech.aside-save")}
        </button>
        <button
          type="button"
          className="button is-small"
          onClick={() => {
            dropAside(name);
            setKept(undefined);
          }}
        >
          {t("speech.aside-remove")}
        </button>
      </span>
    </p>
  );
}

/** What is given up is gone: asked twice. */
function GiveUp({ editing }: { editing: TierEditing }) {
  const [asked, setAsked] = useState(false);
  if (!editing.changed) return null;
  return (
    <button
      type="button"
      className="button is-small"
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) editing.giveUp();
        setAsked(!asked);
      }}
    >
      {t(asked ? "speech.give-up-really" : "speech.give-up")}
    </button>
  );
}
