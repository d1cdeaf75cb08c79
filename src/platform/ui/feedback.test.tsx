import { describe, expect, it } from "vitest";
import { Conflict } from "./conflict.tsx";
import { ConfirmDialog } from "./dialog.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Figure } from "./figure.tsx";
import { ButtonLink, Link, safeHref } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { JobProgress } from "./progress.tsx";
import { Sparkline } from "./sparkline.tsx";
import { Term } from "./term.tsx";
import { htmlOf, tagWith } from "./testing.ts";

describe("links", () => {
  it("follow addresses of the site and of the web", () => {
    for (const href of ["/demandes", "?tri=nom", "#haut", "https://exemple.fr/é", "mailto:a@exemple.fr", "demandes/1"])
      expect(safeHref(href)).toBe(href);
  });

  it("never run what data holds", async () => {
    for (const href of [
      "javascript:alert(1)",
      " JaVaScRiPt:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "\u0001javascript:x",
    ]) {
      expect(safeHref(href)).toBeUndefined();
      expect(await htmlOf(<Link href={href}>x</Link>)).not.toContain("href");
      expect(await htmlOf(<ButtonLink href={href}>x</ButtonLink>)).not.toContain("href");
    }
  });

  it("say that they leave the site", async () => {
    const html = await htmlOf(
      <Link href="https://exemple.fr" external>
        x
      </Link>,
    );
    expect(html).toContain("noreferrer");
    expect(html).toContain("(site externe)");
  });
});

describe("what the page answers", () => {
  it("announces what just happened, not what was there", async () => {
    expect(await htmlOf(<Notice>x</Notice>)).not.toContain("role=");
    expect(await htmlOf(<Notice live>x</Notice>)).toContain(`role="status"`);
    expect(await htmlOf(<Notice live kind="danger" />)).toContain(`role="alert"`);
  });

  it("says the kind of a remark in words", async () => {
    expect(await htmlOf(<Notice kind="warning">x</Notice>)).toContain("Attention");
  });

  it("counts errors, links each to its field, and can take the focus", async () => {
    const html = await htmlOf(
      <ErrorSummary
        errors={[
          { field: "titre", message: "A" },
          { field: "", message: "B" },
        ]}
      />,
    );
    expect(html).toContain("Il y a 2 erreurs dans ce formulaire");
    expect(html).toContain(`<a href="#champ-titre">A</a>`);
    expect(html).toContain("<li>B</li>");
    expect(tagWith(html, `role="alert"`)).toContain(`tabindex="-1"`);
  });

  it("shows both versions of a conflict", async () => {
    const html = await htmlOf(
      <Conflict changedBy="Karim" changedAt="2026-11-21T09:30:00Z" fields={[{ label: "Titre", yours: "le mien", theirs: "" }]} />,
    );
    expect(html).toContain("le mien");
    expect(html).toContain("Vide");
    expect(html).toContain("Modifié par Karim, 21 novembre 2026 à 10:30");
  });

  it("asks again in a section that opens without JavaScript", async () => {
    const html = await htmlOf(<ConfirmDialog label="Écarter" title="Écarter ?" open />);
    expect(html).toContain(`<details open="">`);
    expect(html).toContain("<summary");
  });
});

describe("what lasts and what counts", () => {
  it("shows how far a job went, and a way to stop it while it runs", async () => {
    const running = await htmlOf(
      <JobProgress id="j" label="Import" state="running" done={5} total={10} stopAction="/stop" refreshHref="/j" />,
    );
    expect(running).toContain(`<label for="j-barre">`);
    expect(running).toContain("5 sur 10");
    expect(running).toContain(`action="/stop"`);
    const done = await htmlOf(<JobProgress id="j" label="Import" state="done" done={10} total={10} stopAction="/stop" refreshHref="/j" />);
    expect(done).not.toContain("/stop");
    expect(done).not.toContain("data-every");
  });

  it("never shows a figure without its denominator and its date", async () => {
    const html = await htmlOf(<Figure title="Part du libre" value="71 %" of="64 sur 90" date="2026-11-01" />);
    expect(html).toContain("64 sur 90");
    expect(html).toContain(`<time datetime="2026-11-01">au 1er novembre 2026</time>`);
  });

  it("gives a curve its sentence and its table", async () => {
    const html = await htmlOf(
      <Sparkline
        label="De 1 à 2"
        points={[
          { at: "2026-01-01", value: 1 },
          { at: "2026-02-01", value: 2 },
        ]}
      />,
    );
    expect(tagWith(html, `role="img"`)).toContain(`aria-label="De 1 à 2"`);
    expect(html).toContain("1er février 2026");
    expect(html).not.toContain("NaN");
  });

  it("says what is there and what is missing", async () => {
    const html = await htmlOf(
      <EvidenceList
        items={[
          { done: true, label: "A" },
          { done: false, label: "B" },
        ]}
      />,
    );
    expect(html).toContain("1 sur 2 réunis.");
    expect(html).toContain("Fait");
    expect(html).toContain("Manque");
  });

  it("ties a word to its definition without a script", async () => {
    const html = await htmlOf(<Term definition="Ce que c’est">SPDX</Term>);
    const id = /popovertarget="([^"]+)"/.exec(html)?.[1];
    expect(id).toBeDefined();
    expect(tagWith(html, `id="${id}"`)).toContain(`popover="auto"`);
  });
});
