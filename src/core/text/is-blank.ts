/** Whether words say nothing: no letter and no digit, so that a stop, a dash or a character without width is no reason. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replaceAll(/[\p{Cf}\u115F\u1160\u3164\uFFA0]/gu, ""));
}
