/** A dialog that writes what its form says, once it is ready and not while it is being written; what went wrong stays beside the button. */
import type { ReactNode } from "react";
import { t } from "../words/t.ts";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";

interface WritingDialogProps {
  readonly title: string;
  /** Words of the button; "Write" where nothing else is said. */
  readonly action?: string;
  readonly wide?: boolean;
  /** Above the form and not in it: what has a form of its own. */
  readonly before?: ReactNode;
  readonly writing: { readonly isPending: boolean; readonly error: Error | null };
  /** Undefined as long as the form does not say enough. */
  readonly write: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function WritingDialog({ title, action, wide = false, before, writing, write, onClose, children }: WritingDialogProps) {
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      {before}
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!writing.isPending) write?.();
        }}
      >
        {children}
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={write === undefined || writing.isPending}>
          {action ?? t("events.save")}
        </button>
      </form>
    </Dialog>
  );
}
