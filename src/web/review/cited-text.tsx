/** Words of a finding in which the records that it cites can be chosen, so that a sentence leads to what it stands on. */
import type { Ground } from "../../core/review/ground.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";

interface CitedTextProps {
  readonly text: string;
  readonly grounds: readonly Ground[];
  readonly onCursor: (ground: Ground) => void;
}

export function CitedText({ text, grounds, onCursor }: CitedTextProps) {
  const cited = new Map(grounds.flatMap((ground) => (ground.record === null ? [] : [[ground.record, ground] as const])));
  return (
    <p className="finding-words">
      {text.split(/(?<![\p{L}\p{N}])([a-zA-Z]{1,2}[1-9][0-9]{0,14})(?![\p{L}\p{N}])/u).map((part, at) => {
        const ground = at % 2 === 1 ? cited.get(part) : undefined;
        return ground === undefined ? (
          <IsolatedText key={at} text={part} />
        ) : (
          <button key={at} type="button" className="citation mono" onClick={() => onCursor(ground)}>
            {part}
          </button>
        );
      })}
    </p>
  );
}
