/** In which zone a text means its days, as a person said, with their reason: kept on this machine for that text. */
import { useState } from "react";
import { z } from "zod";
import type { ItemId } from "../../core/item/item.ts";

const KeptZone = z.strictObject({ zone: z.string().min(1).max(100), basis: z.string().min(1).max(2000) });
export type KeptZone = z.infer<typeof KeptZone>;

export function useTextZone(
  caseId: string | undefined,
  item: ItemId,
): readonly [KeptZone | undefined, (zone: KeptZone | undefined) => void] {
  const name = `witnessmark.text-zone.${caseId ?? ""}.${item}`;
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<{ readonly name: string; readonly turn: number; readonly zone: KeptZone | undefined }>();
  // One value as long as nothing changed: a new one would have the text read anew.
  const now = read !== undefined && read.name === name && read.turn === turn ? read : { name, turn, zone: keptZone(name) };
  if (now !== read) setRead(now);
  return [
    now.zone,
    (zone) => {
      if (zone === undefined) window.localStorage.removeItem(name);
      else window.localStorage.setItem(name, JSON.stringify(zone));
      setTurn(turn + 1);
    },
  ];
}

function keptZone(name: string): KeptZone | undefined {
  try {
    return KeptZone.safeParse(JSON.parse(window.localStorage.getItem(name) ?? "null")).data;
  } catch {
    return undefined;
  }
}
