import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { always, kept, onceFor } from "./kept.tsx";
import { uiTexts, useLanguage, useUiTexts } from "./language.tsx";
import { Link, safeHref } from "./link.tsx";
import { closest, isCurrent, type NavItem, type Shell } from "./shell.ts";

/** A belfry: the bell above, the door below. */
const Belfry = always(() => (
  <svg class="brand-mark" width="30" height="34" viewBox="0 0 30 34" aria-hidden="true" focusable="false">
    <path d="M15 1 23 9v24H7V9z" fill="currentColor" fill-opacity=".18" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
    <path d="M11.5 20a3.5 3.5 0 0 1 7 0v13h-7z" fill="currentColor" />
    <circle cx="15" cy="11.5" r="2.2" fill="currentColor" />
  </svg>
));

function Brand({ shell }: { shell: Shell }): JSX.Element {
  const t = useUiTexts();
  const { authority } = shell;
  return (
    <a class="brand" href="/">
      {authority?.arms === undefined ? <Belfry /> : <img class="brand-mark" src={safeHref(authority.arms)} alt="" width="30" height="34" />}
      <span>
        {t.brand}
        {authority && <small>{authority.name}</small>}
      </span>
    </a>
  );
}

const SignOut = always((language) => (
  <li>
    <form action="/deconnexion" method="post">
      <button type="submit">{uiTexts(language).signOut}</button>
    </form>
  </li>
));

function Account({ shell }: { shell: Shell }): JSX.Element {
  const t = useUiTexts();
  const { person, notifications, switchHref } = shell;
  return (
    <nav class="me" aria-label={t.accountNav}>
      <ul>
        {person === undefined && (
          <li>
            <a href="/connexion">{t.signIn}</a>
          </li>
        )}
        {person && notifications !== undefined && (
          <li>
            <a href="/notifications" aria-current={shell.path.startsWith("/notifications") ? "page" : undefined}>
              {t.notifications(notifications)}
            </a>
          </li>
        )}
        {switchHref !== undefined && (
          <li>
            <Link href={switchHref}>{t.switchAuthority}</Link>
          </li>
        )}
        {person && (
          <li>
            <Link href={person.href ?? "/compte"}>{person.name}</Link>
          </li>
        )}
        {person && <SignOut />}
      </ul>
    </nav>
  );
}

type Marked = { readonly items: readonly NavItem[]; readonly current: readonly NavItem[] };

/** Each item, the current ones marked. */
const MarkedItems = kept(({ items, current }: Marked) => (
  <>
    {items.map((item) => (
      <li>
        <Link href={item.href} current={current.includes(item) ? "page" : undefined}>
          {item.label}
        </Link>
      </li>
    ))}
  </>
));

const marks = onceFor((_items: readonly NavItem[]) => new Map<string, Marked>());

/** One object for the same items with the same ones marked. */
function marked(items: readonly NavItem[], current: readonly NavItem[], language: Language): Marked {
  const known = marks(items, language);
  const key = current.map(({ href }) => href).join(" ");
  const made = known.get(key) ?? { items, current };
  known.set(key, made);
  return made;
}

/** The pages of the part of the application that is being read. */
function PartNav({ part, path }: { part: NavItem; path: string }): JSX.Element {
  const items = part.parts ?? [];
  const here = closest(items, path);
  return (
    <nav class="part-nav" aria-label={part.label}>
      <ul class="wrap part-nav-items">
        <MarkedItems of={marked(items, here === undefined ? [] : [here], useLanguage())} />
      </ul>
    </nav>
  );
}

export function Masthead({ shell }: { shell: Shell }): JSX.Element {
  const t = useUiTexts();
  const nav = shell.nav ?? [];
  const current = nav.filter((item) => isCurrent(item, shell.path));
  const part = current.find((item) => (item.parts?.length ?? 0) > 1);
  return (
    <header class="masthead">
      {shell.authority?.isDemo && <p class="demo">{t.demo}</p>}
      <div class="wrap">
        <Brand shell={shell} />
        {nav.length > 0 && (
          <nav class="main-nav" aria-label={t.mainNav}>
            <ul>
              <MarkedItems of={marked(nav, current, shell.language)} />
            </ul>
          </nav>
        )}
        <Account shell={shell} />
      </div>
      {part && <PartNav part={part} path={shell.path} />}
    </header>
  );
}
