import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isPublicAddress } from "./addresses.ts";

const judged = (addresses: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(addresses.map((address) => [address, isPublicAddress(address)]));
const all = (addresses: readonly string[], judgement: boolean): Record<string, boolean> =>
  Object.fromEntries(addresses.map((address) => [address, judgement]));

describe("a public address", () => {
  it("is any that the Internet gives to hosts", () => {
    const open = [
      "1.1.1.1",
      "8.8.8.8",
      "185.31.40.11",
      "223.255.255.254",
      "2001:41d0::1",
      "2606:4700:4700::1111",
      "2a00:1450:4007:80e::2003",
    ];
    expect(judged(open)).toEqual(all(open, true));
  });

  it("stops exactly where each closed range of IPv4 starts and ends", () => {
    const ranges: readonly (readonly [before: string, first: string, last: string, after: string])[] = [
      ["", "0.0.0.0", "0.255.255.255", "1.0.0.0"],
      ["9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"],
      ["100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"],
      ["126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"],
      ["168.63.129.15", "168.63.129.16", "168.63.129.16", "168.63.129.17"],
      ["169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"],
      ["172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"],
      ["191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"],
      ["192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"],
      ["192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"],
      ["192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"],
      ["198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"],
      ["198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"],
      ["203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"],
      ["223.255.255.255", "224.0.0.0", "255.255.255.255", ""],
    ];
    for (const [before, first, last, after] of ranges) {
      const open = [before, after].filter((address) => address !== "");
      expect(judged([...open, first, last])).toEqual({ ...all(open, true), ...all([first, last], false) });
    }
  });

  it("is none of the closed ranges of IPv6", () => {
    const closed = [
      ...["::", "::1", "::2", "100::1", "100:0:0:1::1", "1fff:ffff::1", "4000::1", "5f00::1"],
      ...[
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2001:db8:ffff::1",
        "3ffe::1",
        "3fff::1",
        "3fff:fff::1",
      ],
      ...[
        "fc00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff00::1",
        "ff02::1",
        "ff0e::1",
        "64:ff9b:1::808:808",
      ],
    ];
    expect(judged(closed)).toEqual(all(closed, false));
    const beside = ["2001:200::1", "2001:db7:ffff::1", "2001:db9::1", "3ffd::1", "3fff:1000::1", "2000::1"];
    expect(judged(beside)).toEqual(all(beside, true));
  });

  it("is judged by the IPv4 address that an IPv6 one leads to", () => {
    const open = ["::ffff:8.8.8.8", "::ffff:808:808", "64:ff9b::8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"];
    expect(judged(open)).toEqual(all(open, true));
    const closed = [
      ...["::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:10.0.0.1", "::FFFF:A9FE:A9FE", "::ffff:0:0", "::ffff:192.168.1.1"],
      ...["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.1.2.3", "0064:ff9b:0:0:0:0:0a00:0001"],
      ...["2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::1", "2002:a9fe:a9fe::"],
      // IPv4-compatible and translated forms, withdrawn: closed even for public addresses.
      ...["::127.0.0.1", "::8.8.8.8", "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8"],
    ];
    expect(judged(closed)).toEqual(all(closed, false));
  });

  it("is spelled in one way: no decimal, octal, hexadecimal or shortened number, no zone, no brackets, no name", () => {
    const spellings = [
      ...[
        "2130706433",
        "134744072",
        "0x7f000001",
        "0x8.0x8.0x8.0x8",
        "0177.0.0.1",
        "010.8.8.8",
        "127.1",
        "8.8.8",
        "8.8.8.8.",
        " 8.8.8.8",
        "8.8.8.8/32",
      ],
      ...["[2001:41d0::1]", "2a00::1%eth0", "fe80::1%eth0", "2a00:::1", "2a00::1::2", "1:2:3:4:5:6:7", "localhost", "example.org", ""],
    ];
    expect(judged(spellings)).toEqual(all(spellings, false));
  });

  it("is not this machine, of which loopback alone is", () => {
    expect(["127.0.0.1", "127.8.9.10", "::1"].map(isLoopbackAddress)).toEqual([true, true, true]);
    expect(["10.0.0.1", "169.254.169.254", "::", "8.8.8.8", "localhost", ""].some(isLoopbackAddress)).toBe(false);
  });
});
