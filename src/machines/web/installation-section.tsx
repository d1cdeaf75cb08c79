import type { Child } from "hono/jsx";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { counted, formatDate } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { machinesWithSoftware, machineTotals } from "../db/observed.ts";
import { recognisedSoftware } from "../usecases/load-mapping.ts";
import { machineTexts } from "./texts.ts";

/** On how many machines an installation's software is seen. Nothing when no machine could tell: no agent, or no rule knows the software. */
export async function observedSection(
  reader: AuthorityReader,
  { softwareSlug }: { readonly softwareSlug: string | null },
  c: AppContext,
): Promise<Child> {
  if (softwareSlug === null) return undefined;
  const { withSoftware, asOf } = await machineTotals(reader);
  if (withSoftware === 0 || asOf === null) return undefined;
  const machines = await machinesWithSoftware(reader, softwareSlug);
  if (machines === 0 && !recognisedSoftware().has(softwareSlug)) return undefined;
  const language = c.get("language");
  const { section: t, noun } = machineTexts(language);
  return (
    <Sheet title={t.title}>
      {machines === 0 ? (
        <p>{t.never(counted(withSoftware, noun, language))}</p>
      ) : (
        <p>
          {t.on(counted(machines, noun, language), formatDate(asOf, language))}{" "}
          <Link href={`/parc/postes?logiciel=${softwareSlug}`}>{t.see}</Link>
        </p>
      )}
    </Sheet>
  );
}
