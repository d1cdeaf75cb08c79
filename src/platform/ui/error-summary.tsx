import { useContext } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type FieldError, FormContext, fieldId } from "./form-context.tsx";
import { useUiTexts } from "./language.tsx";

/** On top of a refused form; takes the focus as the page arrives. An error with an empty `field` concerns the whole form. */
export async function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string | undefined }): Promise<JSX.Element> {
  const t = useUiTexts();
  const { labels } = useContext(FormContext);
  // The fields come after: a page is drawn in one go, so that all have told their labels when this goes on.
  await Promise.resolve();
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <p class="error-summary-title">{title ?? t.errorTitle(errors.length)}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field === "" ? message : <a href={`#${encodeURIComponent(fieldId(field))}`}>{named(labels?.get(field), message)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** « Prénom et nom : ce champ est nécessaire. »: links that go to several places never read alike. */
function named(label: string | undefined, message: string): string {
  if (label === undefined) return message;
  if (label.endsWith("?")) return `${label} ${message}`;
  const isWord = !/^\p{Lu}[\p{Lu}\d]/u.test(message);
  return `${label}\u00a0: ${isWord ? message.charAt(0).toLowerCase() + message.slice(1) : message}`;
}
