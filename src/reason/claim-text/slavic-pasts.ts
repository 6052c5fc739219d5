/** Ukrainian and Russian verbs by their endings: pasts that no list holds, and what has not happened yet. */
import type { Act } from "./find-acts.ts";
import { type Reading, inside } from "./reading.ts";

/** "Відкриється", "откроется": not yet, unless it is told of footage. */
export function isFuture(reading: Reading, act: Act): boolean {
  return act.word.noun !== true && /(?:ться|тся)$/.test(reading.key(act.from)) && reading.marks("footage").length === 0;
}

const pastEnding = {
  uk: /(?:[аиіуяїо](?:ла|ло|ли)(?:ся|сь)?|(?:ив|ав|ув|яв)(?:ся|сь)?|(?:ен|ан)о)$/,
  ru: /(?:[аиеуяыо](?:ла|ло|ли|л)(?:сь|ся)?|(?:ен|ан)о)$/,
};
const noPasts = new Set(
  "рано погано бачила бачив видел видела говорив говорил говорила чули бачили слышали видели увидели почули побачили услышали вдалося вдалось удалось довелося пришлось стена стало було були була було був были была было был коли если если ли мало мала мали стало село сила школа скала начало кресло тепло видео скоро около слева справа".split(
    " ",
  ),
);

/** Pasts that no list holds, told by their ending. */
export function slavicPasts(reading: Reading, acts: readonly Act[], free: (at: number) => boolean): readonly Act[] {
  const { language } = reading.lexicon;
  if (language === "en") return [];
  return reading.tokens.flatMap(({ key }, at) => {
    if (key.length < 5 || !pastEnding[language].test(key) || noPasts.has(key) || reading.isCapital(at) || !free(at)) return [];
    const known = [
      "act",
      "says",
      "verifies",
      "hedge",
      "identifiedAs",
      "placeNoun",
      "actor",
      "bareActor",
      "speaker",
      "small",
      "pronoun",
      "footage",
      "identified",
      "unclear",
      "notVerified",
      "placePreposition",
      "spokenThere",
      "clauseOpener",
    ];
    if (known.some((sort) => reading.at(sort, at) !== undefined) || acts.some((act) => inside(act, at))) return [];
    return [
      {
        from: at,
        to: at + 1,
        word: { phrase: key, act: "other" as const, event: "other" as const, suffers: true as const },
        passive: false,
        clause: 0,
      },
    ];
  });
}
