import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { nextSteps, type Running, type RunningContract, replaceableSlugs } from "./next-steps.ts";

const TODAY = "2026-11-22" as LocalDate;
const office: Running = {
  id: "o",
  name: "Microsoft Office",
  softwareSlug: "microsoft-office",
  free: false,
  state: "in-service",
  users: 34,
};
const teamviewer: Running = { id: "t", name: "TeamViewer", softwareSlug: "teamviewer", free: false, state: "in-service", users: 5 };
const local: Running = { id: "l", name: "Logiciel local", softwareSlug: null, free: false, state: "in-service", users: 300 };
const mint: Running = { id: "m", name: "Linux Mint", softwareSlug: "linux-mint", free: true, state: "pilot", users: 14 };
const keys: Running = { id: "k", name: "Registre des clés", softwareSlug: "key-register", free: null, state: "in-service", users: 3 };
const alternatives = new Map([
  ["microsoft-office", [{ slug: "libreoffice", name: "LibreOffice" }]],
  ["teamviewer", [{ slug: "rustdesk", name: "RustDesk" }]],
  // Even where a source says that something replaces them.
  ["linux-mint", [{ slug: "debian", name: "Debian" }]],
  ["key-register", [{ slug: "grist", name: "Grist" }]],
]);
const contract = (noticeBy: string | null, installationIds = ["o"]): RunningContract => ({
  id: "c",
  title: "Licences",
  noticeBy: noticeBy as LocalDate | null,
  installationIds,
});
const kinds = (installations: readonly Running[], contracts: readonly RunningContract[] = []): readonly string[] =>
  nextSteps({ installations, contracts, alternatives, today: TODAY }).map(({ kind }) => kind);

describe("the next steps", () => {
  it("are contracts of software that free software can replace, as long as notice can be given within a year", () => {
    expect(kinds([office], [contract("2026-11-22")])).toEqual(["notice"]);
    expect(kinds([office], [contract("2027-11-22")])).toEqual(["notice"]);
    for (const noticeBy of ["2026-11-21", "2027-11-23", null]) expect(kinds([office], [contract(noticeBy)])).toEqual(["replaceable"]);
  });

  it("name the soonest first, with what can replace it, and do not say the same software twice", () => {
    const steps = nextSteps({
      installations: [office, teamviewer],
      contracts: [contract("2027-03-01"), { ...contract("2027-01-31", ["t"]), id: "d", title: "Prise en main" }],
      alternatives,
      today: TODAY,
    });
    expect(steps).toEqual([
      { kind: "notice", contractId: "d", title: "Prise en main", noticeBy: "2027-01-31", name: "TeamViewer", alternatives: ["RustDesk"] },
      {
        kind: "notice",
        contractId: "c",
        title: "Licences",
        noticeBy: "2027-03-01",
        name: "Microsoft Office",
        alternatives: ["LibreOffice"],
      },
    ]);
  });

  it("never propose to leave what is free, what nobody knows, or what nothing replaces", () => {
    expect(kinds([mint], [contract("2027-01-01", ["m"])])).toEqual(["pilot"]);
    expect(kinds([keys], [contract("2027-01-01", ["k"])])).toEqual(["unknown"]);
    expect(kinds([local], [contract("2027-01-01", ["l"])])).toEqual([]);
  });

  it("are three at most: contracts, then trials, then what most people use", () => {
    expect(kinds([office, teamviewer, mint, keys], [contract("2027-01-01")])).toEqual(["notice", "pilot", "replaceable"]);
    expect(kinds([office, teamviewer, mint, keys])).toEqual(["pilot", "replaceable", "replaceable"]);
    const [, first] = nextSteps({ installations: [teamviewer, office, mint], contracts: [], alternatives, today: TODAY });
    expect(first).toMatchObject({ kind: "replaceable", name: "Microsoft Office" });
  });

  it("are none where nothing calls for one", () => expect(kinds([])).toEqual([]));
});

it("asks for alternatives of what is known not to be free, once each", () => {
  expect(replaceableSlugs([office, office, mint, keys, local])).toEqual(["microsoft-office"]);
});
