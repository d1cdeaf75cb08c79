import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { FeedbackSamples } from "./gallery-feedback.tsx";
import { FieldSamples } from "./gallery-fields.tsx";
import { HostileSamples } from "./gallery-hostile.tsx";
import { ListSamples } from "./gallery-lists.tsx";
import { ProcedureSamples } from "./gallery-procedure.tsx";
import { LanguageProvider } from "./language.tsx";
import { Stack } from "./layout.tsx";
import { Title } from "./title.tsx";

/** Every component in every state, strange strings included: looked at, photographed and checked by axe. */
export function Gallery({ language }: { language: Language }): JSX.Element {
  return (
    <LanguageProvider language={language}>
      <Title title="Composants" lead="Chaque composant, dans chacun de ses états." facts={["Page de travail", "Aucune donnée réelle"]} />
      <Stack>
        <ProcedureSamples />
        <ListSamples />
        <FieldSamples />
        <FeedbackSamples />
        <HostileSamples />
      </Stack>
    </LanguageProvider>
  );
}
