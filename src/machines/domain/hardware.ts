import { firstText, type Section } from "./sections.ts";

/** What makers leave where a serial number should be, and UUIDs that thousands of mainboards share. */
const MEANINGLESS = new Set([
  "none",
  "na",
  "notspecified",
  "notapplicable",
  "notavailable",
  "tobefilledbyoem",
  "defaultstring",
  "systemserialnumber",
  "serialnumber",
  "empty",
  "unknown",
  "invalid",
  "oem",
  "03000200040005000006000700080009",
  "00020003000400050006000700080009",
  "12345678123456781234567812345678",
  "0123456789",
  "123456789",
  "1234567890",
]);

/** The hardware's own identity, as text to hash: the UUID of its firmware, or else its serial number. Empty: it has none. */
export function hardwareIdentity(hardware: Section | undefined, bios: Section | undefined): string {
  const uuid = meaningful(firstText(hardware, ["uuid"], 100));
  if (uuid !== "") return `uuid:${uuid}`;
  const serial = meaningful(firstText(bios, ["ssn"], 100));
  const maker = firstText(bios, ["smanufacturer"], 100).toLowerCase();
  return serial === "" ? "" : `serial:${maker}:${serial}`;
}

function meaningful(text: string): string {
  const bare = text.toLowerCase().replace(/[^0-9a-z]/g, "");
  return bare.length < 4 || /^(.)\1*$/.test(bare) || MEANINGLESS.has(bare) ? "" : bare;
}
