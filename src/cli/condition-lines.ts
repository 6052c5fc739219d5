/** What a hand-over would do without, or against, anybody's word, in a line for each reason. */
import type { packConditions } from "../reads/pack-conditions.ts";

export function conditionLines({ unknown, noConsent, embargo, withdrawn }: Awaited<ReturnType<typeof packConditions>>): string[] {
  const line = (what: string, { count, items }: { count: number; items: readonly string[] }) =>
    count === 0
      ? []
      : [`${count} ${count === 1 ? "item" : "items"} ${what}: ${items.slice(0, 20).join(", ")}${count > 20 ? " and more" : ""}.`];
  return [
    ...line("under conditions that nobody stated or that are unknown", unknown),
    ...line("without consent to share with a court", noConsent),
    ...line("under embargo", embargo),
    ...line("with consent withdrawn", withdrawn),
  ];
}
