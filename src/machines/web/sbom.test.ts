import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aPackage, reported } from "../testing.ts";
import { mappingRules } from "../usecases/load-mapping.ts";
import { testApp } from "./test-app.ts";

const deps = await testDeps();
const app = testApp(deps);
const rules = mappingRules();
await givenSoftware(
  deps.db,
  { slug: "firefox", name: "Firefox", licence: "MPL-2.0" },
  { slug: "libreoffice", name: "LibreOffice", licence: "MPL-2.0 AND LGPL-3.0-or-later" },
  { slug: "google-chrome", name: "Google Chrome", free: false, licence: null },
);

/** The schema as CycloneDX publishes it: a reader that is not ours. */
const schemas = join(dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")), "res", "schema");
const read = (name: string): object => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const format of ["iri-reference", "idn-email"]) ajv.addFormat(format, true);
for (const name of ["spdx", "jsf-0.82", "cryptography-defs"])
  ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const isBill = ajv.compile(read("bom-1.7"));

type Bill = {
  specVersion: string;
  components: {
    type: string;
    name: string;
    version?: string;
    publisher?: string;
    purl?: string;
    licenses?: { expression?: string }[];
    properties?: { name: string; value: string }[];
  }[];
};
const errors = (bill: unknown): unknown => (isBill(bill) ? [] : isBill.errors?.slice(0, 3));

const ours = await anAuthority(deps, { name: 'Ville de l’Étang "quoté"' });
const odd = aPackage('Outil « maison » \\ "x" é', { origin: "registry", publisher: "", version: "" });
const packages = [
  aPackage("firefox-esr", { version: "128.5.0esr-1~deb12u1", publisher: "Debian Mozilla <someone@lists.debian.example>" }),
  aPackage("libreoffice-writer", { version: "4:7.4.7" }),
  aPackage("google-chrome-stable", { publisher: "Chrome Linux Team <chrome@example.org>" }),
  aPackage("libc6"),
  odd,
];
const { machineId } = await reported(deps, ours.id, { name: "ACCUEIL 01", hardware: "a", packages }, { agentId: "a", rules });
await reported(deps, ours.id, { name: "ACCUEIL 02", hardware: "b", packages: packages.slice(0, 2) }, { agentId: "b", rules });

it("the schema refuses what is no bill of materials", () => {
  expect(errors({ bomFormat: "CycloneDX", specVersion: "1.7", components: [{ name: "sans type" }] })).not.toEqual([]);
});

it("a machine’s bill of materials is valid CycloneDX 1.7, libraries included, with nobody’s address", async () => {
  const answer = await app.get(`/parc/postes/${machineId}/sbom.cdx.json`, ours.reviewer);
  expect(answer.headers.get("content-type")).toContain("application/vnd.cyclonedx+json");
  const text = await answer.text();
  const bill = JSON.parse(text) as Bill;
  expect(errors(bill)).toEqual([]);
  expect(bill.specVersion).toBe("1.7");
  expect(text).not.toContain("@lists");
  expect(bill.components.map(({ name }) => name).sort()).toEqual(
    [...packages.map(({ name }) => name), "Debian GNU/Linux 12 (bookworm)"].sort(),
  );
  const firefox = bill.components.find(({ name }) => name === "firefox-esr");
  expect(firefox).toMatchObject({ type: "application", publisher: "Debian Mozilla", licenses: [{ expression: "MPL-2.0" }] });
  expect(firefox?.purl).toBe("pkg:deb/debian/firefox-esr@128.5.0esr-1~deb12u1");
  expect(bill.components.find(({ name }) => name === "google-chrome-stable")?.purl).toBeUndefined();
});

it("that of the authority has each package once, with the number of machines", async () => {
  const bill = (await (await app.get("/parc/postes/sbom.cdx.json", ours.reviewer)).json()) as Bill;
  expect(errors(bill)).toEqual([]);
  expect(bill.components).toHaveLength(packages.length + 1);
  const firefox = bill.components.find(({ name }) => name === "firefox-esr");
  expect(firefox?.properties).toContainEqual({ name: "beffroi:machines", value: "2" });
  expect((await app.get("/parc/postes/sbom.cdx.json", ours.requester)).status).toBe(403);
});

it("without any machine it is valid too", async () => {
  const empty = await anAuthority(deps, { name: "Ville neuve" });
  const bill = (await (await app.get("/parc/postes/sbom.cdx.json", empty.reviewer)).json()) as Bill;
  expect(errors(bill)).toEqual([]);
  expect(bill.components).toEqual([]);
});
