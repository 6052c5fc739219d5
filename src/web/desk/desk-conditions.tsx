/** Conditions of what is chosen on the desk: of one item from what stands, of many as changes to each. */
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ConditionsDialog } from "./conditions-dialog.tsx";

interface DeskConditionsProps {
  readonly items: readonly ItemId[];
  readonly target: string;
  readonly onClose: () => void;
}

export function DeskConditions({ items, target, onClose }: DeskConditionsProps) {
  const only = items.length === 1 ? items[0] : undefined;
  const stands = useQuery({
    queryKey: [...queryKeys.records, "conditions", only ?? "i1"],
    queryFn: ({ signal }) => sourcesApi.itemConditions(only ?? "i1", signal),
    enabled: only !== undefined,
  });
  // The form starts from what stands, so it waits until that is known.
  if (only !== undefined && stands.data === undefined && stands.error === null) return null;
  return <ConditionsDialog about={{ items }} target={target} standing={stands.data?.history[0]?.conditions} onClose={onClose} />;
}
