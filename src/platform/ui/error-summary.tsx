import type { JSX } from "hono/jsx/jsx-runtime";
import { type FieldError, fieldId } from "./form-context.tsx";
import { useUiTexts } from "./language.tsx";

/** On top of a refused form; takes the focus as the page arrives. An error with an empty `field` concerns the whole form. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string | undefined }): JSX.Element {
  const t = useUiTexts();
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <p class="error-summary-title">{title ?? t.errorTitle(errors.length)}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field === "" ? message : <a href={`#${encodeURIComponent(fieldId(field))}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
