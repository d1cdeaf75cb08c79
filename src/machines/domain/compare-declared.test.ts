import { expect, it } from "vitest";
import { compareDeclared } from "./compare-declared.ts";

const seen = (slug: string) => ({ slug, name: slug, free: true, machines: 2, workstations: 1 });
const declared = (softwareSlug: string | null, facts: { layer?: string; hosting?: string } = {}) => ({
  id: `i-${softwareSlug}`,
  name: `Notre ${softwareSlug}`,
  softwareSlug,
  layer: "users",
  hosting: null,
  ...facts,
});
const known = new Set(["firefox", "gimp", "nginx", "qgis"]);

it("tells apart what is only seen, only declared, or both", () => {
  const { observedOnly, declaredOnly, both } = compareDeclared(
    [seen("firefox"), seen("vlc")],
    [declared("firefox"), declared("gimp")],
    known,
  );
  expect(observedOnly.map(({ slug }) => slug)).toEqual(["vlc"]);
  expect(declaredOnly.map(({ name }) => name)).toEqual(["Notre gimp"]);
  expect(both.map(({ software }) => software.slug)).toEqual(["firefox"]);
});

it("says never observed only of what could be", () => {
  const ours = [
    declared("nginx", { layer: "server" }),
    declared("gimp", { hosting: "cloud" }),
    declared("moodle"),
    declared(null),
    declared("qgis"),
  ];
  expect(compareDeclared([], ours, known).declaredOnly.map(({ softwareSlug }) => softwareSlug)).toEqual(["qgis"]);
});
