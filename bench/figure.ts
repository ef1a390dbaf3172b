// What a measurement gives back; kept apart from run.ts, which loads the measurements.

/** One measured figure. Ratios have the unit `×`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}
