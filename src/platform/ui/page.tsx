import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { AssetUrls } from "./assets.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { Hidden } from "./field.tsx";
import { always, kept } from "./kept.tsx";
import { LanguageProvider, uiTexts } from "./language.tsx";
import { Link } from "./link.tsx";
import { Masthead } from "./masthead.tsx";
import { Notice, type NoticeKind } from "./notice.tsx";
import type { Shell } from "./shell.ts";
import { UniqueIdProvider } from "./unique-id.tsx";

export type PageProps = {
  /** In the browser's tab; the page's `h1` is its own, with `Title`. */
  title: string;
  shell: Shell;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** What the last action did, said once. */
  flash?: { kind: NoticeKind; text: string } | undefined;
  /** Kept out of search engines; public pages say false. */
  noindex?: boolean | undefined;
  children?: Child;
};

function Footer({ shell }: { shell: Shell }): JSX.Element {
  const t = uiTexts(shell.language);
  const other = shell.language === "fr" ? "en" : "fr";
  return (
    <footer class="foot">
      <div class="wrap">
        <ul>
          <li>
            <a href="/accessibilite">{t.accessibility}</a>
          </li>
          <li>
            <Link href={shell.sourceHref ?? "/source"}>{t.sourceCode}</Link>
          </li>
          <li>{t.licence}</li>
          {shell.version !== undefined && (
            <li>
              {t.version} {shell.version}
            </li>
          )}
        </ul>
        <form action="/langue" method="post">
          <Hidden name="retour" value={shell.path} />
          <button type="submit" name="langue" value={other} lang={other}>
            {t.otherLanguage}
          </button>
        </form>
      </div>
    </footer>
  );
}

const Settings = always(() => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
  </>
));

const Assets = kept(({ font, styles, icon, client }: AssetUrls) => (
  <>
    <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={styles} />
    {icon !== undefined && <link rel="icon" href={icon} />}
    <script type="module" src={client} />
  </>
));

/** A whole HTML document. Answer it with `c.html(<Page …/>)`: it needs `<!doctype html>` in front, which `documentOf` puts. */
export function Page({ title, shell, breadcrumbs, flash, noindex = true, children }: PageProps): JSX.Element {
  const { assets, language } = shell;
  const t = uiTexts(language);
  return (
    <html lang={language}>
      <head>
        <Settings />
        {noindex && <meta name="robots" content="noindex" />}
        <title>{[title, shell.authority?.name, t.brand].filter((part) => part !== undefined).join(" · ")}</title>
        <Assets of={assets} />
      </head>
      <body>
        <LanguageProvider language={language}>
          <UniqueIdProvider>
            <a class="skip" href="#contenu">
              {t.skip}
            </a>
            <Masthead shell={shell} />
            <div class="wrap">
              {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
              <main id="contenu" tabindex={-1}>
                {flash && (
                  <Notice kind={flash.kind} live>
                    <p>{flash.text}</p>
                  </Notice>
                )}
                {children}
              </main>
            </div>
            <Footer shell={shell} />
          </UniqueIdProvider>
        </LanguageProvider>
      </body>
    </html>
  );
}
