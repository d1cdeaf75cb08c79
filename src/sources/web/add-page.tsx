import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { LikeSoftware } from "../usecases/add-software.ts";
import type { FormFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { sourcePagesTexts } from "./texts.ts";
import { WordsFields } from "./words-fields.tsx";

export const ADD_PATH = "/catalogue/nouveau";
/** Says that it is none of those that it looks like. */
export const ANOTHER = "autre";

export type AddPageProps = {
  readonly language: Language;
  readonly facts: FormFacts;
  readonly newKey: string;
  readonly values?: TypedValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** What it may be already. Empty: nothing was asked yet. */
  readonly found?: readonly LikeSoftware[] | undefined;
};

/** One form: where it looks like software that is there, these are shown first, and the same fields go to whichever is chosen. */
export function AddPage({ language, facts, newKey, values, errors, found = [] }: AddPageProps): JSX.Element {
  const { form: t, like } = ownTexts(language);
  const Fields = (): JSX.Element => (
    <>
      <WordsFields language={language} facts={facts} isNew />
      <p class="soft small">{t.shared}</p>
    </>
  );
  return (
    <Narrow>
      <Stack>
        <Title title={t.titleAdd} lead={t.leadAdd(facts.by)} />
        <Form action={ADD_PATH} idempotencyKey={newKey} values={values} errors={errors}>
          {found.length === 0 ? (
            <>
              <Fields />
              <Actions>
                <SubmitButton>{t.add}</SubmitButton>
                <ButtonLink href="/catalogue">{t.cancel}</ButtonLink>
              </Actions>
            </>
          ) : (
            <>
              <Alike found={found} language={language} />
              <Details summary={like.typed}>
                <Fields />
              </Details>
            </>
          )}
        </Form>
      </Stack>
    </Narrow>
  );
}

function Alike({ found, language }: { readonly found: readonly LikeSoftware[]; readonly language: Language }): JSX.Element {
  const { like: t } = ownTexts(language);
  const { evidence } = sourcePagesTexts(language);
  return (
    <Sheet title={t.title} intro={t.intro}>
      {found.map(({ slug, name, description, by }) => (
        <div>
          <p>
            <Link href={`/catalogue/${slug}`}>{name}</Link>{" "}
            <span class="soft small">({by === null ? t.byName : t.by(evidence[by] ?? by)})</span>
            <br />
            <span class="soft small">{description[language] || description.fr || description.en || t.noDescription}</span>
          </p>
          <p>
            <SubmitButton
              variant="secondary"
              size="sm"
              formAction={`/catalogue/${slug}/corriger`}
              name="reprendre"
              value="oui"
              context={name}
            >
              {t.thisOne}
            </SubmitButton>
          </p>
        </div>
      ))}
      <Actions>
        <SubmitButton name={ANOTHER} value="oui">
          {t.another}
        </SubmitButton>
        <ButtonLink href="/catalogue">{ownTexts(language).form.cancel}</ButtonLink>
      </Actions>
    </Sheet>
  );
}
