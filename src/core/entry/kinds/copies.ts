/**
 * Entries about copies: what was compared and what it found, what people decided of it, and the earliest upload that is known,
 * which moves earlier by itself and later by nothing but a person's rejection.
 */
import { z } from "zod";
import { MatchPart, MatchVerdict } from "../../copies/match-judgement.ts";
import { Reopens } from "../../copies/reopening.ts";
import { UploadSource, UploadVerdict } from "../../copies/upload.ts";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { Sealed } from "../sealed.ts";

const Line = z.number().int().min(1);

/** Items that one `copies.compared` names at most; more go into further lines. */
export const mostCompared = 500;

const upload = {
  /** The copy that was out. */
  item: ItemId,
  by: UploadSource,
  /** Sealed TimeClaim. */
  claim: Sealed,
};

export const copyKinds = {
  "copies.compared": z.strictObject({
    /** Compared with one another, and with every item that an earlier line of the same versions names. */
    items: z.array(ItemId).min(1).max(mostCompared),
    /** Prints recorded up to this line were there to be compared with. */
    upTo: Line,
    versions: z.strictObject({ framePrint: z.string(), soundPrint: z.string(), matcher: z.string() }),
    /** Object: a PairComparison a line, canonical, pairs that share something or carry a sign; null when there are none. */
    result: Digest.or(z.null()),
    pairs: z.number().int().min(0),
  }),
  "match.judged": z.strictObject({
    a: ItemId,
    b: ItemId,
    /** What the person had before them; null where nothing was computed, as for equal bytes. */
    result: Digest.or(z.null()),
    part: MatchPart,
    verdict: MatchVerdict,
    reason: Sealed,
    /** Null where it moves no bound. */
    reopens: Reopens.or(z.null()),
  }),
  /** `judged`: the line of the judgement. */
  "match.judgement-withdrawn": z.strictObject({ judged: Line, reason: Sealed, reopens: Reopens.or(z.null()) }),
  "upload.judged": z.strictObject({ ...upload, verdict: UploadVerdict, reason: Sealed, reopens: Reopens.or(z.null()) }),
  "upload.judgement-withdrawn": z.strictObject({ judged: Line, reason: Sealed, reopens: Reopens.or(z.null()) }),
  "first-upload.moved": z.strictObject({
    /** Lowest-numbered item of the group. */
    item: ItemId,
    to: z.strictObject({
      ...upload,
      /** Sealed TimeClaim of the post's edit, which bounds it until somebody accepts it as unedited in what it carries; null for none. */
      edited: Sealed.or(z.null()),
    }),
    /** What held until then; null where none was recorded. */
    from: z.strictObject(upload).or(z.null()),
    reopens: Reopens,
  }),
  /** Somebody looked at re-opened judgements again and leaves them as they are. */
  "judgements.kept": z.strictObject({ lines: z.array(Line).min(1).max(4000), reason: Sealed }),
} as const;
