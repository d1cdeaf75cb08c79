import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatList, formatNumber, formatPercent } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { isReconstituted, yearAgo } from "../domain/months.ts";
import type { NextStep } from "../domain/next-steps.ts";
import { ratioOf, type Share } from "../domain/share.ts";
import type { ElectedView } from "../usecases/view-elected.ts";
import { amountOf, ShareBar, ShareLegend } from "./bars.tsx";
import { monthName } from "./month-name.ts";
import { Headline, OPENNESS_PATH } from "./openness-page.tsx";
import { momentsOf, ShareCurve } from "./over-time.tsx";
import { electedTexts } from "./texts.ts";

export type ElectedPageProps = { readonly view: ElectedView; readonly authority: string; readonly language: Language };

/** What an elected official needs to know, on one sheet: figures in sentences, what changed, what to decide. */
export function ElectedPage({ view, authority, language }: ElectedPageProps): JSX.Element {
  const t = electedTexts(language);
  const date = formatDate(view.today, language);
  return (
    <div class="one-sheet">
      <Title title={t.title} lead={t.of(authority, date)} />
      <p class="one-sheet-headline">
        <Headline view={view} language={language} />
      </p>
      <p class="soft">{t.whatIsFree}</p>
      <ShareLegend language={language} />
      <div class="grid one-sheet-figures">
        <Figures view={view} language={language} />
      </div>
      <div class="one-sheet-rest">
        <Change view={view} language={language} />
        <Steps steps={view.steps} language={language} />
      </div>
      <p class="soft small">{t.method(date)}</p>
      <p class="small no-print">
        {t.prints} <Link href={OPENNESS_PATH}>{t.all}</Link>
      </p>
    </div>
  );
}

type ViewProps = Omit<ElectedPageProps, "authority">;

function Figures({ view: { declared, observed }, language }: ViewProps): JSX.Element {
  const t = electedTexts(language);
  const observedOn = observed === null ? undefined : t.observedOn(formatDate(observed.measuredOn, language));
  const { bySoftware, byUser, byCost } = declared;
  const withoutCost = byCost === null || byCost.uncounted === 0 ? undefined : t.withoutCost(byCost.uncounted);
  return (
    <>
      <OneFigure name={t.softwareName} share={bySoftware} sentence={t.software} none={t.noSoftware} language={language} />
      <OneFigure name={t.userName} share={byUser} sentence={t.user} none={t.noUsers} language={language} />
      <OneFigure name={t.costName} share={byCost ?? undefined} sentence={t.cost} none={t.noCost} note={withoutCost} language={language} />
      <OneFigure
        name={t.systemName}
        share={observed?.measures.systems}
        sentence={t.system}
        none={t.noSystem}
        note={observedOn}
        language={language}
      />
    </>
  );
}

type OneFigureProps = {
  readonly name: string;
  readonly share: Share | undefined;
  readonly sentence: (ratio: string) => string;
  readonly none: string;
  readonly note?: string | undefined;
  readonly language: Language;
};

function OneFigure({ name, share, sentence, none, note, language }: OneFigureProps): JSX.Element {
  const t = electedTexts(language);
  const ratio = share === undefined ? undefined : ratioOf(share);
  if (share === undefined || ratio === undefined) {
    return (
      <Sheet title={name}>
        <p class="fig-value one-sheet-value">{t.nothing}</p>
        <p class="soft small">{none}</p>
      </Sheet>
    );
  }
  const amount = (value: number): string => amountOf(value, share.unit, language);
  return (
    <Sheet title={name}>
      <p class="fig-value one-sheet-value num">{t.value(amount(share.free), amount(share.known))}</p>
      <ShareBar label={name} share={share} language={language} />
      <p class="small">
        {sentence(formatPercent(ratio, language))}
        {share.all > share.known && ` ${t.unknown(amount(share.all - share.known))}`}
        {note !== undefined && ` ${note}`}
      </p>
    </Sheet>
  );
}

function Change({ view, language }: ViewProps): JSX.Element {
  const t = electedTexts(language);
  const { months, declared, observed, today } = view;
  const then = yearAgo(months, today);
  if (then?.declared === undefined || then.declared === null) {
    return (
      <Sheet title={t.changeTitle}>
        <p>{t.noChange}</p>
      </Sheet>
    );
  }
  const [before, now] = [then.declared.byInstallation, declared.byInstallation];
  const state = ({ free, known }: Share): string => t.state(formatNumber(free, language), formatNumber(known, language), free);
  const moments = momentsOf({ months, now: { declared, observed: observed?.measures ?? null }, today, language }, "installations");
  return (
    <Sheet title={t.changeTitle}>
      <p>
        {t.change(monthName(then.month, language), state(before), state(now))} {difference(now.free - before.free, language)}{" "}
        {isReconstituted(then) && <span class="soft small">{t.reconstituted}</span>}
      </p>
      <ShareCurve moments={moments} followed="installations" today={today} language={language} />
    </Sheet>
  );
}

function difference(free: number, language: Language): string {
  const t = electedTexts(language);
  if (free === 0) return t.same;
  return free > 0 ? t.more(free) : t.fewer(-free);
}

function Steps({ steps, language }: { steps: readonly NextStep[]; language: Language }): JSX.Element {
  const t = electedTexts(language);
  return (
    <Sheet title={steps.length === 0 ? t.stepsTitle : t.steps(steps.length)}>
      {steps.length === 0 ? (
        <p>{t.noSteps}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <li>{stepInWords(step, language)}</li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}

function stepInWords(step: NextStep, language: Language): string {
  const t = electedTexts(language);
  const names = (alternatives: readonly string[]): string => formatList(alternatives, language);
  const on = (day: LocalDate): string => formatDate(day, language);
  if (step.kind === "notice") return t.notice(step.name, on(step.noticeBy), names(step.alternatives));
  if (step.kind === "pilot") return t.pilot(step.name, step.users, step.others);
  if (step.kind === "unknown") return t.unknownStep(step.count);
  return t.replaceable(step.name, counted(step.users, t.users, language), names(step.alternatives));
}
