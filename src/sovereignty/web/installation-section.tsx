import type { Child } from "hono/jsx";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { QUESTIONS } from "../domain/grid.ts";
import { readGridOf } from "../usecases/read-grid.ts";
import { AnswerMark } from "./answer-mark.tsx";
import { GRID_PATH } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";

/** The six answers in short, beside an installation. */
export async function sovereigntySection(
  reader: AuthorityReader,
  { id, state }: { readonly id: string; readonly state: string },
  c: AppContext,
): Promise<Child> {
  const row = state === "retired" ? undefined : await readGridOf(reader, id);
  if (row === undefined) return null;
  const language = c.get("language");
  const t = gridTexts(language);
  return (
    <Sheet title={t.section.title} id="souverainete">
      <dl class="answers">
        {QUESTIONS.map((question) => (
          <div>
            <dt>{t.short[question]}</dt>
            <dd>
              <AnswerMark answer={row.grid[question].answer} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="small">
        <Link href={`${GRID_PATH}/${id}`}>{t.section.see}</Link>
      </p>
    </Sheet>
  );
}
