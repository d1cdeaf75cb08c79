import { describe, expect, it } from "vitest";
import { fetchRemote } from "./fetch-remote.ts";
import { aServer, dialTo, fetchFrom, SOMEWHERE_PUBLIC, textOf } from "./testing.ts";

const REFUSED = { kind: "failed", reason: "private-address", retryable: false };
const publicly = async (): Promise<readonly string[]> => [SOMEWHERE_PUBLIC];

describe("the network behind the fetching machine", () => {
  it("is out of reach by its addresses, however they are spelled", async () => {
    const server = await aServer((_, response) => response.end("secret"));
    expect(textOf(await fetchFrom(server.url))).toBe("secret");
    const { dial, calls } = dialTo(server.port);
    const inside = [
      ...[
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
        "①②⑦.0.0.1",
      ],
      ...["0", "0.0.0.0", "10.0.0.1", "192.168.1.1", "169.254.169.254", "2852039166", "255.255.255.255", "224.0.0.1"],
      ...[
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "[fd00:ec2::254]",
        "[fe80::1]",
      ],
    ];
    for (const host of inside)
      expect([host, await fetchFrom(`http://${host}:${server.port}/`, { allowPrivate: false, dial })]).toEqual([host, REFUSED]);
    expect(calls).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it("is out of reach by an address, whatever a name server says of it", async () => {
    const server = await aServer((_, response) => response.end("secret"));
    const { dial, calls } = dialTo(server.port);
    for (const host of ["127.0.0.1", "[::1]"])
      expect(await fetchFrom(`http://${host}/`, { allowPrivate: false, dial, resolve: publicly })).toEqual(REFUSED);
    expect(calls).toEqual([]);
  });

  it("is out of reach by its names", async () => {
    const server = await aServer((_, response) => response.end("secret"));
    expect(textOf(await fetchFrom(`http://localhost:${server.port}/`))).toBe("secret");
    for (const host of ["localhost", "localhost.", "LOCALHOST"])
      expect([host, await fetchRemote(`http://${host}:${server.port}/`, { maxBytes: 1_000 })]).toEqual([host, REFUSED]);
    expect(server.asked).toHaveLength(1);
  });

  it("is out of reach by a public name that leads inside, were it by one address among several", async () => {
    const server = await aServer((_, response) => response.end("secret"));
    const { dial, calls } = dialTo(server.port);
    const fetchAt = (...addresses: string[]) =>
      fetchFrom("http://catalogue.example/", { allowPrivate: false, dial, resolve: async () => addresses });
    expect(textOf(await fetchAt(SOMEWHERE_PUBLIC, "2a00::1"))).toBe("secret");
    for (const inside of [
      "127.0.0.1",
      "10.1.2.3",
      "169.254.169.254",
      "::1",
      "::ffff:10.0.0.1",
      "fd00::1",
      "2130706433",
      "catalogue.example",
    ]) {
      expect(await fetchAt(inside)).toEqual(REFUSED);
      expect(await fetchAt(SOMEWHERE_PUBLIC, inside)).toEqual(REFUSED);
    }
    expect(await fetchAt(...Array<string>(20).fill(SOMEWHERE_PUBLIC), "10.0.0.1")).toEqual(REFUSED);
    expect(calls).toEqual([{ addresses: [SOMEWHERE_PUBLIC, "2a00::1"], port: 80 }]);
    expect(textOf(await fetchAt(...Array<string>(20).fill(SOMEWHERE_PUBLIC)))).toBe("secret");
    expect(calls[1]?.addresses).toHaveLength(8);
  });

  it("is out of reach by the redirect of a public server", async () => {
    let location = "/end";
    const server = await aServer((request, response) =>
      request.url === "/end" ? response.end("public") : response.writeHead(302, { location }).end(),
    );
    const { dial, calls } = dialTo(server.port);
    const names: Record<string, string> = { "catalogue.example": SOMEWHERE_PUBLIC, "inside.example": "192.168.0.10" };
    const resolve = async (host: string): Promise<readonly string[]> => [names[host] ?? ""];
    const go = () => fetchFrom("http://catalogue.example/", { allowPrivate: false, dial, resolve });
    expect(textOf(await go())).toBe("public");
    const inside = [
      "http://127.0.0.1/end",
      "http://169.254.169.254/latest/meta-data/",
      "http://[::1]/end",
      "http://2130706433/end",
      "//inside.example/end",
    ];
    for (location of inside) expect([location, await go()]).toEqual([location, REFUSED]);
    for (location of ["file:///etc/passwd", "gopher://catalogue.example/"])
      expect(await go()).toMatchObject({ reason: "not-http", retryable: false });
    for (location of ["http://a:b@catalogue.example/end", "http://catalogue.example:25/", "http://"])
      expect(await go()).toMatchObject({ reason: "not-an-address", retryable: false });
    expect(server.asked.filter(({ url }) => url === "/end")).toHaveLength(1);
    expect(new Set(calls.flatMap(({ addresses }) => addresses))).toEqual(new Set([SOMEWHERE_PUBLIC]));
  });

  it("is out of reach by a name that changes its mind after the check", async () => {
    const server = await aServer((request, response) =>
      request.url === "/moved" ? response.writeHead(302, { location: "/" }).end() : response.end("public"),
    );
    const { dial, calls } = dialTo(server.port);
    const rebinding = (): (() => Promise<readonly string[]>) => {
      const answers = [SOMEWHERE_PUBLIC];
      return async () => [answers.pop() ?? "127.0.0.1"];
    };
    const go = (path: string) => fetchFrom(`http://rebinding.example${path}`, { allowPrivate: false, dial, resolve: rebinding() });
    expect(textOf(await go("/"))).toBe("public");
    expect(await go("/moved")).toEqual(REFUSED);
    expect(calls).toEqual(Array(2).fill({ addresses: [SOMEWHERE_PUBLIC], port: 80 }));
  });

  it("is called at the address that was checked, under the name that was asked", async () => {
    const server = await aServer((request, response) => response.end(request.headers.host));
    const asked: string[] = [];
    const resolve = async (host: string): Promise<readonly string[]> => {
      asked.push(host);
      return ["::1", "127.0.0.1"];
    };
    // No one but `resolve` knows this name, and nobody listens on the first of its addresses.
    expect(textOf(await fetchFrom(`http://pinned.invalid:${server.port}/`, { resolve }))).toBe(`pinned.invalid:${server.port}`);
    expect(asked).toEqual(["pinned.invalid"]);
    const { dial, calls } = dialTo(server.port);
    expect(textOf(await fetchFrom("http://pinned.invalid/", { resolve: publicly, dial }))).toBe("pinned.invalid");
    expect(calls).toEqual([{ addresses: [SOMEWHERE_PUBLIC], port: 80 }]);
  });

  it("stays closed, loopback apart, to the tests that may call loopback", async () => {
    for (const host of ["10.0.0.1", "169.254.169.254", "192.168.1.1", "[fd00::1]"])
      expect(await fetchFrom(`http://${host}/`)).toEqual(REFUSED);
  });
});
