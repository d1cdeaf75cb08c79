import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Organisation } from "../domain/source-record.ts";
import { sectionTexts } from "./section-texts.ts";

const SHOWN = 10;
const MOST = 200;

export function UsersSection({ users, language }: { users: readonly Organisation[]; language: Language }): JSX.Element {
  const t = sectionTexts(language);
  const rest = users.slice(SHOWN, MOST);
  return (
    <Sheet title={t.usersTitle} intro={users.length === 0 ? undefined : t.usersIntro}>
      {users.length === 0 && <p class="soft">{t.usersNone}</p>}
      <Organisations users={users.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Details summary={t.usersAll(users.length - SHOWN)}>
          <Organisations users={rest} />
          {users.length > MOST && <p class="soft">{t.usersMore(users.length - MOST)}</p>}
        </Details>
      )}
    </Sheet>
  );
}

function Organisations({ users }: { users: readonly Organisation[] }): JSX.Element | null {
  if (users.length === 0) return null;
  return (
    <ul>
      {users.map(({ name, page, website }) => {
        const href = page ?? website;
        return (
          <li>
            {href === null ? (
              name
            ) : (
              <Link href={href} external>
                {name}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
