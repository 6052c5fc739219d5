/** Words of camera positions, feature pairs and cones. */
export const enCamera = {} as const;
