import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Checkbox } from "#src/platform/ui/choice-field.tsx";
import { Conflict } from "#src/platform/ui/conflict.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { SearchField } from "#src/platform/ui/file-field.tsx";
import { Actions, FieldGroup, FieldRow, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { CoveringContract } from "../db/contracts.ts";
import type { Refused, ShownConflict } from "./form-pages.tsx";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";
import { contractTexts } from "./texts.ts";

export type Proposed = { readonly id: string; readonly name: string };

export type CoverPageProps = Refused & {
  readonly language: Language;
  readonly contract: CoveringContract;
  /** Others that may be covered: what was searched, or the first by name. */
  readonly proposed: readonly Proposed[];
  readonly search: string;
  readonly conflict?: ShownConflict | undefined;
};

export function CoverPage(props: CoverPageProps): JSX.Element {
  const { language, contract, search, conflict } = props;
  const { cover: t } = pageTexts(language);
  const path = `${LIST_PATH}/${contract.id}/couverture`;
  return (
    <Narrow>
      <Title title={t.title(contract.title)} lead={t.lead} />
      <search>
        <form class="filters" action={path} method="get">
          <SearchField name="recherche" label={t.search} value={search} />
          <div class="filters-acts">
            <button class="ds-button" type="submit" data-variant="secondary">
              {t.look}
            </button>
          </div>
        </form>
      </search>
      {conflict === undefined ? (
        <Boxes {...props} path={path} />
      ) : (
        <Conflict {...conflict}>
          <Boxes {...props} path={path} />
        </Conflict>
      )}
    </Narrow>
  );
}

function Boxes({ language, contract, proposed, search, errors, values, path }: CoverPageProps & { readonly path: string }): JSX.Element {
  const { cover: t } = pageTexts(language);
  const others = proposed.filter(({ id }) => !contract.covers.some((each) => each.installationId === id));
  return (
    <Form action={path} version={contract.version} errors={errors} values={values}>
      {contract.covers.length > 0 && (
        <FieldGroup legend={t.covered}>
          {contract.covers.map(({ installationId, name, share }) => (
            <Box language={language} id={installationId} name={name} share={share} checked />
          ))}
        </FieldGroup>
      )}
      <FieldGroup legend={t.found} hint={search === "" ? t.more : undefined}>
        {others.length === 0 && <p class="soft">{t.noneFound}</p>}
        {others.map(({ id, name }) => (
          <Box language={language} id={id} name={name} share={null} checked={false} />
        ))}
      </FieldGroup>
      <Actions>
        <SubmitButton>{t.submit}</SubmitButton>
        <ButtonLink href={`${LIST_PATH}/${contract.id}`}>{contractTexts(language).form.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
}

type BoxProps = Proposed & { readonly language: Language; readonly share: number | null; readonly checked: boolean };

function Box({ language, id, name, share, checked }: BoxProps): JSX.Element {
  const { cover: t } = pageTexts(language);
  const stored = share === null ? undefined : String(share).replace(".", language === "fr" ? "," : ".");
  return (
    <FieldRow>
      <Checkbox name="installations" id={`installation-${id}`} label={name} value={id} checked={checked} />
      <TextField name={`part-${id}`} label={t.shareOf(name)} value={stored} narrow mark={false} inputmode="decimal" />
    </FieldRow>
  );
}
