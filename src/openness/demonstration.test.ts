import { beforeAll, describe, expect, it } from "vitest";
import { authorityBySlug } from "#src/authorities/public.ts";
import { createDemonstration } from "#src/demonstration/public.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { isReconstituted } from "./domain/months.ts";
import type { Share } from "./domain/share.ts";
import { type OpennessView, viewOpenness } from "./usecases/view-openness.ts";

/**
 * The figures of the demonstration, counted by hand on src/demonstration/data (installations, contracts, machines, and the stories whose
 * solution is in use), on 5 January 2026. Below, F is free, N is not.
 *
 * Everywhere: LibreOffice F, Firefox F, BlueMind F, Nextcloud F, 3CX N, Windows N. In service besides, F: GLPI, KeePassXC, Debian,
 * Proxmox VE, PostgreSQL, PostGIS, pfSense, WireGuard, Zabbix, i-Parapheur, S²LOW, idelibre, openElec, QGIS, Lizmap, PMB, WordPress,
 * Matomo (18), and from stories BigBlueButton, FileSender, LimeSurvey, LubeLogger, Planno, Proxmox Backup Server, listmonk,
 * openCimetière, uMap (9): 4 + 18 + 9 = 31. N: WithSecure, Active Directory, Windows Server, SQL Server, TeamViewer, both Civil Net,
 * Siècle, Borne, Cart@DS, AutoCAD, Atal, Concerto, Millésime, Municipol, Canva, Adobe CC (17), and Signaval from a story: 2 + 17 + 1 = 20.
 * Of the register of keys, nobody knows: 31 F, 51 known, 52.
 */
