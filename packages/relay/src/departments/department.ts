/** A department of a town, as the settings name it. */

export interface Department {
  readonly name: string;
  readonly mail: string;
}

/** By key; the first gets what nobody wants. */
export type Departments = ReadonlyMap<string, Department>;

/** What people call it; its key where it is not in the settings any more. */
export function nameOf(key: string, departments: Departments): string {
  return departments.get(key)?.name ?? key;
}
