import type { MachineKind, OperatingSystem, System } from "./inventory.ts";
import { firstText, type Section } from "./sections.ts";

/** The system as the section « operatingsystem » says it, or « hardware » for older agents. Undefined: neither does. */
export function operatingSystemOf(os: Section | undefined, hardware: Section | undefined): OperatingSystem | undefined {
  const name = firstText(os, ["full_name", "name"], 200) || firstText(hardware, ["osname"], 200);
  const kernel = firstText(os, ["kernel_name"], 100);
  if (name === "" && kernel === "") return undefined;
  const system = systemOf(name, kernel, firstText(hardware, ["archname"], 100));
  const version =
    system === "windows"
      ? firstText(os, ["kernel_version", "version"], 100) || firstText(hardware, ["osversion"], 100)
      : firstText(os, ["version"], 100) || firstText(hardware, ["osversion"], 100);
  return { system, name: name || kernel, version };
}

function systemOf(name: string, kernel: string, architecture: string): System {
  const said = `${name} ${kernel} ${architecture}`.toLowerCase();
  if (/android|chrome ?os/.test(said)) return "other";
  if (/darwin|mac ?os/.test(said)) return "macos";
  if (/mswin|windows/.test(said)) return "windows";
  return /linux|debian|ubuntu|fedora|centos|red ?hat|suse|mageia|gentoo|arch\b|alma|rocky/.test(said) ? "linux" : "other";
}

const SERVER_BODY = /server|rack ?mount|blade|multi-system|enclosure/i;
const DESK_BODY =
  /desktop|tower|laptop|notebook|portable|all in one|convertible|detachable|mini pc|stick pc|space-saving|lunch box|tablet/i;

/** What the machine is for, by its case and its system: a virtual machine that is not a Windows for desks counts as a server. */
export function machineKindOf(os: OperatingSystem, hardware: Section | undefined): MachineKind {
  if (os.system === "other" && /android|chrome|ios\b/i.test(os.name)) return "other";
  if (/server|serveur|esx|proxmox|xenserver/i.test(os.name)) return "server";
  if (os.system === "macos") return "workstation";
  const body = firstText(hardware, ["chassis_type"], 100);
  if (SERVER_BODY.test(body)) return "server";
  if (DESK_BODY.test(body) || os.system === "windows") return "workstation";
  const virtual = firstText(hardware, ["vmsystem"], 100);
  return virtual !== "" && !/^physical$/i.test(virtual) ? "server" : "workstation";
}
