// Keeps what lives as long as the process (database, sockets, listeners) in one place that a hot reload does not double.

const kept = ((globalThis as { __torg?: Map<string, unknown> }).__torg ??= new Map<string, unknown>());

/** The one value under this name: made on first asking, the same for every later caller in this process. */
export function once<Value>(name: string, make: () => Value): Value {
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as Value;
}

/** The value under this name if it was made. */
export function madeAlready<Value>(name: string): Value | undefined {
  return kept.get(name) as Value | undefined;
}

/** Forgets the value, so that the next asking makes it anew. For shutdown and for tests that found their own. */
export function forget(name: string): void {
  kept.delete(name);
}
