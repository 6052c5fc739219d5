/** Every way the grammar lets the words be read. None is taken for granted: which is meant is for a person to say. */
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";

/** So many are told in full; of more, what sets each apart. */
const few = 3;

interface ReadingChoiceProps {
  readonly parses: readonly ParseAnswer[];
  readonly chosen: number;
  readonly onChoose: (reading: number) => void;
}

export function ReadingChoice({ parses, chosen, onChoose }: ReadingChoiceProps) {
  return (
    <fieldset className="reading-choice">
      <legend>{t("place-bench.readings", { count: parses.length })}</legend>
      {parses.map((parse, at) => (
        <label key={parse.reads} className={at === chosen ? "way-to-read is-chosen" : "way-to-read"}>
          <input type="radio" name="place-reading" checked={at === chosen} onChange={() => onChoose(at)} />
          <span>{parses.length > few ? shortly(parse) : parse.reads}</span>
          <strong className="small">
            {parse.clauses.some(({ unused }) => unused === null) ? areaWords(parse.areaKm2) : t("place-bench.no-region")}
          </strong>
        </label>
      ))}
    </fieldset>
  );
}

function shortly({ clauses }: ParseAnswer): string {
  const aside = clauses.flatMap(({ text, about }) => (about === "spot" ? [] : [t("place-bench.says-where", { text, name: about.anchor })]));
  return aside.length === 0 ? t("place-bench.all-spot") : aside.join("; ");
}
