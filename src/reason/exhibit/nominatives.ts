/**
 * Spellings that a Cyrillic name in some case may stand for, so that a list of names can be asked: "в Бучі" is Буча, "под Киевом"
 * Киев. More of them than one may exist; a wrong one finds another place and makes a check milder, never stricter.
 */

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Києв(?:а|у|і|ом)$/u, ["Київ"]],
  [/^Харков(?:а|у|і|ом)$/u, ["Харків"]],
  [/ці$/u, ["ка"]],
  [/(?:івці|овці)$/u, ["івка", "івці"]],
  [/ові$/u, ["ів"]],
  [/ову$/u, ["ів", "ово"]],
  [/овом$/u, ["ів", "ов", "ово"]],
  [/ом$/u, ["", "о"]],
  [/ем$/u, ["ь", "е"]],
  [/єм$/u, ["й"]],
  [/ою$/u, ["а"]],
  [/ею$/u, ["я"]],
  [/єю$/u, ["я"]],
  [/ой$/u, ["а", "ая"]],
  [/ей$/u, ["я"]],
  [/ом$/u, ["ое"]],
  [/ї$/u, ["я"]],
  [/і$/u, ["а", "я", "ь", ""]],
  [/и$/u, ["а", "ь", "я"]],
  [/е$/u, ["а", "", "о"]],
  [/у$/u, ["а", ""]],
  [/ю$/u, ["я", "ь"]],
  [/а$/u, ["", "о"]],
  [/я$/u, ["ь", "е"]],
];

/** The name itself first. Other scripts are left as they are. */
export function nominatives(name: string): string[] {
  if (!/^[\p{Script=Cyrillic}'’ʼ\s-]+$/u.test(name)) return [name];
  const made = endings.flatMap(([ending, instead]) => (ending.test(name) ? instead.map((end) => name.replace(ending, end)) : []));
  return [...new Set([name, ...made])].filter((spelling) => spelling.length > 2).slice(0, 12);
}
