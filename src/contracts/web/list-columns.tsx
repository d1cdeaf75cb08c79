import type { Child } from "hono/jsx";
import type { Language } from "#src/kernel/language.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import type { Column } from "#src/platform/ui/table.tsx";
import type { StandingContract } from "../db/costs.ts";
import { nextNotice } from "../domain/order.ts";
import { day, money, StateTag } from "./facts.tsx";
import { LIST_PATH } from "./listing.ts";
import { contractTexts } from "./texts.ts";

const NAMED = 2;

export function columnsIn(language: Language): readonly Column<StandingContract>[] {
  const t = contractTexts(language);
  return [
    {
      key: "titre",
      label: t.list.contract,
      sortable: true,
      render: ({ id, title, supplierName, kind }) => (
        <>
          <Link href={`${LIST_PATH}/${id}`}>{title}</Link>
          <div class="soft small">{`${supplierName}, ${t.kinds[kind].toLocaleLowerCase(language)}`}</div>
        </>
      ),
    },
    { key: "couvre", label: t.list.covers, render: (contract) => coversInShort(contract, language) },
    { key: "etat", label: t.list.state, render: ({ term }) => <StateTag state={term.state} language={language} /> },
    {
      key: "fin",
      label: t.list.end,
      sortable: true,
      whole: true,
      render: ({ term }) => (
        <>
          {day(term.endsOn, language, t.list.noEnd)}
          {term.renewals > 0 && <div class="soft small">{t.list.renewedTimes(term.renewals)}</div>}
        </>
      ),
    },
    {
      key: "preavis",
      label: t.list.notice,
      sortable: true,
      whole: true,
      render: ({ term }) => {
        const notice = nextNotice(term);
        if (notice === null) return <span class="soft">{t.list.noNotice}</span>;
        return term.state === "notice-due" ? <b>{formatDate(notice, language)}</b> : formatDate(notice, language);
      },
    },
    {
      key: "montant",
      label: t.list.amount,
      sortable: true,
      align: "end",
      whole: true,
      render: ({ yearlyAmount }) => money(yearlyAmount, language),
    },
  ];
}

/** « Koha, QGIS et 3 autres ». */
function coversInShort({ covers }: StandingContract, language: Language): Child {
  const t = contractTexts(language);
  if (covers.length === 0) return <span class="soft">{t.list.coversNothing}</span>;
  const named = covers.slice(0, NAMED).map(({ name }) => name);
  const more = covers.length - named.length;
  return more === 0 ? named.join(", ") : `${named.join(", ")} ${t.list.others(more)}`;
}
