/** Every way the grammar lets the words be read. None is taken for granted: which is meant is for a person to say. */
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";

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
          <span>{parse.reads}</span>
          <strong className="small">
            {parse.clauses.some(({ unused }) => unused === null) ? areaWords(parse.areaKm2) : t("place-bench.no-region")}
          </strong>
        </label>
      ))}
    </fieldset>
  );
}
