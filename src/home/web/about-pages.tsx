import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { aboutTexts } from "./about-texts.ts";
import { VERSION } from "./version.ts";

/** When the statement was last reread against what was tested. */
const ESTABLISHED = "2026-11-21";

/** What the law asks a public service to say of its accessibility, and what we did not check. */
export function AccessibilityPage({ language, authority }: { language: Language; authority: string | undefined }): JSX.Element {
  const t = aboutTexts(language).accessibility;
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <Narrow>
        <Sheet title={t.stateTitle}>
          <p>{t.state}</p>
          <p>{t.stateLimit}</p>
        </Sheet>
        <Sheet title={t.testedTitle}>
          <Lines items={t.tested} />
        </Sheet>
        <Sheet title={t.notTestedTitle}>
          <Lines items={t.notTested} />
        </Sheet>
        <Sheet title={t.technologyTitle}>
          <p>{t.technology}</p>
        </Sheet>
        <Sheet title={t.contactTitle}>
          <p>{authority === undefined ? t.contact : t.contactAgent(authority)}</p>
          <h3>{t.appealTitle}</h3>
          <p>{t.appeal}</p>
          <p>
            <Link href="https://www.defenseurdesdroits.fr/" external>
              {t.appealLink}
            </Link>
          </p>
        </Sheet>
        <p class="soft small">{t.established(formatDate(ESTABLISHED, language), VERSION)}</p>
      </Narrow>
    </>
  );
}

/** How to get the source of what is running, which the AGPL owes to those who use it. */
export function SourcePage({ language }: { language: Language }): JSX.Element {
  const t = aboutTexts(language).source;
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <Narrow>
        <Sheet title={t.getTitle}>
          <p>{t.get}</p>
          <p>{t.say}</p>
          <h3>{t.versionTitle}</h3>
          <p>{t.version(VERSION)}</p>
        </Sheet>
        <Sheet title={t.licenceTitle}>
          <p>{t.licence}</p>
          <p>
            <Link href="https://www.gnu.org/licenses/agpl-3.0.html" external>
              {t.licenceLink}
            </Link>
          </p>
        </Sheet>
        <Sheet title={t.dataTitle}>
          <p>{t.data}</p>
        </Sheet>
      </Narrow>
    </>
  );
}

function Lines({ items }: { items: readonly string[] }): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
