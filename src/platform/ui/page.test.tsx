import { describe, expect, it } from "vitest";
import { documentOf } from "./document.ts";
import { Gallery } from "./gallery.tsx";
import { Page } from "./page.tsx";
import { closest, isCurrent, type Shell } from "./shell.ts";
import { htmlOf, tagWith } from "./testing.ts";
import { en } from "./texts.en.ts";
import { fr } from "./texts.fr.ts";

const SHELL: Shell = {
  assets: { styles: "/a.css", client: "/a.js", font: "/a.woff2" },
  language: "fr",
  path: "/demandes/12?onglet=fil",
  authority: { name: "Ville de Valmontel", isDemo: false },
  nav: [
    { href: "/", label: "Accueil" },
    { href: "/demandes", label: "Demandes" },
  ],
  person: { name: "Nadia Ferrand" },
  notifications: 3,
};

describe("a page", () => {
  it("is a document with its language, its landmarks and a way past the menu", async () => {
    const html = await documentOf(
      <Page title="Demandes" shell={SHELL}>
        <h1>Demandes</h1>
      </Page>,
    );
    expect(html.startsWith(`<!doctype html><html lang="fr">`)).toBe(true);
    expect(html).toContain("<title>Demandes · Ville de Valmontel · Beffroi</title>");
    for (const landmark of ["<header", "<main", "<footer", "<nav"]) expect(html).toContain(landmark);
    expect(html).toContain(`href="#contenu"`);
    expect(tagWith(html, "<main")).toContain(`id="contenu"`);
    expect(html).toContain("3 notifications");
  });

  it("has no inline script or style, which the CSP would refuse", async () => {
    const html = await documentOf(
      <Page title="Composants" shell={SHELL}>
        <Gallery language="fr" />
      </Page>,
    );
    expect(html).not.toMatch(/ style="|<style|<script(?! type="module" src=)| on[a-z]+="/);
  });

  it("has each id once, the whole gallery included", async () => {
    const html = await documentOf(
      <Page title="Composants" shell={SHELL}>
        <Gallery language="en" />
      </Page>,
    );
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const described = [...html.matchAll(/\saria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap((match) => (match[1] ?? "").split(" "));
    expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("shows where one is in the menu, also under it", () => {
    expect(isCurrent({ href: "/demandes", label: "" }, "/demandes/12?x=1")).toBe(true);
    expect(isCurrent({ href: "/demandes", label: "" }, "/demandes-2")).toBe(false);
    expect(isCurrent({ href: "/", label: "" }, "/demandes")).toBe(false);
    const sources = { href: "/catalogue/sources", label: "", also: ["/catalogue/imports"] };
    const software = { href: "/catalogue", label: "" };
    expect(isCurrent(sources, "/catalogue/imports-2")).toBe(false);
    expect(closest([software, sources], "/catalogue/imports/12")).toBe(sources);
    expect(closest([software, sources], "/catalogue/glpi")).toBe(software);
  });

  it("says on every page that a demonstration is one, and only then", async () => {
    expect(await htmlOf(<Page title="x" shell={SHELL} />)).not.toContain("Démonstration");
    expect(await htmlOf(<Page title="x" shell={{ ...SHELL, authority: { name: "Valmontel", isDemo: true } }} />)).toContain(
      "Démonstration",
    );
  });

  it("offers to sign in when signed out, to sign out when signed in", async () => {
    const { person: _, ...signedOut } = SHELL;
    expect(await htmlOf(<Page title="x" shell={signedOut} />)).toContain(`href="/connexion"`);
    expect(await htmlOf(<Page title="x" shell={SHELL} />)).toContain(`action="/deconnexion" method="post"`);
  });

  it("changes language by a form that comes back where one was", async () => {
    const html = await htmlOf(<Page title="x" shell={{ ...SHELL, language: "en" }} />);
    expect(html).toContain(`<html lang="en">`);
    expect(tagWith(html, `name="retour"`)).toContain(`value="/demandes/12?onglet=fil"`);
    expect(tagWith(html, `name="langue"`)).toContain(`value="fr" lang="fr"`);
  });
});

it("speaks English as completely as French", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  const french = Object.values(fr).filter((text) => typeof text === "string");
  expect(french.filter((text) => / [;:!?»]|« /.test(text))).toEqual([]);
});
