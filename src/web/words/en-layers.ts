/** Words of map layers and of imagery. */
export const enLayers = {} as const;
