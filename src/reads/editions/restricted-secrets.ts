/**
 * Who sources really are, and what restricted notes say, as a public edition must not say it: out of `private.age`, where that could be
 * opened, and else which records nobody could look for. What is found is named by its record, never by its words.
 */
import { identityWords } from "../../core/edition/identity-words.ts";
import type { OpenedValue, Sealed } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

/** What opens restricted values; undefined where nobody in this session can. */
export type OpensRestricted = (sealed: Digest) => OpenedValue | undefined;

export interface RestrictedSecret {
  readonly text: string;
  readonly as: "source";
  readonly own?: true;
  /** The record that says it: "identity of s3". */
  readonly of: string;
}

export interface RestrictedSecrets {
  readonly texts: readonly RestrictedSecret[];
  /** Records whose words could not be opened: nobody looks for them. */
  readonly unread: readonly string[];
}

interface Restricted {
  readonly record: string;
  readonly sealed: Digest;
  readonly about: "whole" | "note";
}

export async function restrictedSecrets(reader: CaseReader, opens: OpensRestricted | undefined): Promise<RestrictedSecrets> {
  const texts: RestrictedSecret[] = [];
  const unread = new Set<string>();
  for (const { record, sealed, about } of await restrictedRecords(reader)) {
    const value = opens?.(sealed)?.value;
    if (value === undefined) unread.add(record);
    else
      for (const words of stringsIn(value))
        texts.push(...identityWords(words, about).map((one) => ({ ...one, as: "source" as const, of: record })));
  }
  return { texts, unread: [...unread] };
}

/** Every version that the case was ever told: an earlier name is a name too. */
export async function restrictedRecords(reader: CaseReader): Promise<Restricted[]> {
  const lines = await linesOfKinds(reader, ["source.described", "note.written"]);
  const closed = (
    record: string,
    value: Sealed | string | undefined,
    about: Restricted["about"],
    opened: (sealed: Sealed) => Json | undefined,
  ) => (value === undefined || typeof value === "string" || opened(value) !== undefined ? [] : [{ record, sealed: value.sealed, about }]);
  return lines.flatMap((line): Restricted[] =>
    line.kind === "note.written"
      ? closed(`restricted note on ${line.data.item}, line ${line.seq}`, line.data.text, "note", line.opened)
      : [
          ...closed(`identity of ${line.data.source}`, line.data.identity, "whole", line.opened),
          ...closed(`restricted note on ${line.data.source}`, line.data.restricted, "note", line.opened),
        ],
  );
}

function stringsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((one) => stringsIn(one as Json));
}
