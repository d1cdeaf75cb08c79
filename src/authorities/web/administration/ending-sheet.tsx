import type { JSX } from "hono/jsx/jsx-runtime";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";

type EndingProps = {
  readonly action: string;
  readonly title: string;
  /** What it does: said before, and once more when it is asked again. */
  readonly text: string;
  readonly button: string;
  readonly question: string;
  readonly submit: string;
  readonly version?: number;
  /** Why it was refused. */
  readonly error: string | undefined;
};

/** What cannot be taken back: a departure, a closing. */
export function EndingSheet({ action, title, text, button, question, submit, version, error }: EndingProps): JSX.Element {
  return (
    <Sheet title={title}>
      <p>{text}</p>
      <ConfirmDialog label={button} title={question} open={error !== undefined}>
        <p>{text}</p>
        <Form action={action} label={title} version={version} errors={error === undefined ? [] : [{ field: "", message: error }]}>
          <Actions>
            <SubmitButton variant="danger">{submit}</SubmitButton>
          </Actions>
        </Form>
      </ConfirmDialog>
    </Sheet>
  );
}
