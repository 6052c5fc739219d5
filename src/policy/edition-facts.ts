/** What the rules of editions are asked about: facts of the case, gathered by whoever makes the edition. Nothing is looked up here. */
import type { Binding } from "../core/conditions/binding.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import type { ElementSheetId } from "../core/element/element-sheet.ts";
import type { FindingId } from "../core/finding/finding.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LapsedBecause } from "../core/redaction/override-standing.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { SubjectId, SubjectKnown, SubjectProtection } from "../core/subject/subject.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";

/** Item time, seconds. A picture is the stretch from 0 to 0. */
export interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

export interface EditionFacts {
  readonly plan: EditionPlan;
  readonly at: UtcInstant;
  /** Who makes the edition. */
  readonly by: PersonId;
  readonly findings: readonly FindingFacts[];
  /** Every item of the plan, and every item that a finding of it rests on. */
  readonly items: readonly EditionItemFacts[];
  /** Rules on words that the report itself would break, worked out where its model is made. */
  readonly keyPoints: readonly { readonly finding: FindingId; readonly fault: "narrower" | "firmer"; readonly why: string }[];
  /** Key points in other words than the approved statement, which nobody but who makes the edition confirmed. */
  readonly unconfirmedKeyPoints: readonly FindingId[];
  /** Quotes of tiers that no second person read, by record, and the finding or element sheet that quotes them. */
  readonly draftQuotes: readonly { readonly record: string; readonly finding: FindingId | ElementSheetId; readonly why: string }[];
  /** Records that a finding rests on and that were taken back. */
  readonly withdrawnGrounds: readonly { readonly record: string; readonly finding: FindingId }[];
  /** Records in words of which nothing tells the seconds, on items of which a stretch of sound is covered. */
  readonly wordsWithoutSeconds: readonly { readonly record: string; readonly item: string }[];
  /** Records whose restricted words nobody could open in this session: they are neither taken out of texts nor looked for. */
  readonly unreadIdentities: readonly string[];
  /** Labels of names and places that the case's own title says: line 1 carries it into every pack. */
  readonly titleSays: readonly string[];
}

export interface FindingFacts {
  readonly finding: FindingId;
  readonly version: number;
  readonly authors: readonly PersonId[];
  /** Of this version. */
  readonly signedBy: readonly PersonId[];
  readonly approvedBy: readonly PersonId[];
  readonly returnedBy: readonly PersonId[];
  readonly withdrawn: boolean;
  /** A later version than the one in the edition. */
  readonly laterVersion: number | null;
  readonly stale: readonly { readonly line: number; readonly why: string }[];
  /** Lines on hypotheses that it speaks on, later than its approval and than the last time that somebody kept it with a reason. */
  readonly hypotheses: readonly { readonly line: number; readonly why: string }[];
  /** Its document was written without a salt, and its hash stands in lines that a public edition shows. */
  readonly guessable: boolean;
  /** As B's `blindBlockers` words them; empty where nothing is open. */
  readonly blindOpen: readonly string[];
}

export interface ProtectedFacts {
  readonly subject: SubjectId;
  readonly known: SubjectKnown;
  readonly protection: readonly SubjectProtection[];
  /** The item that the label belongs to, where that is a copy of this one: nothing is known then of when they are seen here. */
  readonly copyOf: ItemId | null;
  /** Where states put them in the picture, and out of it. In neither, they are taken to be there. */
  readonly stretches: readonly Stretch[];
  readonly outOfFrame: readonly Stretch[];
  /** Where they are heard or spoken of, and where their voice was listened for and is not there. */
  readonly heard: readonly Stretch[];
  readonly silent: readonly Stretch[];
}

export interface EditionItemFacts {
  readonly item: ItemId;
  readonly media: "video" | "sound" | "picture" | "other";
  /** False where the recording was read and has no sound. */
  readonly hasSound: boolean;
  /** All of it on its own clock, which need not begin at 0. Null where its end is not known: nothing shows then that it is covered to its end. */
  readonly whole: Stretch | null;
  readonly bindings: readonly Binding[];
  /** Persons of the item who are protected, and those of its copies who have no label in it. */
  readonly protected: readonly ProtectedFacts[];
  readonly marks: readonly {
    readonly redaction: RedactionId;
    readonly by: PersonId;
    readonly what: "box" | "sound";
    readonly subject: SubjectId | null;
    readonly fromS: number;
    readonly toS: number;
  }[];
  /** What is marked in its words, and its texts that go out in the edition. */
  readonly words: {
    readonly marks: readonly { readonly redaction: RedactionId; readonly loose: "gone" | "several" | "no-text" | "unreadable" | null }[];
    /** Everybody who made, changed or took back such a mark. */
    readonly makers: readonly PersonId[];
    /** `what`: "w2", "its text", "post 4". `readBy`: who read it whole, as it is and as it is marked now. */
    readonly texts: readonly { readonly what: string; readonly readBy: readonly PersonId[] }[];
  };
  /** Marks that stand and whose document this copy cannot read: nobody knows what they cover. */
  readonly unreadableMarks: readonly RedactionId[];
  /** "Whole shot viewed". Only those that are still true of the marks as they stand now. */
  readonly viewed: readonly (Stretch & { readonly by: PersonId })[];
  /** What detectors took for something to cover, and no mark covers and nobody answered for, as far as it may reach. */
  readonly unmarked: readonly (Stretch & { readonly label: string; readonly where: string; readonly program: string })[];
  /** Lines of runs of a detector on these bytes that cannot be read. */
  readonly unreadRuns: readonly number[];
  readonly overrides: readonly {
    readonly by: PersonId;
    readonly subject: SubjectId | null;
    readonly redaction: RedactionId | null;
    /** Who asked for it: the maker of the mark, or who described the subject. */
    readonly askedBy: PersonId | null;
    readonly hasReason: boolean;
  }[];
  /** Exceptions that were given and no longer count, with what changed since. */
  readonly lapsed: readonly { readonly subject: SubjectId; readonly line: number; readonly because: LapsedBecause }[];
}
