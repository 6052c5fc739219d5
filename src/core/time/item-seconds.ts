/** Item time: the clock of a recording that honours its edit list, as tiers and offsets use it. */
import { z } from "zod";

/** Seconds. May begin later than 0, or before it. */
export const ItemSeconds = z.number().min(-1_000_000).max(1_000_000);
