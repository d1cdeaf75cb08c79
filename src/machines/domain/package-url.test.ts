import { expect, it } from "vitest";
import { distributionOf, publisherAlone } from "./package-url.ts";

it("names a distribution only where the publisher does", () => {
  expect(distributionOf({ origin: "deb", publisher: "Debian Perl Group <perl@debian.example>" })).toEqual({
    type: "deb",
    namespace: "debian",
  });
  expect(distributionOf({ origin: "deb", publisher: "Ubuntu Developers" })).toEqual({ type: "deb", namespace: "ubuntu" });
  expect(distributionOf({ origin: "rpm", publisher: "Fedora Project" })).toEqual({ type: "rpm", namespace: "fedora" });
  expect(distributionOf({ origin: "deb", publisher: "Chrome Linux Team" })).toBeUndefined();
  expect(distributionOf({ origin: "rpm", publisher: "Debian" })).toBeUndefined();
  expect(distributionOf({ origin: "registry", publisher: "Debian" })).toBeUndefined();
});

it("keeps no address of a maintainer", () => {
  expect(publisherAlone("Jeanne Dupont <jeanne@exemple.fr>")).toBe("Jeanne Dupont");
  expect(publisherAlone("jeanne@exemple.fr")).toBe("");
  expect(publisherAlone("Mozilla")).toBe("Mozilla");
});
