import { describe, expect, it } from "vitest";
import { readCnll } from "./cnll.ts";
import { readComptoir } from "./comptoir.ts";

const NO_LINKS = { website: null, repository: null, wikidata: [], sill: [], wikipedia: [], cnll: [], framalibre: [] };
const PAGE = "https://comptoir-du-libre.org/fr/softwares/33";

describe("the export of the Comptoir du Libre", () => {
  it("takes an absent link, written as an empty list, for none", () => {
    const { records, warnings } = readComptoir({ softwares: [{ id: 33, url: PAGE, name: "LibreOffice", external_resources: NO_LINKS }] });
    expect(warnings).toEqual([]);
    expect(records).toMatchObject([{ key: "33", website: null, repository: null, wikidata: null, crossIds: { comptoir: "33" } }]);
  });

  it("finds the identifiers elsewhere in objects and in addresses", () => {
    const asObjects = {
      ...{
        wikidata: { id: "Q10135", url: "https://www.wikidata.org/wiki/Q10135" },
        sill: { id: 78, url: "https://sill.exemple.fr/fr/software?id=78" },
      },
      ...{
        wikipedia: { url: "https://fr.wikipedia.org/wiki/LibreOffice", i18n_url: {} },
        framalibre: { slug: "libreoffice", url: "https://x.fr" },
      },
      cnll: { url: "https://annuaire.cnll.fr/solutions/libreoffice" },
    };
    const asAddresses = {
      ...{ wikidata: "https://www.wikidata.org/wiki/Q10135", sill: ["https://sill.exemple.fr/fr/software?id=78"] },
      ...{ wikipedia: "https://fr.wikipedia.org/wiki/LibreOffice", framalibre: "https://framalibre.org/notices/libreoffice.html" },
      cnll: "https://annuaire.cnll.fr/solutions/libreoffice",
    };
    for (const external_resources of [asObjects, asAddresses])
      expect(readComptoir([{ id: 33, name: "LibreOffice", external_resources }]).records).toMatchObject([
        {
          wikidata: "Q10135",
          crossIds: { comptoir: "33", sill: "78", framalibre: "libreoffice", cnll: "libreoffice", wikipedia: "fr:LibreOffice" },
        },
      ]);
  });

  it("gives the organisations that use and serve it", () => {
    const users = [
      { id: 1, url: "https://comptoir-du-libre.org/fr/users/1", name: "Ville d’Arles", type: "Administration", external_resources: [] },
    ];
    const providers = [
      { id: 2, url: "https://comptoir-du-libre.org/fr/users/2", name: "Coopérative", external_resources: { website: "https://coop.fr" } },
    ];
    expect(
      readComptoir({ softwares: [{ id: 9, name: "X", users, providers: [...providers, ...providers, "Seule", null, {}] }] }),
    ).toMatchObject({
      records: [
        {
          users: [{ name: "Ville d’Arles", siren: null, website: null, page: "https://comptoir-du-libre.org/fr/users/1" }],
          providers: [{ name: "Coopérative", website: "https://coop.fr" }, { name: "Seule" }],
        },
      ],
      warnings: [{ where: "softwares[0]", key: "9", name: "X", field: "providers", problem: "no-name" }],
    });
  });

  it("takes an address that is wrongly encoded as it is", () => {
    const external_resources = { framalibre: "https://framalibre.org/content/100%", wikipedia: "https://fr.wikipedia.org/wiki/%E0%A4%A" };
    expect(readComptoir([{ id: 1, name: "A", external_resources }]).records[0]?.crossIds).toMatchObject({
      ...{ framalibre: "100%", wikipedia: "fr:%E0%A4%A" },
    });
  });

  it("gives fifty organisations at most, and says that there were more", () => {
    const { records, warnings } = readComptoir([
      { id: 1, name: "A", users: Array.from({ length: 60 }, (_, rank) => ({ name: `Ville ${rank}` })) },
    ]);
    expect([records[0]?.users.length, warnings]).toEqual([50, [{ where: "1", key: "1", name: "A", field: "users", problem: "too-many" }]]);
  });

  it("says where what it leaves out was", () => {
    const softwares = [null, { id: 1, licence: "MIT" }, { id: 2, name: "n".repeat(300) }, { id: 3, name: "A" }, { id: 3, name: "B" }];
    expect(readComptoir({ softwares }).skipped.map(({ where, reason }) => [where, reason.kind])).toEqual([
      ["softwares[0]", "not-an-object"],
      ["softwares[1]", "no-name"],
      ["softwares[2]", "too-long"],
      ["softwares[4]", "repeated-key"],
    ]);
  });

  it("refuses another format as a whole", () => {
    for (const content of [null, 3, "x", { a: 1 }, [{ i: "GLPI" }], [1, 2]])
      expect(readComptoir(content)).toMatchObject({ records: [], skipped: [{ reason: { kind: "not-this-format" } }] });
    expect(readComptoir({ softwares: [] })).toMatchObject({ records: [], skipped: [] });
  });
});

describe("the companies of the CNLL", () => {
  it("stand under the number of the software in the State's list", () => {
    const prestataires = [{ nom: "Société", siren: "732829320", url: "https://annuaire.cnll.fr/societes/732829320" }];
    expect(readCnll([{ nom: "GLPI", sill_id: 54, prestataires }]).records).toMatchObject([
      {
        ...{ key: "54", name: "GLPI", crossIds: { sill: "54" } },
        providers: [{ name: "Société", siren: "732829320", website: null, page: "https://annuaire.cnll.fr/societes/732829320" }],
      },
    ]);
  });

  it("have no SIREN where its check digit is wrong", () => {
    const { records, warnings } = readCnll([{ nom: "GLPI", sill_id: 54, prestataires: [{ nom: "Société", siren: "732829321" }] }]);
    expect(records[0]?.providers).toEqual([{ name: "Société", siren: null, website: null, page: null }]);
    expect(warnings).toEqual([{ where: "1", key: "54", name: "GLPI", field: "prestataires.siren", problem: "not-a-siren" }]);
  });
});
