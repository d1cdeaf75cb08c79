import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { type Verification, verifyJournal } from "#src/platform/journal/verify.ts";
import { counted } from "#src/platform/ui/format.ts";
import { Grid, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PeopleCounts } from "../../db/people-list.ts";
import { administrationCounts, journalView } from "../../usecases/administration-views.ts";
import { departmentRoutes } from "./department-routes.tsx";
import { crumbs } from "./fields.tsx";
import { JournalPage } from "./journal-page.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { personRoutes } from "./person-routes.tsx";
import { settingsRoutes } from "./settings-routes.tsx";
import { administrationTexts } from "./texts.ts";

/** People, departments, settings, journal. Readers of the journal who administer nothing find it here too. */
export function administrationRoutes(routes: Routes, deps: Deps): void {
  routes.get("/administration", "read-journal", async (c) => {
    const language = c.get("language");
    const agent = agentOfRequest(c);
    const counts = await administrationCounts(deps, agent);
    const title = administrationTexts(language).title;
    return show(c, { title }, <AdministrationPage language={language} agent={agent} counts={counts} />);
  });
  peopleRoutes(routes, deps);
  personRoutes(routes, deps);
  departmentRoutes(routes, deps);
  settingsRoutes(routes, deps);

  routes.get("/administration/journal", "read-journal", (c) => showJournal(c));
  routes.post("/administration/journal", "read-journal", async (c) =>
    showJournal(c, await verifyJournal(deps.db, agentOfRequest(c).authorityId)),
  );

  async function showJournal(c: AppContext, verification?: Verification): Promise<Response> {
    const language = c.get("language");
    const agent = agentOfRequest(c);
    const before = /^\d{1,15}$/.test(c.req.query("avant") ?? "") ? Number(c.req.query("avant")) : null;
    const view = await journalView(deps, agent, before);
    const title = administrationTexts(language).journal;
    return show(
      c,
      { title, breadcrumbs: crumbs(language, { label: title }) },
      <JournalPage language={language} agent={agent} view={view} isNewest={before === null} {...(verification && { verification })} />,
    );
  }
}

type IndexProps = { readonly language: Language; readonly agent: Agent; readonly counts: PeopleCounts };

function AdministrationPage({ language, agent, counts }: IndexProps): JSX.Element {
  const t = administrationTexts(language);
  const people = t.peopleCount(counted(counts.people, t.person, language), counted(counts.pending, t.invitation, language));
  const parts = [
    { title: t.people, about: t.peopleAbout, fact: people, href: "/administration/personnes", action: "manage-people" },
    {
      title: t.departments,
      about: t.departmentsAbout,
      fact: counted(counts.departments, t.department, language),
      href: "/administration/services",
      action: "manage-settings",
    },
    { title: t.settings, about: t.settingsAbout, fact: undefined, href: "/administration/reglages", action: "manage-settings" },
    { title: t.journal, about: t.journalAbout, fact: undefined, href: "/administration/journal", action: "read-journal" },
  ] as const;
  const elsewhere = t.elsewhereParts.filter(({ action }) => agent.may(action));
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <Stack>
        <Grid>
          {parts
            .filter(({ action }) => agent.may(action))
            .map((part) => (
              <Part language={language} {...part} />
            ))}
        </Grid>
        {elsewhere.length > 0 && <h2>{t.elsewhere}</h2>}
        {elsewhere.length > 0 && (
          <Grid>
            {elsewhere.map((part) => (
              <Part language={language} {...part} />
            ))}
          </Grid>
        )}
      </Stack>
    </>
  );
}

type PartProps = {
  readonly language: Language;
  readonly title: string;
  readonly about: string;
  readonly fact?: string | undefined;
  readonly href: string;
};

function Part({ language, title, about, fact, href }: PartProps): JSX.Element {
  return (
    <Sheet title={title} intro={fact}>
      <p>{about}</p>
      <ButtonLink href={href}>
        {administrationTexts(language).open} <span class="visually-hidden">{title}</span>
      </ButtonLink>
    </Sheet>
  );
}
