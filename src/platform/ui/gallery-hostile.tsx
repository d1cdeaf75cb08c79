import type { JSX } from "hono/jsx/jsx-runtime";
import { DefinitionList } from "./definition-list.tsx";
import { TextArea, TextField } from "./field.tsx";
import { Form } from "./form.tsx";
import { ButtonLink, Link } from "./link.tsx";
import { Quote } from "./quote.tsx";
import { Sheet } from "./sheet.tsx";
import { Tag } from "./tag.tsx";

const STRANGE = [
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)`,
  "</textarea></title><img src=x onerror=alert(1)>",
  "مرحبا بكم في البلدية",
  "\u202eretournement",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-2026-et-encore-plus-long-sans-aucune-coupure-possible",
  "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩🏽‍🌾 Zalgo̷̢͝",
  "javascript:alert(1)",
];

/** Strings people and other servers send: each must come out as text, and break nothing. */
export function HostileSamples(): JSX.Element {
  return (
    <Sheet title="Chaînes étranges">
      <DefinitionList items={STRANGE.map((text) => ({ term: <bdi>{text}</bdi>, value: <Tag>{text}</Tag> }))} />
      {STRANGE.map((text) => (
        <p>
          <Link href={text}>{text}</Link> <ButtonLink href={text}>{text}</ButtonLink>
        </p>
      ))}
      <Quote source={STRANGE[0]}>{STRANGE.join("\n")}</Quote>
      <Form action="/_ui" label="Chaînes étranges">
        {STRANGE.map((text, i) => (
          <TextField name={`etrange-${i}`} label={text} value={text} hint={text} />
        ))}
        <TextArea name="etrange-long" label="Texte" value={STRANGE.join("\n")} />
      </Form>
    </Sheet>
  );
}
