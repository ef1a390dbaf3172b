// What a person may ask of the data about them: all of it in a file, or gone.

export interface PersonDataStore {
  /** All rows of the person by table. */
  exportAll(personId: string): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>;
  /** Removes everything; nothing happens when there is nothing. */
  deleteAll(personId: string): Promise<void>;
}
