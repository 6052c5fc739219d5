/** Words of measuring shadows and of the sun dial. */
export const enSun = {} as const;
