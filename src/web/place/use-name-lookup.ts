/**
 * Supplies points for names that the words hold and nobody gave: once the words have rested for a moment, the gazetteers are asked, and
 * what they say is taken in beside what is there. A name whose points a person took away is left alone.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { namesIn } from "../../reason/place/read-phrase.ts";
import { placeApi } from "../api-client/place-api.ts";
import { draftOf, namesOf, type PlaceDraft } from "./place-draft.ts";
import type { DraftHistory } from "./use-draft.ts";

const restMs = 900;

export interface NameLookup {
  readonly isLookingUp: boolean;
  readonly error: unknown;
  /** The words are finished for now. */
  now(): void;
}

export function useNameLookup({ draft, amend }: DraftHistory<PlaceDraft>): NameLookup {
  const { text } = draft;
  const [rested, setRested] = useState(text);
  const here = namesOf(draft);
  const [seen, setSeen] = useState<readonly string[]>(here);
  if (here.some((name) => !seen.includes(name))) setSeen([...new Set([...seen, ...here])]);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const missing = rested === text ? namesIn(text, here).filter((name) => !seen.includes(name) && !here.includes(name)) : [];
  const { data, error, isFetching } = useQuery({
    queryKey: ["place-problem", text, missing],
    queryFn: ({ signal }) => placeApi.problem({ text, anchors: draft.anchors, rules: draft.rules }, signal),
    enabled: text.trim() !== "" && missing.length > 0,
  });
  const found = missing.length === 0 || data === undefined ? undefined : draftOf(data.problem);
  useEffect(() => {
    if (found !== undefined) amend((now) => (now.text === found.text ? withFound(now, found) : now));
  });
  return { isLookingUp: isFetching, error: missing.length === 0 ? null : error, now: () => setRested(text) };
}

/** Points of names that have none, and all that is known of namesakes. */
function withFound(draft: PlaceDraft, found: PlaceDraft): PlaceDraft {
  const here = new Set(namesOf(draft));
  const fresh = <T>(lists: Readonly<Record<string, T>> | undefined) =>
    Object.fromEntries(Object.entries(lists ?? {}).filter(([name]) => !here.has(name)));
  return {
    ...draft,
    anchors: { ...draft.anchors, ...fresh(found.anchors) },
    alternatives: { ...draft.alternatives, ...fresh(found.alternatives) },
    ...(found.namesakes === undefined ? {} : { namesakes: found.namesakes }),
    ...(found.gazetteers === undefined ? {} : { gazetteers: found.gazetteers }),
  };
}
