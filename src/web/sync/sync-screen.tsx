/** The sync wall: several recordings of one event on one clock. */
import { t } from "../words/t.ts";

export function SyncScreen() {
  return (
    <div className="sync-screen">
      <h1>{t("sync.title")}</h1>
    </div>
  );
}
