/** A bug in one screen must not leave a white page. The error goes to the console in full; the page says what is safe. */
import { Component, type ReactNode } from "react";
import { t } from "../words/t.ts";

export class FailureBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="page-message" role="alert">
        <h1>{t("error.page")}</h1>
        <p>{t("error.page-how")}</p>
        <p className="mono">{error instanceof Error ? error.message : String(error)}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t("error.reload")}
        </button>
      </div>
    );
  }
}
