/** What a use case answers: a value, or a refusal that is part of its signature. Faults are exceptions. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<const E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
