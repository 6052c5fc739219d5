/** The one statement of an archive's script: `window.YTD.tweets.part0 = [ ... ]`, or of the archives before 2018. */

export interface ArchiveAssignment {
  /** "tweets", "tweet", "note_tweet", "deleted_tweets". */
  readonly variable: string;
  /** Where the value begins. */
  readonly length: number;
}

const form = /^\s*(?:window\.YTD\.([a-z][a-z0-9_]{0,60})\.part\d{1,6}|Grailbird\.data\.(tweets)_\d{4}_\d{2})\s*=\s*/i;

export function archiveAssignment(text: string): ArchiveAssignment | undefined {
  const found = form.exec(text);
  const variable = found?.[1] ?? found?.[2];
  return found === null || variable === undefined ? undefined : { variable: variable.toLowerCase(), length: found[0].length };
}

/** Variables whose lists hold posts; an archive has some sixty others. */
export function holdsPosts({ variable }: ArchiveAssignment): boolean {
  return /^(?:deleted_)?tweets?$|^note_tweet$|^community_tweet$/.test(variable);
}
