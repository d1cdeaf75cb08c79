import { describe, expect, it } from "vitest";
import { aRecord } from "../testing.ts";
import { foldedName, identitiesOf, projectOf, siteOf } from "./identities.ts";

/** What each address names, beside it. */
const repositories = (addresses: readonly string[]): readonly (readonly [string, string | undefined])[] =>
  addresses.map((address) => [address, projectOf(address, true)]);
const all = (addresses: readonly string[], value: string | undefined): ReturnType<typeof repositories> =>
  addresses.map((address) => [address, value]);

describe("the project that an address names", () => {
  it("is one, in whatever way its address is written", () => {
    const spellings = [
      "https://github.com/JeromeDevome/GRR",
      "http://www.github.com/jeromedevome/grr/",
      "https://github.com/JeromeDevome/GRR.git",
      "https://github.com/JeromeDevome/GRR.git/",
      "https://GitHub.com/jeromedevome/grr/tree/master/docs",
      "https://github.com/jeromedevome/grr/blob/main/README.md#use",
      "https://github.com/jeromedevome/grr/releases?page=2",
      "https://github.com/jeromedevome/grr/issues/12",
      "https://github.com/jeromedevome/grr/pulls",
    ];
    expect(repositories(spellings)).toEqual(all(spellings, "github.com/jeromedevome/grr"));
  });

  it("is not another of the same people, nor of the same name elsewhere", () => {
    expect(projectOf("https://github.com/jeromedevome/grr2", true)).toBe("github.com/jeromedevome/grr2");
    expect(projectOf("https://github.com/other/grr", true)).toBe("github.com/other/grr");
    expect(projectOf("https://codeberg.org/jeromedevome/grr", true)).toBe("codeberg.org/jeromedevome/grr");
  });

  it("stands below as many groups as its makers wish on a GitLab", () => {
    for (const host of ["gitlab.com", "gitlab.adullact.net", "gitlab.mairie.example", "framagit.org"]) {
      const project = `${host}/metropole/etat-civil/registre`;
      const pages = ["", ".git", "/", "/-/tree/main/src", "/-/issues", "/tree/master", "/-/wikis/home"];
      const addresses = pages.map((page) => `https://${project}${page}`);
      expect(repositories(addresses)).toEqual(all(addresses, project));
    }
    expect(projectOf("https://gitlab.com/metropole/etat-civil", true)).toBe("gitlab.com/metropole/etat-civil");
  });

  it("is found in each address of SourceForge", () => {
    const addresses = [
      "https://sourceforge.net/projects/FileZilla/",
      "http://www.sourceforge.net/projects/filezilla/files/latest",
      "https://sourceforge.net/p/filezilla/code/",
      "http://filezilla.sourceforge.net/index.html",
    ];
    expect(repositories(addresses)).toEqual(all(addresses, "sourceforge.net/filezilla"));
    for (const none of ["https://sourceforge.net/", "https://www.sourceforge.net/about", "https://sourceforge.net/projects/"])
      expect([none, projectOf(none, true)]).toEqual([none, undefined]);
  });

  it("is none for a page of people or organisations, nor for a forge by itself", () => {
    const none = [
      "https://github.com/etalab",
      "https://github.com/orgs/etalab/repositories",
      "https://github.com/topics/gis",
      "https://github.com/features/actions",
      "https://gitlab.com/groups/incubateur/admin",
      "https://gitlab.com/users/sign_in",
      "https://gitlab.adullact.net/dialog",
      "https://github.com",
      "https://www.codeberg.org/",
      "https://git.example.org/",
      "https://etalab.github.io/project",
      "https://example.org/",
      "git@github.com:etalab/udata.git",
      "ftp://github.com/etalab/udata",
      "javascript:alert(1)",
      "not an address",
      "",
    ];
    expect(repositories(none)).toEqual(all(none, undefined));
  });

  it("is a site's page where it is given as the repository, and not where it is given as the site", () => {
    expect(projectOf("https://example.org/svn/grr", true)).toBe("example.org/svn/grr");
    expect(projectOf("https://example.org/svn/grr", false)).toBeUndefined();
    expect(projectOf("https://github.com/etalab/udata", false)).toBe("github.com/etalab/udata");
  });
});

