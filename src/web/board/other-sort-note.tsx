/** Tells that the words of a claim were read as about another sort of event than the one it is assigned to. A person may know better. */
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { EventSort } from "../../core/event/event.ts";
import { t } from "../words/t.ts";

interface OtherSortNoteProps {
  readonly read: ClaimStatement["eventSort"];
  /** Undefined: assigned to none. */
  readonly assigned: EventSort | undefined;
}

export function OtherSortNote({ read, assigned }: OtherSortNoteProps) {
  const isOpen = read === "unclear" || read === "other" || assigned === undefined || assigned === "other";
  if (isOpen || read === assigned) return null;
  return (
    <p className="tone-narrower small" data-other-sort="">
      {t("claims.other-sort", { read: t(`event-sort.${read}`), assigned: t(`event-sort.${assigned}`) })}
    </p>
  );
}