describe("the share of free software of the demonstration", () => {
  let view: OpennessView;
  beforeAll(async () => {
    const deps = await testDeps();
    await createDemonstration(deps);
    const town = await authorityBySlug(deps.db, "valmontel-demonstration");
    if (town === undefined) throw new Error("The demonstration has a town");
    view = await readAuthority(deps.db, town.id, (reader) => viewOpenness(reader, deps.now()));
  });
  const inShort = ({ free, known, all }: Share): string => `${free}/${known}/${all}`;

  it("is 31 of 51 known, 52 in all, by installation and by software: nothing is installed twice", () => {
    expect(inShort(view.declared.byInstallation)).toBe("31/51/52");
    expect(inShort(view.declared.bySoftware)).toBe("31/51/52");
  });

  it("is 1,848 of 3,174 by user, and 3 for the register of keys", () => {
    // F: 310 + 310 + 330 + 266 (260, and 6 by an extension) = 1,216; GLPI 151 (140 and 11); 30 + 3 + 3 + 4 + 4 + 2 + 75 + 3 = 124;
    // 45 + 9 + 38 + 5 + 16 + 90 + 11 + 18 + 4 = 236; stories 60 + 18 + 8 + 9 + 11 + 3 + 4 + 3 + 5 = 121. In all 1,848.
    // N: 210 + 290 = 500; 320 + 330 + 3 + 3 + 5 = 661; 26 + 6 + 7 + 4 + 8 + 4 + 41 + 22 + 12 + 14 + 9 + 3 = 156; 9. In all 1,326.
    expect(inShort(view.declared.byUser)).toBe("1848/3174/3177");
    expect(view.declared.byUser.uncounted).toBe(0);
  });

  it("by layer, what lies beneath the users counted apart", () => {
    expect(view.declared.byLayer.map(({ layer, share }) => `${layer} ${inShort(share)}`)).toEqual([
      "users 23/37/38", // what is in none of the lines below
      "server 3/6/6", // Debian, PostgreSQL, PostGIS; Active Directory, SQL Server, Windows Server
      "network 1/3/3", // WireGuard; 3CX, TeamViewer
      "security 2/3/3", // KeePassXC, pfSense; WithSecure
      "infrastructure 2/2/2", // Proxmox VE, Zabbix
    ]);
  });

  it("by department, 4 of the 6 that are everywhere and what each has besides", () => {
    expect(view.declared.byDepartment?.map(({ department, share }) => `${department?.name} ${inShort(share)}`)).toEqual([
      "Action sociale (CCAS) 4/7/7", // Millésime N
      "Bibliothèque 7/10/10", // PMB, GLPI by an extension, Planno; Canva N
      "Cimetières 6/8/8", // QGIS, openCimetière
      "Culture et vie associative 6/9/9", // WordPress, listmonk; Canva N
      "Direction générale 11/15/15", // i-Parapheur, S²LOW, idelibre, WordPress, Matomo, GLPI, BigBlueButton; Civil Net RH, Adobe CC N
      "Espaces verts 6/9/9", // QGIS, LubeLogger; Atal N
      "Finances et commande publique 7/11/11", // i-Parapheur, KeePassXC, FileSender; Civil Net Finances, Signaval N
      "Police municipale 4/7/7", // Municipol N
      "Systèmes d’information 15/22/22", // 11: GLPI, KeePassXC, Debian, both Proxmox, PostgreSQL, PostGIS, pfSense, WireGuard, Zabbix, Lizmap; 5 N
      "Urbanisme et cadre de vie 8/13/14", // QGIS, Lizmap, PostGIS, uMap; Cart@DS, AutoCAD, Atal N; the register of keys
      "Écoles et enfance 5/8/8", // LimeSurvey; Concerto N
      "État civil et élections 5/9/9", // openElec; Siècle, Borne N
    ]);
  });

  it("is 29,125 of 123,840 euros a year", () => {
    // F: openElec 30 % of 6,350 = 1,905; Nextcloud 70 % of 6,600 + 7,200 / 3 + 6,000 / 3 = 9,020; LibreOffice 2,400 + 2,000; BlueMind 9,400;
    // WordPress and Matomo 2,400; QGIS 2,000. In all 29,125.
    // N: Civil Net 18,400; Windows 20 % and Windows Server 10 % of 41,200 = 12,360; Adobe 5,760; Canva 660; Siècle 70 % of 6,350 = 4,445;
    // Municipol 3,900; Concerto 9,870; Atal 5,420; Cart@DS 11,300; Millésime 8,100; 3CX 14,500. In all 94,715.
    // AutoCAD's contract is over. Elsewhere: Office and Exchange 70 % of 41,200 = 28,840; Zoom 2,160; Collabora 1,980 + 2,400; VMware 12,800;
    // Veeam 4,300. In all 52,480. Seven F and thirteen N have a cost: 32 of 52 have none.
    expect(view.declared.byCost).toEqual({
      free: 29_125_00,
      known: 123_840_00,
      all: 123_840_00,
      unit: "cent",
      uncounted: 32,
      elsewhere: 52_480_00,
      unattached: 0,
      withoutAmount: 1, // « Télétransmission et signature »
    });
  });

  it("observed, is 15 free systems of 54 workstations", () => {
    // Linux: BIB 7, ECOLE 5, DSI 3. Windows: 5 + 6 + 4 + 2 + 4 + 3 + 4 + 5 + 3, and 2 on loan. One Mac.
    const { systems, bySystem } = view.observed?.measures ?? {};
    expect(bySystem).toEqual([
      { system: "linux", machines: 15 },
      { system: "windows", machines: 38 },
      { system: "macos", machines: 1 },
    ]);
    expect(systems && inShort(systems)).toBe("15/54/54");
  });

  it("observed, is 280 of 397 copies, 25 of 35 software, and 69.7 % on the average workstation", () => {
    const { copies, software, average } = view.observed?.measures ?? {};
    // F: Linux 15 × 7, two more on 7 of them = 119; Windows 38 × 4 and QGIS on 8 = 160; Firefox on the Mac. N: Windows 38 × 2 = 76;
    // Microsoft 365 on 11, Chrome 12, AutoCAD 4, Dropbox 6, TeamViewer 7; Photoshop on the Mac. In all 117.
    expect(copies && inShort(copies)).toBe("280/397/397");
    // N: Acrobat, Edge, Chrome, Microsoft 365, TeamViewer, Dropbox, AutoCAD, Photoshop, SQL Server, Veeam.
    expect(software && inShort(software)).toBe("25/35/35");
    // Linux 15; DIR and CULTURE 8 × 4/8; FIN, ETAT-CIVIL, CCAS, PRET 17 × 4/7; CIM-01 5/7; CIM-02, POLICE 5 × 4/6; URBA, EV 7 × 5/8; COM-01 1/2.
    const sum = 15 + 8 * (4 / 8) + 17 * (4 / 7) + 5 / 7 + 5 * (4 / 6) + 7 * (5 / 8) + 1 / 2;
    expect(average).toMatchObject({ counted: 54, all: 54 });
    expect(average?.ratio).toBeCloseTo(sum / 54, 10);
  });

  it("was measured each month since the inventory was declared, and what agents see since they came, 150 days ago", () => {
    expect(view.months.length).toBeGreaterThanOrEqual(24);
    expect(view.months.filter(isReconstituted)).toHaveLength(0);
    expect(view.months.filter(({ observed }) => observed !== null).map(({ month }) => month)).toEqual([
      "2025-09-01",
      "2025-10-01",
      "2025-11-01",
      "2025-12-01",
      "2026-01-01",
    ]);
  });
});