describe("the site of a software", () => {
  it("is its domain: a software moves within it", () => {
    for (const address of [
      "https://nextcloud.com",
      "http://www.nextcloud.com/fr/",
      "https://docs.nextcloud.com/server",
      "https://nextcloud.com.",
    ])
      expect([address, siteOf(address)]).toEqual([address, "nextcloud.com"]);
  });

  it("is one name more where a domain is everybody's", () => {
    const sites = {
      "https://demarches.interieur.gouv.fr/": "interieur.gouv.fr",
      "https://www.economie.gouv.fr/": "economie.gouv.fr",
      "https://grr.devome.asso.fr": "devome.asso.fr",
      "https://etalab.github.io/udata/": "etalab.github.io",
      "https://docs.qgis.readthedocs.io/fr": "qgis.readthedocs.io",
      "https://civic.gov.uk/x": "civic.gov.uk",
      "https://openmairie.free.fr": "openmairie.free.fr",
    };
    expect(Object.fromEntries(Object.keys(sites).map((address) => [address, siteOf(address)]))).toEqual(sites);
  });

  it("is none on a forge", () => {
    for (const address of ["https://github.com/etalab/udata", "https://sourceforge.net/projects/x", "mailto:a@example.org", "x"])
      expect([address, siteOf(address)]).toEqual([address, undefined]);
  });
});

describe("a folded name", () => {
  it("forgets capitals, accents, punctuation, what stands between parentheses, and a version at the end", () => {
    const spellings = [
      "LibreOffice",
      "LIBRE OFFICE",
      "Libre-Office",
      "LibreOffice 7",
      "LibreOffice 7.5.2",
      "LibreOffice v24.2",
      "LibreOffice (suite)",
    ];
    expect([...new Set(spellings.map(foldedName))]).toEqual(["libreoffice"]);
    expect(foldedName("Démarches simplifiées")).toBe(foldedName("DEMARCHES SIMPLIFIEES"));
    expect(foldedName("De\u0301marches")).toBe(foldedName("Démarches"));
  });

  it("keeps what makes another name", () => {
    expect(["C", "C++", "C#", "3CX", "Log4j", "H5P", "OS2web"].map(foldedName)).toEqual([
      "c",
      "c++",
      "c#",
      "3cx",
      "log4j",
      "h5p",
      "os2web",
    ]);
    expect(foldedName("7-Zip")).not.toBe(foldedName("Zip"));
    expect(foldedName("2048")).toBe("2048");
    expect([foldedName("…"), foldedName("(x)"), foldedName("")]).toEqual(["", "", ""]);
  });
});

describe("the identities of a record", () => {
  it("are its names, its identifiers, its project, and its site with each of its names", () => {
    const identities = identitiesOf(
      aRecord({
        name: "GRR",
        aliases: ["Gestion et Réservation de Ressources", "grr"],
        wikidata: "Q42",
        website: "https://grr.devome.com/fr",
        repository: "https://github.com/JeromeDevome/GRR",
        crossIds: { sill: "12", framalibre: "GRR" },
      }),
    );
    expect(identities.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      "framalibre grr",
      "name gestionetreservationderessources",
      "name grr",
      "repository github.com/jeromedevome/grr",
      "sill 12",
      "site-and-name devome.com gestionetreservationderessources",
      "site-and-name devome.com grr",
      "wikidata Q42",
    ]);
  });

  it("are never the site alone, and none where a record says nothing", () => {
    expect(identitiesOf(aRecord({ name: "Suite", website: "https://www.interieur.gouv.fr" }))).toEqual([
      { kind: "name", value: "suite" },
      { kind: "site-and-name", value: "interieur.gouv.fr suite" },
    ]);
    expect(identitiesOf(aRecord({ name: "…", website: "https://example.org" }))).toEqual([]);
  });

  it("take a name that is an address for a site that it has, or had", () => {
    const moved = { name: "Démarches simplifiées", aliases: ["demarches-simplifiees.fr"], website: "https://demarche.numerique.gouv.fr" };
    const former = { name: "Démarches simplifiées", website: "https://www.demarches-simplifiees.fr/" };
    const sites = (record: Parameters<typeof aRecord>[0]) =>
      identitiesOf(aRecord(record)).flatMap(({ kind, value }) => (kind === "site-and-name" ? [value] : []));
    expect(sites(moved)).toContain("demarches-simplifiees.fr demarchessimplifiees");
    expect(sites(former)).toContain("demarches-simplifiees.fr demarchessimplifiees");
    expect(sites({ name: "Suite", aliases: ["Suite 2.0", "la suite"] })).toEqual([]);
  });

  it("take the project from the site, where the site is a page of a forge", () => {
    expect(identitiesOf(aRecord({ name: "udata", website: "https://github.com/etalab/udata" }))).toContainEqual({
      kind: "repository",
      value: "github.com/etalab/udata",
    });
  });
});
