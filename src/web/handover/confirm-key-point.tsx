/** A second person confirms the words of a key point, by name: who makes the edition cannot. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FindingId } from "../../core/finding/finding.ts";
import { editionApi } from "../api-client/edition-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

export function ConfirmKeyPoint({ finding, text }: { readonly finding: FindingId; readonly text: string }) {
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: editionApi.confirmKeyPoint,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.records }),
  });
  const isSaid = write.isSuccess && write.variables.text === text;
  return (
    <div className="handover-buttons">
      <button
        type="button"
        className="button is-small"
        disabled={write.isPending || isSaid}
        onClick={() => write.mutate({ finding, text })}
      >
        {t("handover.confirm-key-point")}
      </button>
      <span className="quiet" role="status">
        {isSaid ? t("handover.confirmed-key-point", { line: write.data.seq }) : t("handover.confirm-key-point-what")}
      </span>
      {write.error === null ? null : <ErrorNotice error={write.error} />}
    </div>
  );
}
