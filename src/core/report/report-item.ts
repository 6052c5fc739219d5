/** Items, tiers and persons as a report has them. */
import type { Digest } from "../hash/digest.ts";
import type { GraphicLevel, ItemId } from "../item/item.ts";
import type { SubjectId, SubjectProtection } from "../subject/subject.ts";
import type { SpeakerLabel, TierId, TierSort } from "../tier/tier.ts";
import type { EditionItem } from "../edition/edition.ts";

export interface ReportItem {
  readonly item: ItemId;
  /** What it is called in the report: a neutral label, never a file's name in a public edition. */
  readonly label: string;
  readonly kind: "video" | "audio" | "picture" | "page" | "post" | "document" | "other";
  /** MIME type as far as known, for exports. */
  readonly mediaType: string | null;
  readonly as: EditionItem["as"];
  readonly why: string;
  readonly graphic: GraphicLevel;
  /** Of the original. Null where the edition says nothing that finds a restricted original again. */
  readonly object: Digest | null;
  /** Stands in for the hash in a public edition: salted, so that nobody finds the original by it. Null where the hash itself is told. */
  readonly commitment: Digest | null;
  readonly bytes: number | null;
  readonly durationS: number | null;
  /** Where the item came from: address, post and account; null in a public edition that withholds it. */
  readonly link: string | null;
  readonly postedBy: string | null;
  /** What is held and not held of it, in words. */
  readonly held: readonly string[];
  readonly custody: CustodyAnswers;
  /** What lies in the edition for it. */
  readonly files: readonly EditionFile[];
}

/** The six questions that the WITNESS archiving guide asks of a custody record, answered from the ledger. Each answer names its line. */
export interface CustodyAnswers {
  /** Who filmed or recorded it, and when: what somebody stated, and what the file says of itself. */
  readonly captured: readonly CustodyAnswer[];
  /** Who has had it since: how and from where it came, who worked on it, where copies went. */
  readonly access: readonly CustodyAnswer[];
  /** Whether its bytes were altered. */
  readonly altered: readonly CustodyAnswer[];
  /** Who made something else of it or covered a part, when and why. The bytes themselves stay. */
  readonly enhanced: readonly CustodyAnswer[];
  /** What was done with it by which program, and whether that can be done again. */
  readonly repeatable: readonly CustodyAnswer[];
  /** Whether it, or what was made of it, was altered after that. */
  readonly alteredSince: readonly CustodyAnswer[];
}

export interface CustodyAnswer {
  readonly text: string;
  readonly line: number | null;
}

/** A file under data/edition of the pack. */
export interface EditionFile {
  /** Below data/edition: "media/i1.mp4". */
  readonly path: string;
  readonly sort: "full" | "redacted" | "excerpt" | "still" | "tier";
  readonly mediaType: string;
  readonly digest: Digest;
  readonly bytes: number;
  /** Stretch of the original that it holds; null for all of it, or where there is no clock. */
  readonly range: { readonly fromS: number; readonly toS: number } | null;
  /** Of a derivative: who made it, from which bytes, by which command and program. Null for the original's own bytes. */
  readonly made: {
    readonly label: string;
    readonly from: Digest | null;
    readonly command: string;
    readonly program: string;
    readonly says: string;
  } | null;
  /** Of a recording of which some frames could not be read: how many could, of how many in the same stretch; null where that is withheld. */
  readonly unreadFrames?: { readonly read: number; readonly of: number | null } | undefined;
  /** Blurred until a reader asks for it. */
  readonly shielded: boolean;
}

export interface ReportTier {
  readonly tier: TierId;
  readonly version: number;
  readonly item: ItemId;
  readonly sort: TierSort;
  readonly language: string;
  /** The tier that it translates. */
  readonly from: TierId | null;
  /** Labels of people. */
  readonly writers: readonly string[];
  readonly reviewers: readonly string[];
  /** "written by a person", or the program and its version. */
  readonly made: string;
  readonly segments: readonly {
    readonly id: number;
    readonly startS: number;
    readonly endS: number;
    readonly speaker: SpeakerLabel | null;
    readonly text: string;
    readonly alternatives: readonly string[];
    /** Nobody but a machine wrote it, or no second person read it against the recording. */
    readonly draft: boolean;
    readonly reviewed: boolean;
  }[];
}

/** A person in the material, by a neutral label. There is no field for a name. */
export interface ReportSubject {
  readonly subject: SubjectId;
  readonly known: "seen" | "said";
  readonly description: string;
  readonly roleAsClaimed: string | null;
  readonly protection: readonly SubjectProtection[];
  readonly states: readonly {
    readonly record: string;
    readonly item: ItemId;
    readonly fromS: number;
    readonly toS: number;
    readonly says: string;
  }[];
}
