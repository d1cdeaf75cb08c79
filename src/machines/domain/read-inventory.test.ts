import { expect, it } from "vitest";
import { hardwareIdentity } from "./hardware.ts";
import { readInventory } from "./read-inventory.ts";

const SAID = { deviceId: "poste-12", partial: false } as const;

it("what a machine is called says nothing of its serial numbers nor of its people, were its model not said", () => {
  const bios = { smanufacturer: "Dell Inc.", ssn: "5CD8421XYZ", msn: "PF0ABCDE", assettag: "MAIRIE-0042", biosserial: "B10S" };
  const content = {
    hardware: {
      name: "poste-12",
      lastloggeduser: "rose.martin",
      winowner: "Rose Martin",
      winprodkey: "AAAAA-BBBBB",
      uuid: "4C4C4544-0042",
    },
    bios,
    operatingsystem: { full_name: "Debian GNU/Linux 12", dns_domain: "ville.example" },
    users: [{ login: "rose.martin" }],
  };
  const { hardware, ...kept } = readInventory(content, SAID);
  expect(kept).toMatchObject({ name: "poste-12", model: undefined, system: { name: "Debian GNU/Linux 12" } });
  for (const secret of [bios.ssn, bios.msn, bios.assettag, bios.biosserial, "rose", "Rose", "AAAAA", "4C4C4544", "ville.example"])
    expect(JSON.stringify(kept)).not.toContain(secret);
  // Hashed as soon as it is read, and forgotten.
  expect(hardware).toBe("uuid:4c4c45440042");
});

it("hardware is told by what is its own, never by what makers leave blank or give to thousands", () => {
  const identity = (uuid: string, ssn = "") => hardwareIdentity({ uuid }, { ssn, smanufacturer: "Dell Inc." });
  expect(identity("4C4C4544-0042-3510-8052-B4C04F4D3332")).toBe("uuid:4c4c4544004235108052b4c04f4d3332");
  for (const blank of ["", "Not Specified", "To Be Filled By O.E.M.", "Default string", "03000200-0400-0500-0006-000700080009"])
    expect([blank, identity(blank), identity(blank, "5CD8421XYZ")]).toEqual([blank, "", "serial:dell inc.:5cd8421xyz"]);
  for (const blank of ["System Serial Number", "0123456789", "None", "FFFFFFFF", "0"])
    expect([blank, identity("", blank)]).toEqual([blank, ""]);
});
