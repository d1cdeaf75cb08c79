import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";

/** Ranges that the public Internet does not route, or that mean something else than a host. Source: the IANA special-purpose registries. */
const CLOSED_IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ["0.0.0.0", 8], // unspecified, « this network »
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // shared by the customers of a carrier (CGNAT)
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // routed as public, yet the host of every Azure machine answers there
  ["169.254.0.0", 16], // link-local, and the metadata of most clouds
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // relays of 6to4, withdrawn
  ["192.168.0.0", 16], // private
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, and broadcast
];

/** Inside 2000::/3, the only block given to hosts: what is outside is refused without a list. */
const CLOSED_IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ["2001::", 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ["2001:db8::", 32], // documentation
  ["3ffe::", 16], // the first test network, withdrawn
  ["3fff::", 20], // documentation
];

const closedIpv4 = new BlockList();
for (const [network, prefix] of CLOSED_IPV4) closedIpv4.addSubnet(network, prefix, "ipv4");

const closedIpv6 = new BlockList();
for (const [network, prefix] of CLOSED_IPV6) closedIpv6.addSubnet(network, prefix, "ipv6");

const givenIpv6 = new BlockList();
givenIpv6.addSubnet("2000::", 3, "ipv6");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether `ip` is the plain spelling of an address that anyone on the Internet may call. Anything else, and any doubt, is no. */
export function isPublicAddress(ip: string): boolean {
  if (isIPv4(ip)) return !closedIpv4.check(ip, "ipv4");
  // A zone (fe80::1%eth0) only exists on a local link.
  if (!isIPv6(ip) || ip.includes("%")) return false;
  const groups = groupsOf(ip);
  const carried = carriedIpv4(groups);
  if (carried !== undefined) return !closedIpv4.check(carried, "ipv4");
  const plain = groups.map((group) => group.toString(16)).join(":");
  return givenIpv6.check(plain, "ipv6") && !closedIpv6.check(plain, "ipv6");
}

/** Whether `ip` is this very machine: what tests may call. */
export function isLoopbackAddress(ip: string): boolean {
  const family = isIP(ip);
  return family !== 0 && loopback.check(ip, family === 4 ? "ipv4" : "ipv6");
}

/** The eight groups of an IPv6 address. The URL parser writes every spelling in one way, dotted endings included. */
function groupsOf(ip: string): readonly number[] {
  const [head = "", tail] = new URL(`http://[${ip}]/`).hostname.slice(1, -1).split("::");
  const before = numbersOf(head);
  const after = numbersOf(tail ?? "");
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function numbersOf(groups: string): readonly number[] {
  return groups === "" ? [] : groups.split(":").map((group) => Number.parseInt(group, 16));
}

const MAPPED = [0, 0, 0, 0, 0, 0xffff];
const NAT64 = [0x64, 0xff9b, 0, 0, 0, 0];
const SIX_TO_FOUR = [0x2002];

/** The IPv4 address where such an IPv6 address leads (RFC 4291, 6052, 3056). */
function carriedIpv4(groups: readonly number[]): string | undefined {
  const startsWith = (prefix: readonly number[]): boolean => prefix.every((group, at) => groups[at] === group);
  if (startsWith(MAPPED) || startsWith(NAT64)) return dotted(groups[6], groups[7]);
  return startsWith(SIX_TO_FOUR) ? dotted(groups[1], groups[2]) : undefined;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
}
