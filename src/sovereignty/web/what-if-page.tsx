import type { JSX } from "hono/jsx/jsx-runtime";
import { Details } from "#src/platform/ui/details.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Hidden } from "#src/platform/ui/field.tsx";
import { ExportLinks } from "#src/platform/ui/filter-bar.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { WaysOut } from "../db/replacements.ts";
import { type Event, stopsService } from "../domain/event.ts";
import type { Impact } from "../domain/impact.ts";
import { WhatIsCommitted, WhatIsLost, WhereToGo, WhoIsHit } from "./consequences.tsx";
import { Suppositions, type SuppositionsProps } from "./suppositions.tsx";
import { type Asked, hrefOf, WHAT_IF_PATH } from "./what-if-query.ts";
import { whatIfTexts } from "./what-if-texts.ts";
import { hitInWords, usersInWords, whenInWords } from "./what-if-words.ts";

export type WhatIfPageProps = SuppositionsProps & { readonly isEmpty: boolean };

export function WhatIfPage({ isEmpty, ...suppositions }: WhatIfPageProps): JSX.Element {
  const t = whatIfTexts(suppositions.language);
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      {isEmpty ? (
        <EmptyState title={t.nothingRuns} action={<ButtonLink href="/parc">{t.toInventory}</ButtonLink>}>
          <p>{t.nothingRunsText}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{t.suppose}</h2>
          <Suppositions {...suppositions} level={3} />
        </>
      )}
    </>
  );
}

export type ConsequencesPageProps = SuppositionsProps & {
  readonly event: Event;
  /** The words that name what the event is about. */
  readonly about: string;
  readonly impact: Impact;
  readonly ways: readonly WaysOut[];
  readonly formKey: string;
  readonly mayOpenRequest: boolean;
};

export function ConsequencesPage(props: ConsequencesPageProps): JSX.Element {
  const { language, event, about, impact, ways, asked } = props;
  const t = whatIfTexts(language);
  const when = whenInWords(event, about, language);
  const isHit = impact.hits.length > 0;
  return (
    <>
      <Title title={hitInWords(impact, when, language)} lead={isHit ? usersInWords(impact, language) : t.nobodyText} />
      <Stack>
        {isHit && !stopsService(event) && <p>{t.nothingStops}</p>}
        {isHit && <WhoIsHit language={language} impact={impact} />}
        {impact.lost.length > 0 && <WhatIsLost language={language} lost={impact.lost} />}
        {event.kind !== "person-leaves" && (isHit || impact.contracts.length > 0) && (
          <WhatIsCommitted language={language} impact={impact} />
        )}
        {event.kind !== "person-leaves" && isHit && <WhereToGo language={language} ways={ways} />}
        {isHit && props.mayOpenRequest && <OpenRequest language={language} asked={asked} formKey={props.formKey} />}
        {isHit && <ExportLinks hrefs={{ csv: hrefOf(asked, `${WHAT_IF_PATH}.csv`) }} />}
        <Details summary={t.another} open={!isHit}>
          <Suppositions language={language} choices={props.choices} asked={asked} />
        </Details>
      </Stack>
    </>
  );
}

function OpenRequest({
  language,
  asked,
  formKey,
}: {
  language: SuppositionsProps["language"];
  asked: Asked;
  formKey: string;
}): JSX.Element {
  const t = whatIfTexts(language).request;
  return (
    <Sheet title={t.title}>
      <p>{t.text}</p>
      <Form action={`${WHAT_IF_PATH}/demande`} idempotencyKey={formKey}>
        {Object.entries(asked).map(([name, value]) => value !== undefined && <Hidden name={name} value={value} />)}
        <Actions>
          <SubmitButton>{t.open}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}
