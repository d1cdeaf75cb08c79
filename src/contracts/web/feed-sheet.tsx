import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Feed } from "../db/feeds.ts";
import { calendarTexts } from "./calendar-texts.ts";

type Props = { readonly language: Language; readonly feed: Feed | undefined; readonly address: string | undefined };

const MAKE = "/parc/calendrier/adresse";

/** The private address of the reader's calendar: made here, shown once, taken back here. */
export function FeedSheet({ language, feed, address }: Props): JSX.Element {
  const { feed: t } = calendarTexts(language);
  return (
    <Sheet title={t.title} id="agenda" intro={t.intro}>
      {address !== undefined && (
        <Notice kind="success" title={t.madeTitle} live>
          <p>{t.made}</p>
          <TextField name="adresse" label={t.address} value={address} mark={false} spellcheck={false} autocomplete="off" />
        </Notice>
      )}
      {feed === undefined ? (
        <>
          <p>{t.none}</p>
          <ActionForm action={MAKE} variant="secondary">
            {t.make}
          </ActionForm>
        </>
      ) : (
        <>
          {address === undefined && (
            <p>
              {t.has(formatDate(feed.madeAt, language))} {feed.readAt === null ? t.neverRead : t.readOn(formatDate(feed.readAt, language))}
            </p>
          )}
          <ConfirmDialog label={t.remake} title={t.remakeTitle}>
            <p>{t.remakeText}</p>
            <ActionForm action={MAKE}>{t.remake}</ActionForm>
          </ConfirmDialog>
          <ActionForm action="/parc/calendrier/revocation" variant="tertiary">
            {t.revoke}
          </ActionForm>
        </>
      )}
    </Sheet>
  );
}
