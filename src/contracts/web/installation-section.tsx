import type { Child } from "hono/jsx";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { counted, formatDate, formatMoney } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { contractsOf } from "../db/contracts.ts";
import { costsOf, isRunning, type StandingContract, standing } from "../db/costs.ts";
import { nextNotice } from "../domain/order.ts";
import { StateTag, SupplierName } from "./facts.tsx";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";
import { contractTexts } from "./texts.ts";

/** The contracts that cover an installation, on its page: those that run and what they cost, then those that are to come. */
export async function contractsSection(
  reader: AuthorityReader,
  { id }: { readonly id: string },
  c: AppContext,
  today: LocalDate,
): Promise<Child> {
  const language = c.get("language");
  const t = pageTexts(language).section;
  const contracts = (await contractsOf(reader, { installationId: id }))
    .map((contract) => standing(contract, today))
    .filter(({ term }) => term.state !== "ended");
  const costs = contracts.filter(isRunning).map((contract) => costFor(contract, id));
  const known = costs.filter((cents) => cents !== undefined);
  return (
    <Sheet title={t.title} id="contrats">
      {contracts.length === 0 && <p class="soft">{t.none}</p>}
      {contracts.length > 0 && (
        <ul>
          {contracts.map((contract) => (
            <li>
              <Link href={`${LIST_PATH}/${contract.id}`}>{contract.title}</Link>{" "}
              <StateTag state={contract.term.state} language={language} />
              <div class="soft small">
                <SupplierName contract={contract} />
                {`, ${costInWords(contract, id, c)}${datesInWords(contract, c)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      {known.length > 0 && (
        <p>
          {t.total(
            formatMoney(
              known.reduce((sum, cents) => sum + cents, 0),
              language,
            ),
            counted(known.length, contractTexts(language).noun, language),
            String(costs.length),
          )}
        </p>
      )}
      {agentOfRequest(c).may("manage-inventory") && (
        <p>
          <Link href={`${LIST_PATH}/nouveau?installation=${id}`}>{t.add}</Link>
        </p>
      )}
    </Sheet>
  );
}

function costFor(contract: StandingContract, installationId: string): number | undefined {
  return costsOf(contract).find((each) => each.installationId === installationId)?.cents;
}

function costInWords(contract: StandingContract, id: string, c: AppContext): string {
  const t = pageTexts(c.get("language")).section;
  const cents = costFor(contract, id);
  return cents === undefined ? t.unknownAmount : t.year(formatMoney(cents, c.get("language")));
}

function datesInWords({ term }: StandingContract, c: AppContext): string {
  const language = c.get("language");
  const t = pageTexts(language).section;
  const notice = nextNotice(term);
  const until = term.endsOn === null ? "" : `, ${t.until(formatDate(term.endsOn, language))}`;
  return notice === null ? until : `${until}, ${t.notice(formatDate(notice, language))}`;
}
