/** What the program says of this case and this machine: the disk, the network of its analysers, what opening found. */
import type { CaseSummary } from "../../api/case.ts";
import { Dialog } from "../parts/dialog.tsx";
import { StatementList } from "../parts/statement-list.tsx";
import { formatNumber, t } from "../words/t.ts";

export function StatementsDialog({ summary, onClose }: { summary: CaseSummary; onClose: () => void }) {
  const { counts, head } = summary;
  return (
    <Dialog title={t("case.statements")} onClose={onClose}>
      <StatementList statements={summary.statements} />
      <dl className="report">
        <Line name={t("case.items")} value={t("case.items-held", { held: counts.held, known: counts.knownNotHeld })} />
        <Line name={t("case.posts")} value={formatNumber(counts.posts)} />
        <Line name={t("case.unlevelled")} value={formatNumber(counts.unrevealedUnassessed)} />
        <Line name={t("case.unassessed")} value={formatNumber(counts.notAssessed)} />
        <Line name={t("case.failed")} value={formatNumber(counts.failedAnalyses)} />
        <Line name={t("case.head-name")} value={`${head.shortCode}, #${formatNumber(head.seq)}`} mono />
        <Line name={t("case.head-digest")} value={head.digest} mono />
        <Line name={t("case.id")} value={summary.caseId} mono />
        <Line name={t("case.person")} value={`${summary.person.name} (${summary.person.id})`} />
      </dl>
    </Dialog>
  );
}

function Line({ name, value, mono = false }: { name: string; value: string; mono?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mono ? "mono" : undefined}>{value}</dd>
    </div>
  );
}
