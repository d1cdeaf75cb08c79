import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { formatLongDate } from "#src/platform/ui/format.ts";
import { Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { TodoList } from "#src/platform/ui/todo-list.tsx";
import type { HomeLine } from "#src/requests/public.ts";
import { HomeFigures } from "./figures.tsx";
import { firstNameOf } from "./first-name.ts";
import { FirstSteps } from "./first-steps.tsx";
import type { HomeView } from "./home-view.ts";
import { homeTexts } from "./texts.ts";
import { draftTodo, requestTodo, WAITING, waitingFor, waitingTodos } from "./todos.ts";

export type HomePageProps = { readonly view: HomeView; readonly agent: Agent; readonly today: LocalDate };

const SHOWN = 5;

/** What waits for the reader, then where things stand. */
export function HomePage(props: HomePageProps): JSX.Element {
  const { view, agent, today } = props;
  const { language } = agent;
  const t = homeTexts(language);
  const date = formatLongDate(today, language);
  const waiting = view.requests.isNew || !agent.may("submit-request") ? "" : t.waiting(waitingFor(view.requests));
  return (
    <>
      <Title
        title={t.hello(firstNameOf(agent.name))}
        lead={`${date.charAt(0).toLocaleUpperCase(language)}${date.slice(1)}. ${waiting}`}
        actions={waysOf(view, agent)}
      />
      <TwoColumns aside={<HomeFigures view={view} today={today} language={language} />} asideLabel={t.figures}>
        {view.requests.isNew ? <FirstSteps view={view} agent={agent} /> : <ToYou {...props} />}
        <Drafts {...props} />
        {!view.requests.isNew && <Requests {...props} />}
      </TwoColumns>
    </>
  );
}

/** What each role comes for, one press away: a need to state, the page made for those who decide, where the data lies. */
function waysOf({ requests: { isNew } }: HomeView, agent: Agent): JSX.Element | undefined {
  const t = homeTexts(agent.language);
  // First steps lead to it already.
  if (agent.may("submit-request")) return isNew ? undefined : <ButtonLink href="/demandes/nouvelle">{t.newRequest}</ButtonLink>;
  return (
    <>
      {agent.roles.includes("elected-official") && (
        <ButtonLink href="/parc/part-du-libre/elus" variant="primary">
          {t.seeSharesElected}
        </ButtonLink>
      )}
      {agent.roles.includes("data-protection-officer") && (
        <ButtonLink href="/parc/souverainete" variant="primary">
          {t.seeData}
        </ButtonLink>
      )}
      {!isNew && <ButtonLink href="/demandes?etat=decidees">{t.seeDecisions}</ButtonLink>}
    </>
  );
}

/** Nothing for those who only read: nothing ever waits for them. */
function ToYou({ view: { requests }, agent, today }: HomePageProps): JSX.Element | null {
  if (!agent.may("submit-request")) return null;
  const { language } = agent;
  const t = homeTexts(language);
  const { countersign, confirm, review } = requests;
  const more = [
    ...(isCut(countersign) ? [{ href: "/demandes?etat=a-contresigner&tri=echeance", label: t.allToCountersign(countersign.total) }] : []),
    ...(isCut(confirm) ? [{ href: "/demandes?miennes=oui&a-confirmer=oui", label: t.allToConfirm(confirm.total) }] : []),
    ...(isCut(review) ? [{ href: "/demandes?etat=en-cours&tri=echeance", label: t.moreToReview(review.total - review.lines.length) }] : []),
  ];
  return (
    <Sheet title={t.toYou}>
      {waitingFor(requests) === 0 ? <p class="soft">{t.nothingText}</p> : <TodoList items={waitingTodos(requests, language, today)} />}
      {more.map(({ href, label }) => (
        <p class="small">
          <Link href={href}>{label}</Link>
        </p>
      ))}
    </Sheet>
  );
}

function isCut({ lines, total }: { readonly lines: readonly unknown[]; readonly total: number }): boolean {
  return total > lines.length;
}

function Drafts({ view: { requests }, agent: { language } }: HomePageProps): JSX.Element | null {
  if (requests.draft.lines.length === 0) return null;
  return (
    <Sheet title={homeTexts(language).drafts}>
      <TodoList items={requests.draft.lines.map((draft) => draftTodo(draft, language))} />
    </Sheet>
  );
}

/** One's own, then the others that are in progress; what is said above is not said again. */
function Requests({ view, agent: { language }, today }: HomePageProps): JSX.Element {
  const t = homeTexts(language);
  const { mine, current } = view.requests;
  const said = new Set([...WAITING.flatMap((section) => view.requests[section].lines), ...mine.lines].map(({ id }) => id));
  const others = current.filter(({ id }) => !said.has(id)).slice(0, SHOWN);
  const list = (lines: readonly HomeLine[]): JSX.Element => <TodoList items={lines.map((line) => requestTodo(line, language, today))} />;
  return (
    <Stack>
      {mine.lines.length > 0 && (
        <Sheet title={t.mine}>
          {list(mine.lines)}
          {isCut(mine) && (
            <p class="small">
              <Link href="/demandes?miennes=oui">{t.allMine(mine.total)}</Link>
            </p>
          )}
        </Sheet>
      )}
      <Sheet title={view.ofDepartment ? t.currentOfDepartment : t.current}>
        {others.length === 0 ? <p class="soft">{t.noCurrent}</p> : list(others)}
        <p class="small">
          <Link href="/demandes">{t.allRequests}</Link>
        </p>
      </Sheet>
    </Stack>
  );
}
