/** Whether words go round in a loop: the same few of them, again and again without anything between, as a recogniser does that lost the sound. */

/** Somebody who calls for help says a word three times; a loop goes on. */
const leastTurns = 5;
/** Of a text that is looked at: a loop shows long before. */
const mostWords = 400;

export function repeatsItself(text: string): boolean {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
  for (let length = 1; length * leastTurns <= words.length; length++) {
    let same = 0;
    for (let at = length; at < words.length; at++) {
      same = words[at] === words[at - length] ? same + 1 : 0;
      if (same >= length * (leastTurns - 1)) return true;
    }
  }
  return false;
}
