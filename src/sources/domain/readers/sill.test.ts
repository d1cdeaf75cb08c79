import { describe, expect, it } from "vitest";
import { readSill } from "./sill.ts";

const NEWEST = { id: "1", i: "GLPI", l: "GPL-2.0-only", st: "R", y: "2021 ; 2022", co: "35" };

describe("the list of the State", () => {
  it("gives what it says of a software", () => {
    const told = {
      ...{
        "fr-desc": "Gestion de parc",
        "en-desc": "Asset management",
        website: "https://glpi-project.org",
        sources: "https://github.com/glpi-project/glpi",
      },
      ...{
        f: "Gestion de parc et suivi d'incidents",
        c: "Gestion de configuration",
        frama: { "encoded-name": "notepad%2B%2B", name: "x" },
      },
    };
    const { records, skipped, warnings } = readSill([{ ...NEWEST, ...told }]);
    expect(skipped).toEqual([]);
    expect(warnings).toEqual([]);
    expect(records).toMatchObject([
      {
        ...{ key: "1", name: "GLPI", licences: ["GPL-2.0-only"], descriptionFr: "Gestion de parc", descriptionEn: "Asset management" },
        terms: ["Gestion de parc et suivi d'incidents", "Gestion de configuration"],
        crossIds: { sill: "1", comptoir: "35", framalibre: "notepad++" },
      },
    ]);
  });

  it("leaves out what it no longer recommends and the newest edition no longer has", () => {
    const withdrawn = { id: "88", i: "MongoDB", st: "FR", y: "2018 ; 2019" };
    expect(readSill([NEWEST, withdrawn]).skipped).toEqual([{ where: "2", name: "MongoDB", reason: { kind: "retired" } }]);
  });

  it("keeps what is missing from the newest edition without having been withdrawn, or is withdrawn but still in it", () => {
    const forgotten = { id: "190", i: "Correcteur", st: "R", y: "2018 ; 2019 ;" };
    const stillThere = { id: "14", i: "Audacity", st: "FR", y: "2021 ; 2022" };
    const { records, warnings } = readSill([NEWEST, forgotten, stillThere]);
    expect(records.map(({ name }) => name)).toEqual(["GLPI", "Correcteur", "Audacity"]);
    expect(warnings).toEqual([{ where: "3", key: "14", name: "Audacity", field: "st", problem: "no-longer-recommended" }]);
  });

  it("reads several licences, and none in « N/A »", () => {
    const licencesOf = (l: string): unknown => readSill([{ ...NEWEST, l }]).records[0]?.licences;
    expect(licencesOf("LGPL-2.1, LGPL-2.0,  LGPL-3.0")).toEqual(["LGPL-2.1", "LGPL-2.0", "LGPL-3.0"]);
    expect(licencesOf("GPL-2.0-only / LGPL-2.0-only")).toEqual(["GPL-2.0-only", "LGPL-2.0-only"]);
    expect(licencesOf("MPL 2.0 et EPL 1.0")).toEqual(["MPL 2.0 et EPL 1.0"]);
    expect(licencesOf("N/A")).toEqual([]);
  });

  it("names the similar software that it gives by number, or by name", () => {
    const similarOf = (si: string): unknown =>
      readSill([
        { ...NEWEST, si },
        { id: "172", i: "Zammad", y: "2022" },
      ]).records[0]?.similar;
    expect(similarOf("172 ; 999")).toEqual(["Zammad"]);
    expect(similarOf("AWS, Google Cloud Platform")).toEqual(["AWS", "Google Cloud Platform"]);
  });

  it("does not take the links of a software for those of its plug-in", () => {
    const links = { website: "https://glpi-project.org", sources: "https://github.com/glpi-project/glpi", "en-desc": "Assets" };
    const plugin = { ...NEWEST, ...links, id: "55", i: "Survey", p: "GLPI" };
    const { records, warnings } = readSill([{ ...NEWEST, ...links }, plugin]);
    expect(records[0]).toMatchObject({
      ...{ website: links.website, repository: links.sources, partOf: null },
      crossIds: { comptoir: "35" },
    });
    expect(records[1]).toMatchObject({ website: null, repository: null, descriptionEn: null, partOf: "GLPI", crossIds: { sill: "55" } });
    expect(records[1]?.crossIds.comptoir).toBeUndefined();
    expect(warnings.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      ...["website of-another", "repository of-another", "comptoir of-another"],
    ]);
  });

  it("keeps the first of two entries with one number", () => {
    expect(readSill([NEWEST, { ...NEWEST, i: "Other" }])).toMatchObject({
      records: [{ name: "GLPI" }],
      skipped: [{ where: "2", name: "Other", reason: { kind: "repeated-key" } }],
    });
  });
});
