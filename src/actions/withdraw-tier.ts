/** Takes a tier back, with the reason. It stays in the lists, struck through; nothing of it carries anything any more. */
import type { TierId } from "../core/tier/tier.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandTier, type TierPorts } from "./tier-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such tier, or it was taken back before. */
export async function withdrawTier(
  ports: TierPorts,
  viewer: Viewer,
  { tier, reason }: { tier: TierId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`tier ${tier}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandTier(ports, tier);
    return [{ kind: "tier.withdrawn", data: { tier, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
