// The four ways the domain says no. Told apart by `kind`, never by class: a hot reload loads classes twice.

export interface FieldWrong {
  /** A key of the `errors` catalogue. */
  key: string;
  values?: Record<string, string | number>;
}

export type Refusal =
  /** Does not exist, or is not this member's to know of: the same answer. */
  | { kind: "not-found" }
  /** The member may see it, but not do this. */
  | { kind: "forbidden" }
  /** What was given is not as it has to be; by field ("form" for the whole). */
  | { kind: "invalid"; fields: Record<string, FieldWrong> }
  /** It was changed meanwhile; `current` is what stands there now. */
  | { kind: "conflict"; current?: unknown };

export class RefusalError extends Error {
  override readonly name = "Refusal";
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

export const notFound = () => new RefusalError({ kind: "not-found" });
export const forbidden = () => new RefusalError({ kind: "forbidden" });
export const conflict = (current?: unknown) => new RefusalError({ kind: "conflict", current });
export const invalid = (field: string, key: string, values?: FieldWrong["values"]) =>
  new RefusalError({ kind: "invalid", fields: { [field]: values ? { key, values } : { key } } });

/** The refusal in what was thrown, or undefined when it was a bug. */
export function refusalIn(thrown: unknown): Refusal | undefined {
  if (typeof thrown !== "object" || thrown === null || !("refusal" in thrown)) return undefined;
  const { refusal } = thrown as { refusal: Refusal };
  return typeof refusal?.kind === "string" ? refusal : undefined;
}
