// The hours a week that a plan may have.

/** Below, it would run for years; above, it is more than days have. */
export const PLAN_HOURS = { min: 0.5, max: 80 } as const;
