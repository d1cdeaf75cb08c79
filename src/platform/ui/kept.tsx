import { html } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { useLanguage } from "./language.tsx";

/** What is made of an object that never changes, in a language: once for each, and kept as long as the object is. */
export function onceFor<Of extends object, Made>(make: (of: Of, language: Language) => Made): (of: Of, language: Language) => Made {
  const made: Readonly<Record<Language, WeakMap<Of, Made>>> = { fr: new WeakMap(), en: new WeakMap() };
  return (of, language) => {
    const known = made[language].get(of);
    if (known !== undefined) return known;
    const fresh = make(of, language);
    made[language].set(of, fresh);
    return fresh;
  };
}

/**
 * A component whose markup depends on such an object, on the language, and on nothing else. Building elements is most of what a long
 * list costs. Trap: nothing in it may wait for anything.
 */
export function kept<Of extends object>(render: (of: Of, language: Language) => JSX.Element): (props: { readonly of: Of }) => JSX.Element {
  const markup = onceFor((of: Of, language) => markupOf(render(of, language)));
  return ({ of }) => markup(of, useLanguage());
}

/** A component that is the same on every page of a language. */
export function always(render: (language: Language) => JSX.Element): () => JSX.Element {
  const [Same, of] = [kept((_, language) => render(language)), {}];
  return () => <Same of={of} />;
}

/** Elements as they are written, in what is being rendered. */
export function markupOf(elements: JSX.Element): JSX.Element {
  return html`${elements}`;
}
