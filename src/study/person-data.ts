// What a person may ask of the data about them: all of it in a file, or gone.

export interface PersonDataStore {
  /** All rows of the person by table; empty when the bot knows nothing of them. */
  exportAll(personId: string): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>;
  /** Removes everything. False when there was nothing. */
  deleteAll(personId: string): Promise<boolean>;
}
