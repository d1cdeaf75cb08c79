import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { NamedSource } from "../db/software-list.ts";
import type { Example } from "./examples.ts";
import type { DescribedOperation, DescribedParameter, OpenApiDocument } from "./openapi.ts";
import { API_PATH } from "./operations.ts";
import { PROBLEMS, type ProblemKind } from "./problem.ts";
import { apiTexts } from "./texts.ts";

export type ApiPageProps = {
  readonly language: Language;
  readonly document: OpenApiDocument;
  readonly examples: Readonly<Record<string, Example>>;
  readonly sources: readonly NamedSource[];
  readonly publicUrl: string;
};

/** How to use the API, for people: each operation of the document, with a request to paste and what it answers. */
export function ApiPage({ language, document, examples, sources, publicUrl }: ApiPageProps): JSX.Element {
  const t = apiTexts(language);
  return (
    <>
      <Title
        title={t.title}
        lead={t.lead}
        facts={[<code>{`${publicUrl}${API_PATH}`}</code>, <Link href={`${API_PATH}/openapi.json`}>{t.documentText}</Link>]}
      />
      <Stack>
        <Sheet title={t.limitTitle} id="limites">
          <p>{t.limitText}</p>
          <p>{t.cacheText}</p>
          <p>{t.pagesText}</p>
        </Sheet>
        {Object.entries(document.paths).map(([path, { get }]) => (
          <OperationSheet language={language} path={path} operation={get} example={examples[get.operationId]} publicUrl={publicUrl} />
        ))}
        <Errors language={language} />
        <Sheet title={t.stabilityTitle} id="stabilite">
          <p>{t.stability}</p>
        </Sheet>
        <Licences language={language} sources={sources} />
      </Stack>
    </>
  );
}

type OperationProps = {
  readonly language: Language;
  readonly path: string;
  readonly operation: DescribedOperation;
  readonly example: Example | undefined;
  readonly publicUrl: string;
};

function OperationSheet({ language, path, operation, example, publicUrl }: OperationProps): JSX.Element {
  const t = apiTexts(language);
  const { operationId, summary, description, parameters } = operation;
  return (
    <Sheet title={summary} id={operationId} intro={<code>{`GET ${API_PATH}${path}`}</code>}>
      <p>{description}</p>
      {parameters.length === 0 ? (
        <p class="soft small">{t.noParameters}</p>
      ) : (
        <Parameters language={language} parameters={parameters} of={path} />
      )}
      {example !== undefined && (
        <>
          <h3>{t.request}</h3>
          <Verbatim>{`curl '${publicUrl}${API_PATH}${example.path}'`}</Verbatim>
        </>
      )}
      {example?.content !== undefined && (
        <Details summary={t.exampleAnswer}>
          <Verbatim>{JSON.stringify(example.content, null, 2)}</Verbatim>
        </Details>
      )}
    </Sheet>
  );
}

function Parameters({
  language,
  parameters,
  of,
}: {
  language: Language;
  parameters: readonly DescribedParameter[];
  of: string;
}): JSX.Element {
  const t = apiTexts(language);
  return (
    <DataTable
      caption={`${t.parametersTitle} (${of})`}
      columns={[
        { key: "name", label: t.parameterColumns.name, render: ({ name }) => <code>{name}</code> },
        { key: "meaning", label: t.parameterColumns.meaning, render: ({ description }) => description },
        {
          key: "values",
          label: t.parameterColumns.values,
          render: (parameter) => <span class="small">{valuesOf(parameter, language)}</span>,
        },
      ]}
      rows={parameters}
    />
  );
}

/** What JSON Schema says of a parameter, in words. */
function valuesOf({ required, schema }: DescribedParameter, language: Language): string {
  const t = apiTexts(language).values;
  const { enum: choices, minimum, maximum, default: usual, maxLength, format } = schema;
  const said = Array.isArray(choices)
    ? t.oneOf(choices.map(String))
    : typeof minimum === "number" && typeof maximum === "number" && typeof usual === "number"
      ? t.range(minimum, maximum, usual)
      : typeof maxLength === "number"
        ? t.upTo(maxLength)
        : format === "uuid"
          ? t.id
          : t.word;
  return required ? `${said} (${t.required})` : said;
}

function Verbatim({ children }: { children: Child }): JSX.Element {
  return (
    <p>
      <code class="kept-lines">{children}</code>
    </p>
  );
}

function Errors({ language }: { language: Language }): JSX.Element {
  const t = apiTexts(language);
  const kinds = Object.entries(PROBLEMS).map(([kind, status]) => ({ kind: kind as ProblemKind, status }));
  return (
    <Sheet title={t.errorsTitle} id="erreurs">
      <p>{t.errorsText}</p>
      <DataTable
        caption={t.errorsTitle}
        columns={[
          { key: "status", label: t.errorColumns.status, render: ({ kind, status }) => <span id={kind}>{status}</span> },
          { key: "kind", label: t.errorColumns.kind, render: ({ kind }) => t.problems[kind].title },
          { key: "detail", label: t.errorColumns.detail, render: ({ kind }) => t.problems[kind].detail },
        ]}
        rows={kinds}
      />
    </Sheet>
  );
}

function Licences({ language, sources }: { language: Language; sources: readonly NamedSource[] }): JSX.Element {
  const t = apiTexts(language).licence;
  return (
    <Sheet title={t.title} id="licence">
      <p>{t.intro}</p>
      <DataTable
        caption={t.title}
        columns={[
          {
            key: "source",
            label: t.columns.source,
            render: ({ name, url }) =>
              url === null ? (
                name
              ) : (
                <Link href={url} external>
                  {name}
                </Link>
              ),
          },
          { key: "id", label: t.columns.id, render: ({ id }) => <code>{id}</code> },
          { key: "licence", label: t.columns.licence, render: ({ format }) => t.byFormat[format] ?? t.unknown },
        ]}
        rows={sources}
      />
    </Sheet>
  );
}
